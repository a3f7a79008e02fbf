import { type EntityId, entityByArn, type Model, parsedPolicy, type Role } from '@iam-canvas/core'
import { isFramed } from './containment.ts'

/** Who a trust policy lets in, in a few words: "trusts lambda", "trusts account 111122223333 and 2 more". */
export function trustedPrincipals(trustPolicy: string): string {
  const names = new Set<string>()
  for (const { effect, principal } of parsedPolicy(trustPolicy).document.statements) {
    if (effect !== 'Allow' || !principal) continue
    for (const value of principal.values) names.add(principalName(value.text))
  }
  const [first, ...rest] = names
  if (first === undefined) return 'trusts nobody'
  return rest.length === 0 ? `trusts ${first}` : `trusts ${first} and ${rest.length} more`
}

const trusted = new WeakMap<Role, { readonly model: Model; readonly ids: readonly EntityId[] }>()

/** Those of the model whom a role's trust policy names: outside principals, and users, roles and accounts by ARN. */
export function trustedEntities(model: Model, role: Role): readonly EntityId[] {
  const known = trusted.get(role)
  if (known?.model === model) return known.ids
  const principals = new Set<string>()
  for (const { effect, principal } of parsedPolicy(role.trustPolicy).document.statements) {
    if (effect === 'Allow' && principal && !principal.not)
      for (const { text } of principal.values) principals.add(text)
  }
  const outside = Object.values(model.externals).filter(external => principals.has(external.principal))
  const inside = [...principals].flatMap(principal => entityByArn(model, arnOfPrincipal(principal)) ?? [])
  // Trusting its own account says no more than that its policies decide.
  const drawn = inside.filter(
    entity =>
      entity.kind === 'user' ||
      entity.kind === 'role' ||
      (entity.kind === 'account' && isFramed(model) && entity.account !== role.account),
  )
  const ids = [...outside, ...drawn].map(({ id }) => id)
  trusted.set(role, { model, ids })
  return ids
}

/** Whether a policy text allows something to exactly this principal. */
export const namesPrincipal = (text: string, wanted: string): boolean =>
  parsedPolicy(text).document.statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal &&
      !principal.not &&
      principal.values.some(value => value.text === wanted),
  )

/** An account may be named by its number alone. */
const arnOfPrincipal = (principal: string) =>
  /^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal

/** `lambda.amazonaws.com` → "lambda", `arn:aws:iam::1:role/x` → "x", `arn:aws:iam::1:root` → "account 1". */
export function principalName(principal: string): string {
  if (principal === '*') return 'everyone'
  if (/^\d{12}$/.test(principal)) return `account ${principal}`
  const service = /^([\w.-]+)\.amazonaws\.com(?:\.cn)?$/.exec(principal)
  if (service?.[1]) return service[1]
  const arn = /^arn:[^:]*:[^:]*:[^:]*:(\d*):(.*)$/.exec(principal)
  if (!arn) return principal
  return arn[2] === 'root' ? `account ${arn[1]}` : (arn[2]?.split('/').at(-1) ?? principal)
}
