import type {
  AccessChange,
  AccessMatrix,
  CellTarget,
  Command,
  ContextValues,
  Model,
  PrincipalId,
  Row,
} from '@iam-canvas/core'
import { matrixOfRows } from '@iam-canvas/core/matrix-rows'
import { modelDiff } from './model-diff.ts'
import { unpackRows } from './packed-rows.ts'
import type { RowAnswer, RowQuestion } from './row-decider.ts'

/** A row decider that runs elsewhere. */
export interface RunningDecider {
  readonly decide: (question: RowQuestion) => Promise<RowAnswer>
  readonly effectOf: (command: Command) => Promise<AccessChange | undefined>
  readonly stop: () => void
}

/** What is asked. `opened` tells the models apart that were opened one after the other. */
export interface DecidingQuestion {
  readonly model: Model
  readonly context: ContextValues
  readonly opened: number
}

export interface DecidingAnswer {
  readonly question: DecidingQuestion
  readonly access: AccessMatrix
  /** The matrix it follows on, with the difference; absent for the first one of a model. */
  readonly since: { readonly access: AccessMatrix; readonly change: AccessChange } | undefined
}

export interface DeciderOptions {
  readonly start: (failed: (reason: unknown) => void) => RunningDecider
  readonly answered: (answer: DecidingAnswer) => void
  /** The decider is gone: whoever wants this answered has to do it otherwise. */
  readonly failed: (question: DecidingQuestion) => void
}

interface Told {
  readonly question: DecidingQuestion
  readonly cells: { readonly targets: readonly CellTarget[]; readonly size: number }
  readonly rows: ReadonlyMap<PrincipalId, Row>
  readonly access: AccessMatrix
}

/**
 * The page's half of deciding a large model elsewhere. At most one question is under way; of those asked meanwhile only
 * the last is put, so that a fast writer never waits for answers that nobody wants any more.
 */
export function createDecider({ start, answered, failed }: DeciderOptions) {
  let running: RunningDecider | undefined
  let breaks: ((reason: unknown) => void) | undefined
  let wanted: DecidingQuestion | undefined
  let told: Told | undefined
  let busy = false
  let resting = false

  const connect = () => {
    // One that breaks down while nobody waits is started anew by the next question.
    running ??= start(reason => (busy ? breaks?.(reason) : stop()))
    return running
  }

  const stop = () => {
    running?.stop()
    running = undefined
    told = undefined
  }

  const put = async (question: DecidingQuestion): Promise<void> => {
    const before = told?.question.opened === question.opened ? told : undefined
    // A worker that is gone never answers, so its end has to count as one.
    const broken = new Promise<never>((_, reject) => {
      breaks = reject
    })
    const answer = await Promise.race([connect().decide(questionAfter(before, question)), broken])
    told = after(before, question, answer)
    const since = before && { access: before.access, change: answer.change }
    answered({ question, access: told.access, since })
  }

  const run = async () => {
    if (busy) return
    busy = true
    while (wanted) {
      const question = wanted
      wanted = undefined
      try {
        await put(question)
      } catch {
        stop()
        failed(wanted ?? question)
        wanted = undefined
      }
    }
    busy = false
    if (resting) stop()
  }

  return {
    ask: (question: DecidingQuestion) => {
      resting = false
      wanted = question
      void run()
    },
    /** What a command would gain and lose, seen from the last answer. */
    effectOf: async (command: Command): Promise<AccessChange | undefined> => running?.effectOf(command),
    /** Lets go of the worker and its memory, once nothing is under way. */
    rest: () => {
      resting = true
      wanted = undefined
      if (!busy) stop()
    },
  }
}

function questionAfter(before: Told | undefined, { model, context }: DecidingQuestion): RowQuestion {
  if (!before) return { model, context }
  return {
    diff: modelDiff(before.question.model, model),
    ...(before.question.context !== context && { context }),
  }
}

function after(before: Told | undefined, question: DecidingQuestion, answer: RowAnswer): Told {
  const cells = answer.cells ?? before?.cells ?? { targets: [], size: 0 }
  const fresh = unpackRows(answer.rows, answer.changed.length)
  const changed = new Map(answer.changed.map((id, index) => [id, fresh[index]]))
  const rows = new Map<PrincipalId, Row>()
  for (const id of answer.principals) {
    const row = changed.get(id) ?? before?.rows.get(id)
    if (row) rows.set(id, row)
  }
  return { question, cells, rows, access: matrixOfRows(rows, cells.targets, cells.size) }
}
