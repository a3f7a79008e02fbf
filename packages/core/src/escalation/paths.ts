import { evaluate } from '../access/evaluate.ts'
import { gather } from '../access/gather.ts'
import type { ContextValues } from '../access/context.ts'
import { entityById } from '../model/collections.ts'
import type { EntityId, Model, PrincipalId, Role, User } from '../model/records.ts'
import { ESCALATION_RULES } from './catalogue.ts'
import type { EscalationRule, Gain, Need } from './rule.ts'

/** One step up. */
export interface EscalationHop {
  readonly by: PrincipalId
  /** The id of the rule that describes it. */
  readonly rule: string
  readonly does: string
  readonly target: EntityId
  readonly needs: readonly Need[]
  /** `DependsOnContext` when it works in some requests only. */
  readonly decision: 'Allow' | 'DependsOnContext'
}

/** How something is reached, from the principal that was asked about to the last hop. */
export interface EscalationPath {
  readonly gain: Gain
  readonly hops: readonly EscalationHop[]
  /** `Allow` when every hop is. */
  readonly decision: EscalationHop['decision']
}

export interface EscalationOptions {
  readonly context?: ContextValues
  readonly missingKeys?: 'absent' | 'unknown'
  /** Other rules than the whole catalogue. */
  readonly rules?: readonly EscalationRule[]
}

/**
 * Everything that a user or role can reach beyond what it was given: each principal it can become, by one of the
 * shortest ways, and each way in which it or one of those can write its own permissions. Shortest paths come first; no
 * path goes in a circle. Never throws.
 */
export function escalationPaths(
  model: Model,
  from: PrincipalId,
  options: EscalationOptions = {},
): readonly EscalationPath[] {
  const found: EscalationPath[] = []
  const reached = new Map<PrincipalId, readonly EscalationHop[]>([[from, []]])
  // A map is walked in the order in which it grows, which makes this a search in breadth.
  for (const [by, path] of reached) {
    const principal = entityById(model, by)
    if (principal?.kind !== 'user' && principal?.kind !== 'role') continue
    for (const { gain, hop } of hopsOf(model, principal, options)) {
      if (gain.kind === 'becomes' && reached.has(gain.principal)) continue
      const hops = [...path, hop]
      if (gain.kind === 'becomes') reached.set(gain.principal, hops)
      const certain = hops.every(({ decision }) => decision === 'Allow')
      found.push({ gain, hops, decision: certain ? 'Allow' : 'DependsOnContext' })
    }
  }
  return found
}

function* hopsOf(
  model: Model,
  by: User | Role,
  { rules = ESCALATION_RULES, ...options }: EscalationOptions,
): Generator<{ readonly gain: Gain; readonly hop: EscalationHop }> {
  for (const { id, does, ways } of rules) {
    for (const { gain, target, needs } of ways(model, by)) {
      const decision = permitted(model, by.id, needs, options)
      if (decision) yield { gain, hop: { by: by.id, rule: id, does, target, needs, decision } }
    }
  }
}

/** All needs together; `undefined` when one of them is denied. */
function permitted(
  model: Model,
  by: PrincipalId,
  needs: readonly Need[],
  options: Omit<EscalationOptions, 'rules'>,
): EscalationHop['decision'] | undefined {
  let whole: EscalationHop['decision'] = 'Allow'
  for (const { principal = by, action, resource, context } of needs) {
    const { request, sets } = gather(model, {
      ...options,
      principal,
      action,
      resource,
      context: { ...options.context, ...context },
    })
    const { decision } = evaluate(request, sets)
    if (decision !== 'Allow' && decision !== 'DependsOnContext') return undefined
    if (decision === 'DependsOnContext') whole = decision
  }
  return whole
}
