import type { OpenGate } from './gates.ts'
import { type GrantNeeds, needsOf } from './match-principal.ts'
import type { StatementTrace } from './trace.ts'

/** An Allow of the resource policy that names the caller, and what it still needs of the caller's own side. */
export interface Grant {
  readonly statement: StatementTrace
  readonly needs: GrantNeeds
  /** Names the whole account: it grants nothing itself, but lets the account's own policies count. [S1, S2] */
  readonly delegates: boolean
}

/** The grants of a resource policy: one for each form in which an Allow names the caller (section 3). */
export function grantsOf({ allowStatements }: OpenGate): Grant[] {
  return allowStatements
    .filter(({ outcome }) => outcome === 'matched' || outcome === 'depends')
    .flatMap(statement =>
      statement.grants.map(form => ({
        statement,
        needs: needsOf(form),
        delegates: form === 'account',
      })),
    )
}
