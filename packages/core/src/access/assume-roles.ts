import { arnOf } from '../model/entity-arn.ts'
import type { Model, PrincipalId, RoleId } from '../model/records.ts'
import type { ContextValues } from './context.ts'
import { evaluate } from './evaluate.ts'
import { gather } from './gather.ts'

/** One AssumeRole: the caller, the role it becomes, and whether that is certain or hangs on context. */
export interface AssumeRoleHop {
  readonly from: PrincipalId
  readonly role: RoleId
  readonly decision: 'Allow' | 'DependsOnContext'
}

/** A role that a principal can become, with the shortest way there; a way that is certain comes before one that is not. */
export interface AssumableRole {
  readonly role: RoleId
  readonly path: readonly AssumeRoleHop[]
  /** `Allow` when every hop is. */
  readonly decision: AssumeRoleHop['decision']
}

export interface AssumeRoleOptions {
  readonly context?: ContextValues
  readonly missingKeys?: 'absent' | 'unknown'
}

/**
 * Every role that a user or role can become through `sts:AssumeRole`, also by several hops and across accounts. At each
 * hop the caller is the role before: its policies, its boundary, the SCPs of its account, the trust policy of the next
 * role. [S2, S4]
 */
export function assumableRoles(
  model: Model,
  principal: PrincipalId,
  options: AssumeRoleOptions = {},
): readonly AssumableRole[] {
  const answers = new Map<string, AssumeRoleHop['decision'] | undefined>()
  const ask = (from: PrincipalId, role: RoleId) => {
    const key = `${from}\n${role}`
    if (!answers.has(key)) answers.set(key, mayAssume(model, from, role, options))
    return answers.get(key)
  }
  const found = new Map<RoleId, AssumableRole>()
  // First the ways that are certain, then from everything found so far those that hang on context.
  for (const certain of [true, false]) {
    const reached: PrincipalId[] = [principal, ...found.keys()]
    for (const from of reached) {
      const path = from === principal ? [] : (found.get(from as RoleId)?.path ?? [])
      for (const { id: role } of Object.values(model.roles)) {
        if (role === principal || found.has(role)) continue
        const decision = ask(from, role)
        if (!decision || (certain && decision !== 'Allow')) continue
        const whole = [...path, { from, role, decision }]
        found.set(role, { role, path: whole, decision: weakest(whole) })
        reached.push(role)
      }
    }
  }
  return [...found.values()]
}

const weakest = (path: readonly AssumeRoleHop[]): AssumeRoleHop['decision'] =>
  path.every(({ decision }) => decision === 'Allow') ? 'Allow' : 'DependsOnContext'

function mayAssume(
  model: Model,
  from: PrincipalId,
  role: RoleId,
  options: AssumeRoleOptions,
): AssumeRoleHop['decision'] | undefined {
  const resource = arnOf(model, role)
  if (!resource) return undefined
  const { request, sets } = gather(model, { principal: from, action: 'sts:AssumeRole', resource, ...options })
  const { decision } = evaluate(request, sets)
  return decision === 'Allow' || decision === 'DependsOnContext' ? decision : undefined
}
