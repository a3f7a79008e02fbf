import type { OpenGate } from './gates.ts'
import { type GrantNeeds, needsOf } from './match-principal.ts'
import type { Outcome } from './trace.ts'

/** An Allow of the resource policy that names the caller, and what it still needs of the caller's own side. */
export interface Grant {
  readonly outcome: Outcome
  readonly partial: boolean
  readonly needs: GrantNeeds
  /** Names the whole account: it grants nothing itself, but lets the account's own policies count. [S1, S2] */
  readonly delegates: boolean
}

/** The grants of a resource policy: one for each form in which an Allow names the caller (section 3). */
export function grantsOf({ policies }: OpenGate): Grant[] {
  return policies
    .flatMap(policy => policy.statements)
    .filter(({ effect, outcome }) => effect === 'Allow' && (outcome === 'matched' || outcome === 'depends'))
    .flatMap(({ outcome, partial, grants }) =>
      grants.map(form => ({
        outcome,
        partial: partial === true,
        needs: needsOf(form),
        delegates: form === 'account',
      })),
    )
}
