import type { AccountNumber, Model, PrincipalId, Role, User } from '../model/records.ts'
import type { Bits } from './bitset.ts'
import type { AskedTarget, CellTarget } from './cells.ts'
import type { ContextValues, RequestContext } from './context.ts'
import type { CallerSide } from './model-context.ts'
import type { PolicyInSet } from './policy-sets.ts'
import type { Decision } from './trace.ts'

/** What is asked of a model, for everyone in it at once. */
export interface MatrixQuestion {
  readonly targets: readonly AskedTarget[]
  readonly context?: ContextValues
  /** `unknown` unless said otherwise. [C16] */
  readonly missingKeys?: 'absent' | 'unknown'
}

/**
 * Every answer for every user and role: principal by cell, a cell being one action on one target. Target `t` has the
 * cells `t.offset` to `t.offset + t.actions.length - 1`.
 */
export interface AccessMatrix {
  readonly principals: readonly PrincipalId[]
  readonly targets: readonly CellTarget[]
  /** Cells for each principal. */
  readonly size: number
  readonly decisionAt: (principal: PrincipalId, cell: number) => Decision
  readonly rowOf: (principal: PrincipalId) => Row | undefined
}

/** One principal's answers, a bit for each cell. What is in none of the sets is implicitly denied. Not to be written to. */
export interface Row {
  readonly allow: Bits
  readonly deny: Bits
  readonly depends: Bits
}

/** What a row follows from on its principal's side. */
export interface RowInput extends CallerSide {
  readonly holder: User | Role
  readonly account: AccountNumber
  readonly identity: readonly PolicyInSet[]
  readonly boundary: PolicyInSet | undefined
  /** What its requests say of itself; remembered as long as the organization is the same. */
  readonly contextIn: (model: Model) => RequestContext
}
