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
import type { KeyValue } from './context.ts'
import { controlGates, denyGate, gateOf, type OpenGate, perhaps, skippedGate } from './gates.ts'
import { grantsOf } from './grants.ts'
import type { PolicyInSet, PolicySets } from './policy-sets.ts'
import { isPublic } from './public-policy.ts'
import type { Request } from './request.ts'
import type { Explanation } from './trace.ts'
import { tracePolicy } from './trace-statement.ts'

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
  const throughEndpoint = request.context.valueOf(ENDPOINT_KEY).state
  const endpoint = sets.endpoint
    ? endpointGate(trace(sets.endpoint), throughEndpoint)
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
    publicAccessBlocked:
      request.facts.restrictPublicBuckets === true &&
      relation !== 'same-account' &&
      request.caller.kind !== 'service' &&
      sets.resource !== undefined &&
      isPublic(sets.resource.compiled),
    gates: { resourceControl, serviceControl, endpoint, resource, identity, boundary, session },
    grants: grantsOf(resource),
  })
  const { principal, action, resource: asked } = request.input
  return {
    request: { principal, action, resource: asked },
    decision: folded.decision,
    determining: folded.determining,
    ...(folded.partial && { partial: true }),
    ...(folded.because !== undefined && { because: folded.because }),
    gates: [denyGate(gates), ...gates.map(({ trace: traced }) => traced)],
    dependsOn:
      folded.decision === 'DependsOnContext' && sets.endpoint && throughEndpoint === 'unknown'
        ? [...folded.dependsOn, { key: ENDPOINT_KEY, places: [], decidingValues: [] }]
        : folded.dependsOn,
  }
}

/** Present exactly when the request came through a VPC endpoint. [D13] */
const ENDPOINT_KEY = 'aws:SourceVpce'

function endpointGate(policies: ReturnType<typeof tracePolicy>[], used: KeyValue['state']): OpenGate {
  if (used === 'absent') return skippedGate('endpoint', 'endpoint-not-used')
  const gate = gateOf('endpoint', policies)
  return used === 'unknown' ? perhaps(gate) : gate
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
