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
  /** The bucket's Block Public Access keeps this caller out of its public policy. [S7] */
  readonly publicAccessBlocked: boolean
  readonly gates: Gates
  readonly grants: readonly Grant[]
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
  const allowed = input.ownedByAws ? 'failed' : allowance(input)
  // Where nothing could allow it, a Deny that hangs on context changes nothing: it is denied either way.
  if (allowed === 'failed')
    return {
      decision: 'ImplicitDeny',
      determining: [],
      partial: deniedInPart(every),
      dependsOn: [],
      ...deniedBecause(input),
    }
  if (denied === 'depends' || allowed === 'depends') return folded('DependsOnContext', every, isUndecided)
  return folded('Allow', every, isMatchingAllow, allowedInPart(input) || deniedInPart(every))
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

const whereAsked = (gate: OpenGate): Outcome => (gate.skipped ? 'matched' : gate.allows)

function allowance(input: FoldInput): Outcome {
  const { gates } = input
  const guardrails = [...gates.resourceControl, ...gates.serviceControl, gates.endpoint].map(whereAsked)
  return all([...guardrails, grantedToCaller(input)])
}

function grantedToCaller({ request, relation, needsTrust, gates, ...input }: FoldInput): Outcome {
  const grants = input.publicAccessBlocked ? [] : input.grants
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
