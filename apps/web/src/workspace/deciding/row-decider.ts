import {
  type AccessChange,
  type AccessMatrix,
  apply,
  applyDiff,
  type CellTarget,
  type Command,
  compareAccess,
  type ContextValues,
  decide,
  type Diff,
  type Model,
  type PrincipalId,
  type Row,
} from '@iam-canvas/core'
import { askedTargets } from './asked-targets.ts'
import { packRows } from './packed-rows.ts'

/** What changed since the question before. The first question brings a whole model. */
export interface RowQuestion {
  readonly model?: Model
  readonly diff?: Diff
  readonly context?: ContextValues
}

/** What changed since the answer before. */
export interface RowAnswer {
  /** Given when the cells have moved; then every row is among the changed ones. */
  readonly cells: { readonly targets: readonly CellTarget[]; readonly size: number } | undefined
  readonly principals: readonly PrincipalId[]
  readonly changed: readonly PrincipalId[]
  /** The rows of `changed`, one after the other. */
  readonly rows: ArrayBuffer
  readonly change: AccessChange
}

/** The half of deciding that may live in a worker: it keeps a model of its own and says which rows an edit changed. */
export function createRowDecider() {
  let model: Model | undefined
  let context: ContextValues = {}
  let matrix: AccessMatrix | undefined

  const matrixFor = (of: Model) =>
    decide(of, { targets: askedTargets(of), context, missingKeys: 'unknown' }, matrix)

  return {
    decide: (question: RowQuestion): RowAnswer => {
      model = question.model ?? model
      if (!model) throw new Error('the first question brings the model')
      if (question.diff) model = applyDiff(model, question.diff)
      context = question.context ?? context
      const before = question.model ? undefined : matrix
      const after = matrixFor(model)
      matrix = after
      const moved = before?.targets !== after.targets
      const changed = after.principals.filter(id => moved || !sameRow(before.rowOf(id), after.rowOf(id)))
      return {
        cells: moved ? { targets: after.targets, size: after.size } : undefined,
        principals: after.principals,
        changed,
        rows: packRows(changed.flatMap(id => after.rowOf(id) ?? [])),
        change: before ? compareAccess(before, after) : { gained: 0, lost: 0 },
      }
    },

    /** What a command would gain and lose; `undefined` when it would be refused. Nothing is changed by asking. */
    effectOf: (command: Command): AccessChange | undefined => {
      if (!model || !matrix) return undefined
      const result = apply(model, command)
      return result.ok ? compareAccess(matrix, matrixFor(result.model)) : undefined
    },
  }
}

/** A row that was decided again often comes out the same, and then the page keeps the one it has. */
function sameRow(one: Row | undefined, other: Row | undefined): boolean {
  if (one === other) return true
  if (!one || !other) return false
  return (['allow', 'deny', 'depends'] as const).every(kind => sameWords(one[kind], other[kind]))
}

const sameWords = (one: Uint32Array, other: Uint32Array): boolean =>
  one === other || (one.length === other.length && one.every((word, index) => word === other[index]))
