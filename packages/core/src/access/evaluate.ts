import {
  asksForKey,
  asksForTrust,
  isOwnedByAws,
  relationOf,
  resourceControlApplies,
  resourcePolicyApplies,
  serviceControlApplies,
} from './applies.ts'
import { foldDecision } from './fold.ts'
import { controlGates, denyGate, gateOf, type OpenGate, skippedGate } from './gates.ts'
import { grantsOf } from './grants.ts'
import type { PolicySets } from './policy-sets.ts'
import type { Request } from './request.ts'
import type { Explanation } from './trace.ts'
import { type PolicyInSet, tracePolicy } from './trace-statement.ts'

/** An explanation before near misses are looked for, which only the explanation layer does. */
export type Evaluation = Omit<Explanation, 'nearMisses'>

/**
 * Decides one request against the policy sets that bear on it, with the whole trace. The decision is a fold over the
 * gates that are returned, and nothing else. [D1–D14]
 */
export function evaluate(request: Request, sets: PolicySets): Evaluation {
  const hasBoundary = sets.boundary !== undefined
  const trace = (policies: readonly PolicyInSet[]) =>
    policies.map(policy => tracePolicy(policy, request, hasBoundary))
  const relation = relationOf(request)
  const outsider = relation === 'outsider'
  const root = request.caller.kind === 'root'

  const resourceControl = controlGates(
    'resource-control',
    sets.resourceControl,
    resourceControlApplies(request),
    trace,
  )
  const serviceControl = controlGates(
    'service-control',
    sets.serviceControl,
    serviceControlApplies(request),
    trace,
  )
  const endpoint = sets.endpoint
    ? gateOf('endpoint', trace(sets.endpoint))
    : skippedGate('endpoint', 'no-endpoint')
  const applies = resourcePolicyApplies(request)
  const resource =
    applies !== true
      ? skippedGate('resource-policy', applies.skipped)
      : sets.resource
        ? gateOf('resource-policy', trace([sets.resource]))
        : skippedGate('resource-policy', 'no-resource-policy')
  const identity = outsider
    ? skippedGate('identity', 'no-identity-side')
    : root
      ? skippedGate('identity', 'root-user')
      : gateOf('identity', trace(sets.identity))
  const boundary = limitGate(
    'boundary',
    outsider || root ? undefined : sets.boundary && [sets.boundary],
    trace,
  )
  const session = limitGate('session', outsider || root ? undefined : sets.session, trace)

  const gates: OpenGate[] = [
    ...resourceControl,
    ...serviceControl,
    endpoint,
    resource,
    identity,
    boundary,
    session,
  ]
  const folded = foldDecision({
    request,
    relation,
    needsTrust: asksForTrust(request) || asksForKey(request),
    ownedByAws: isOwnedByAws(request),
    gates: { resourceControl, serviceControl, endpoint, resource, identity, boundary, session },
    grants: grantsOf(resource),
  })
  const { principal, action, resource: asked } = request.input
  return {
    request: { principal, action, resource: asked },
    decision: folded.decision,
    determining: folded.determining,
    ...(folded.partial && { partial: true }),
    gates: [denyGate(gates), ...gates.map(({ trace: traced }) => traced)],
    dependsOn: folded.dependsOn,
  }
}

function limitGate(
  name: 'boundary' | 'session',
  policies: readonly PolicyInSet[] | undefined,
  trace: (policies: readonly PolicyInSet[]) => ReturnType<typeof tracePolicy>[],
): OpenGate {
  return policies
    ? gateOf(name, trace(policies))
    : skippedGate(name, name === 'boundary' ? 'no-boundary' : 'no-session-policy')
}
