import type { ContextValues } from './context.ts'
import type { ServiceFacts } from './request.ts'

/** A question about a model: may this principal do this on that? */
export interface AccessQuestion {
  /** A user or role of the model by id, or any principal as in the flat entry. */
  readonly principal: string
  readonly action: string
  /** An ARN, a pattern [M9], or `*`. */
  readonly resource: string
  readonly context?: ContextValues
  /** What keys are that nothing tells: `unknown` unless said otherwise, since a model is asked before anyone acts. */
  readonly missingKeys?: 'absent' | 'unknown'
  /** Session policies, as texts. [S4, D14] */
  readonly session?: readonly { readonly id: string; readonly text: string }[]
  readonly facts?: ServiceFacts
}
