import type { AccessChange, AccessMatrix, Command, Model } from '@iam-canvas/core'
import { warn } from '../../ui/messages.ts'
import { rememberChange } from '../access-change.ts'
import { answersIn } from './asked-targets.ts'
import type { createDecider, DecidingQuestion } from './decider.ts'

/** Up to here the page decides by itself, within a frame. */
const mostOnPage = 3_000_000

interface Wishes {
  /** `deciding`: a newer question is still under way. */
  readonly answered: (answer: {
    readonly question: DecidingQuestion
    readonly access: AccessMatrix
    readonly deciding: boolean
  }) => void
  /** The worker is gone, and the page has to decide by itself. */
  readonly failed: () => void
}

type Decider = ReturnType<typeof createDecider>

let decider: Promise<Decider> | undefined
/** The model, by the count of those opened, that the worker has failed on. The next one gets another try. */
let failedOn: number | undefined
let latest: DecidingQuestion | undefined

/** Whether a model is too large for the page to decide. */
export const isDecidedElsewhere = (model: Model, opened: number): boolean =>
  opened !== failedOn && answersIn(model) > mostOnPage

/** Decides models in a worker that are too large for the page. What that takes is loaded with the first of them. */
export function decideLargeModels({ answered, failed }: Wishes) {
  const load = async (): Promise<Decider> => {
    const [{ createDecider: create }, { startAccessWorker }] = await Promise.all([
      import('./decider.ts'),
      import('./start-access-worker.ts'),
    ])
    return create({
      start: startAccessWorker,
      answered({ question, access, since }) {
        if (since) rememberChange(since.access, access, since.change)
        answered({ question, access, deciding: question !== latest })
      },
      failed: fail,
    })
  }

  const fail = ({ opened }: DecidingQuestion) => {
    if (latest?.opened !== opened) return
    failedOn = opened
    warn(
      'What decides large accounts in the background has stopped. The page now decides by itself and may answer slowly; reloading it starts anew',
    )
    failed()
  }

  return {
    /** Whether the model is decided in the worker; if it is, the question is put. */
    decidedElsewhere: (question: DecidingQuestion): boolean => {
      const elsewhere = isDecidedElsewhere(question.model, question.opened)
      latest = elsewhere ? question : undefined
      if (!elsewhere) {
        void decider?.then(({ rest }) => rest())
        return false
      }
      decider ??= load()
      decider.then(
        ({ ask }) => ask(question),
        () => {
          decider = undefined
          fail(question)
        },
      )
      return true
    },
  }
}

/** What a command would gain and lose in a large model, without blocking the page. */
export async function effectElsewhere(command: Command): Promise<AccessChange | undefined> {
  return (await decider)?.effectOf(command)
}
