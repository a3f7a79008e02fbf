import { parseArn } from '../arn.ts'
import { type AllowanceInput, allowanceOf, allowsInPart, type Gates, restsOn } from './allowance.ts'
import type { OpenGate } from './gates.ts'
import { any } from './outcome.ts'
import type { Decision, KeyDependency, Place, StatementTrace } from './trace.ts'
import { keyDependencies } from './key-dependencies.ts'

export interface FoldInput extends AllowanceInput {
  readonly ownedByAws: boolean
}

export interface Folded {
  readonly decision: Decision
  readonly determining: readonly Place[]
  readonly partial: boolean
  readonly dependsOn: readonly KeyDependency[]
  /** A rule that decided by itself, as a code of the message catalogue. */
  readonly because?: string
}

/** From the gates to the decision. [D1–D11] */
export function foldDecision(input: FoldInput): Folded {
  const { request, gates } = input
  const every = allGates(gates)
  // Nothing can take this one away. [D11]
  if (request.service === 'sts' && request.actionName === 'getcalleridentity') {
    return { decision: 'Allow', determining: [], partial: false, dependsOn: [], because: 'always-allowed' }
  }
  const denied = any(every.map(gate => gate.denies))
  if (denied === 'matched') return folded('ExplicitDeny', every, isMatchingDeny)
  const allowance = allowanceOf(input)
  // Where nothing could allow it, a Deny that hangs on context changes nothing: it is denied either way.
  if (input.ownedByAws || allowance.outcome === 'failed')
    return {
      decision: 'ImplicitDeny',
      determining: [],
      partial: deniedInPart(every),
      dependsOn: [],
      ...deniedBecause(input),
    }
  const allows = restsOn(allowance)
  if (denied === 'depends' || allowance.outcome === 'depends') {
    const isOpen = (statement: StatementTrace) =>
      statement.outcome === 'depends' && (statement.effect === 'Deny' || allows.has(statement))
    return folded('DependsOnContext', every, isOpen)
  }
  // What is neither an ARN nor `*` has no parts.
  const divisible = parseArn(request.input.resource) !== undefined || request.input.resource === '*'
  const inPart = (divisible && allowsInPart(allowance)) || deniedInPart(every)
  return folded('Allow', every, statement => allows.has(statement), inPart)
}

/** Which rule denied what the gates by themselves would let through. */
function deniedBecause({ request, gates, grants, ...input }: FoldInput): Pick<Folded, 'because'> {
  if (input.ownedByAws) return { because: 'owned-by-aws' }
  if (input.publicAccessBlocked && grants.length > 0) return { because: 'public-access-blocked' }
  const bare = request.caller.kind === 'federated-user' && gates.session.skipped
  return bare && (grants.length > 0 || gates.identity.allows === 'matched')
    ? { because: 'federated-without-session-policy' }
    : {}
}

const allGates = (gates: Gates): readonly OpenGate[] => [
  ...gates.resourceControl,
  ...gates.serviceControl,
  gates.endpoint,
  gates.resource,
  gates.identity,
  gates.boundary,
  gates.session,
]

const isMatchingDeny = ({ effect, outcome, partial }: StatementTrace) =>
  effect === 'Deny' && outcome === 'matched' && !partial

function folded(
  decision: Decision,
  gates: readonly OpenGate[],
  determines: (statement: StatementTrace) => boolean,
  partial = false,
): Folded {
  const statements: StatementTrace[] = []
  for (const { policies } of gates) {
    for (const policy of policies) {
      for (const statement of policy.statements) if (determines(statement)) statements.push(statement)
    }
  }
  return {
    decision,
    determining: statements.map(({ policyId, at }) => ({ policyId, at })),
    partial,
    dependsOn: decision === 'DependsOnContext' ? keyDependencies(statements) : [],
  }
}

/** Some of what was asked is denied, though not all of it. [M9] */
const deniedInPart = (gates: readonly OpenGate[]): boolean =>
  gates.some(({ policies }) =>
    policies.some(({ statements }) =>
      statements.some(
        ({ effect, outcome, partial }) => effect === 'Deny' && outcome === 'matched' && partial === true,
      ),
    ),
  )
