import {
  arnOf,
  type ContextValues,
  entityByArn,
  type EntityId,
  explain,
  type Model,
  parsedPolicy,
  type PrincipalId,
  recordsIn,
  type Role,
} from '@iam-canvas/core'
import { trustedEntities } from './trust-words.ts'

export interface MayAssume {
  readonly id: EntityId
  /** On a key of the request that nobody has settled. */
  readonly depends: boolean
}

const mostAsked = 2_000

/** Who may assume a role: asked of everyone whom its trust policy could mean, and whoever outside it names. */
export function assumableBy(model: Model, role: Role, context: ContextValues): readonly MayAssume[] {
  const resource = arnOf(model, role.id) ?? ''
  const action = 'sts:AssumeRole'
  const inside = possiblyMeant(model, role).slice(0, mostAsked)
  const may = inside.flatMap((principal): MayAssume[] => {
    if (principal === role.id) return []
    const { decision } = explain(model, { principal, action, resource, context })
    const allowed = decision === 'Allow' || decision === 'DependsOnContext'
    return allowed ? [{ id: principal, depends: decision !== 'Allow' }] : []
  })
  const outside = trustedEntities(model, role).filter(id => id.startsWith('external:'))
  return [...may, ...outside.map(id => ({ id, depends: false }))]
}

/** Nobody is asked whom no statement of the trust policy can mean: most roles trust a service and nobody else. */
function possiblyMeant(model: Model, role: Role): readonly PrincipalId[] {
  const found = new Set<PrincipalId>()
  const addAll = (account?: string) => {
    for (const { id, account: own } of [...recordsIn(model, 'users'), ...recordsIn(model, 'roles')]) {
      if (account === undefined || own === account) found.add(id)
    }
  }
  for (const { effect, principal } of parsedPolicy(role.trustPolicy).document.statements) {
    if (effect !== 'Allow' || !principal) continue
    if (principal.not) addAll()
    for (const { type, text } of principal.not ? [] : principal.values) {
      if (type === 'Service' || type === 'Federated') continue
      const account = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1]
      const entity = entityByArn(model, text)
      if (text === '*') addAll()
      else if (account !== undefined) addAll(account)
      else if (entity?.kind === 'user' || entity?.kind === 'role') found.add(entity.id)
    }
  }
  return [...found]
}
