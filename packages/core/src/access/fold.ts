import { parseArn } from '../arn.ts'
import type { Grant } from './grants.ts'
import type { OpenGate } from './gates.ts'
import { all, any } from './outcome.ts'
import type { Request } from './request.ts'
import type { Decision, KeyDependency, Outcome, Place, StatementTrace } from './trace.ts'
import { keyDependencies } from './key-dependencies.ts'

export interface Gates {
  readonly resourceControl: readonly OpenGate[]
  readonly serviceControl: readonly OpenGate[]
  readonly endpoint: OpenGate
  readonly resource: OpenGate
  readonly identity: OpenGate
  readonly boundary: OpenGate
  readonly session: OpenGate
}

export interface FoldInput {
  readonly request: Request
  readonly relation: 'same-account' | 'cross-account' | 'outsider'
  /** Identity policies count only if the resource policy trusts the account: KMS keys and roles. [S1, S2] */
  readonly needsTrust: boolean
  readonly ownedByAws: boolean
  readonly gates: Gates
  readonly grants: readonly Grant[]
}

export interface Folded {
  readonly decision: Decision
  readonly determining: readonly Place[]
  readonly partial: boolean
  readonly dependsOn: readonly KeyDependency[]
}

/** From the gates to the decision. [D1–D11] */
export function foldDecision(input: FoldInput): Folded {
  const { request, gates } = input
  const every = allGates(gates)
  // Nothing can take this one away. [D11]
  if (request.service === 'sts' && request.actionName === 'getcalleridentity') {
    return { decision: 'Allow', determining: [], partial: false, dependsOn: [] }
  }
  const denied = any(every.map(gate => gate.denies))
  if (denied === 'matched') return folded('ExplicitDeny', every, isMatchingDeny)
  const allowed = input.ownedByAws ? 'failed' : allowance(input)
  // Where nothing could allow it, a Deny that hangs on context changes nothing: it is denied either way.
  if (allowed === 'failed')
    return { decision: 'ImplicitDeny', determining: [], partial: deniedInPart(every), dependsOn: [] }
  if (denied === 'depends' || allowed === 'depends') return folded('DependsOnContext', every, isUndecided)
  return folded('Allow', every, isMatchingAllow, allowedInPart(input) || deniedInPart(every))
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

const whereAsked = (gate: OpenGate): Outcome => (gate.skipped ? 'matched' : gate.allows)

function allowance(input: FoldInput): Outcome {
  const { gates } = input
  const guardrails = [...gates.resourceControl, ...gates.serviceControl, gates.endpoint].map(whereAsked)
  return all([...guardrails, grantedToCaller(input)])
}

function grantedToCaller({ request, relation, needsTrust, gates, grants: all_ }: FoldInput): Outcome {
  const grants = usableGrants(request, relation, all_)
  const identity = identityAllows(request, gates)
  const boundary = whereAsked(gates.boundary)
  const session = sessionAllows(request, gates)
  switch (relation) {
    case 'outsider':
      return any(grants.map(({ outcome }) => outcome))
    case 'cross-account':
      return all([any(grants.map(({ outcome }) => outcome)), identity, boundary, session])
    case 'same-account': {
      const byResource = grants.map(({ outcome, needs }) =>
        all([
          outcome,
          ...(needs.identity ? [identity] : []),
          ...(needs.boundary ? [boundary] : []),
          ...(needs.session ? [session] : []),
        ]),
      )
      const trusted = needsTrust
        ? any(grants.filter(grant => grant.delegates).map(({ outcome }) => outcome))
        : 'matched'
      return any([...byResource, all([identity, boundary, session, trusted])])
    }
  }
}

/** A bucket that blocks public access does not admit strangers by a public policy. [S7] */
function usableGrants(
  { facts }: Request,
  relation: FoldInput['relation'],
  grants: readonly Grant[],
): readonly Grant[] {
  const blocked = facts.restrictPublicBuckets === true && relation !== 'same-account'
  return blocked ? [] : grants
}

/** Root may do everything in its own account. [D9] */
function identityAllows({ caller }: Request, { identity }: Gates): Outcome {
  return caller.kind === 'root' ? 'matched' : identity.allows
}

/** A federated session without a session policy has nothing of its own. [D14] */
function sessionAllows({ caller }: Request, { session }: Gates): Outcome {
  return caller.kind === 'federated-user' && session.skipped ? 'failed' : whereAsked(session)
}

const statementsOf = (gates: readonly OpenGate[]): readonly StatementTrace[] =>
  gates.flatMap(gate => gate.policies.flatMap(policy => policy.statements))

const isMatchingDeny = ({ effect, outcome, partial }: StatementTrace) =>
  effect === 'Deny' && outcome === 'matched' && !partial
const isMatchingAllow = ({ effect, outcome }: StatementTrace) => effect === 'Allow' && outcome === 'matched'
const isUndecided = ({ outcome }: StatementTrace) => outcome === 'depends'

function folded(
  decision: Decision,
  gates: readonly OpenGate[],
  determines: (statement: StatementTrace) => boolean,
  partial = false,
): Folded {
  const statements = statementsOf(gates).filter(determines)
  return {
    decision,
    determining: statements.map(({ policyId, at }) => ({ policyId, at })),
    partial,
    dependsOn: decision === 'DependsOnContext' ? keyDependencies(statements) : [],
  }
}

/** Some of what was asked is denied, though not all of it. [M9] */
const deniedInPart = (gates: readonly OpenGate[]): boolean =>
  statementsOf(gates).some(
    ({ effect, outcome, partial }) => effect === 'Deny' && outcome === 'matched' && partial === true,
  )

/** In some gate only statements that cover a part allow. [M9] */
function allowedInPart({ request, gates }: FoldInput): boolean {
  if (!parseArn(request.input.resource) && request.input.resource !== '*') return false
  return allGates(gates).some(gate => {
    const allows = gate.policies.flatMap(policy => policy.statements).filter(isMatchingAllow)
    return allows.length > 0 && allows.every(({ partial }) => partial)
  })
}
