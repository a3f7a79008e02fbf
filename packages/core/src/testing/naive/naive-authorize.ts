import type { AuthorizeInput, Policy } from '../../access/authorize.ts'
import type { Decision } from '../../access/trace.ts'
import { naiveContext } from './context.ts'
import { naiveDocument } from './document.ts'
import { type Maybe, and, or } from './maybe.ts'
import { naiveCaller, stillNeeds } from './principals.ts'
import { type Applied, applied, type Asked, type NaiveKind } from './statements.ts'
import { arnParts } from './symbols.ts'
import { ABSENT, UNKNOWN } from './values.ts'

/**
 * A second evaluator, written from the rules by the shortest path, to hold the engine against. Slow on purpose. Block
 * Public Access [S7] is left to its own tests: what makes a policy public is a list, and written twice it proves nothing.
 */
export function naiveAuthorize({ request, policies }: AuthorizeInput): Decision {
  const caller = naiveCaller(request.principal)
  const named = arnOf(request.resource)
  const account = /^\d{12}$/.test(named[4] ?? '') ? named[4] : request.resourceAccount
  // What has no resource type is about no key and no policy of AWS's own, whatever the request names. [S6]
  const target = request.facts?.wildcardOnlyAction ? [] : named
  const context = naiveContext(request, caller, account)
  const asked: Asked = { request, caller, context, hasBoundary: policies.permissionsBoundary !== undefined }
  const [service = '', action = ''] = request.action.toLowerCase().split(':')
  const held = (kind: NaiveKind, all: readonly Policy[]): Applied[] =>
    all.flatMap(policy => applied(naiveDocument(policy.document), kind, asked))

  // D11
  if (service === 'sts' && action === 'getcalleridentity') return 'Allow'

  const outsider = caller.kind === 'service' || caller.kind === 'anonymous' || caller.kind === 'federated'
  const root = caller.kind === 'root'
  const trust =
    service === 'sts' && /^(assumerole(withsaml|withwebidentity)?|tagsession|setsourceidentity)$/.test(action)
  const linked =
    caller.kind === 'role' &&
    (caller.path.startsWith('/aws-service-role/') || caller.name.startsWith('AWSServiceRoleFor'))

  const identity = outsider || root ? [] : held('identity', policies.identity ?? [])
  const boundary =
    outsider || root || !policies.permissionsBoundary
      ? undefined
      : held('boundary', [policies.permissionsBoundary])
  const session =
    outsider || root || !policies.session?.length ? undefined : held('session', policies.session)
  const resource =
    service === 'iam' || !policies.resource ? [] : held(trust ? 'trust' : 'resource', [policies.resource])
  // An endpoint's policy counts when the request came through it. Where nobody says, a Deny may not count, and an
  // Allow may not be needed. [D13]
  const vpce = context('aws:sourcevpce')
  const endpoint =
    !policies.endpoint?.length || vpce === ABSENT ? undefined : held('endpoint', policies.endpoint)
  const scps =
    outsider || linked || request.facts?.managementAccount
      ? []
      : (policies.serviceControl ?? []).map(level => held('scp', level.policies))
  const crossAccount = !outsider && !sameAccount()
  const rcps = rcpsApply(request, target, service, action, linked, crossAccount)
    ? (policies.resourceControl ?? []).map(level => held('rcp', level.policies))
    : []

  const denies = (sets: readonly (readonly Applied[] | undefined)[]): Maybe =>
    or(
      sets
        .flatMap(set => set ?? [])
        .filter(one => one.effect === 'Deny' && !one.partial)
        .map(one => one.matches),
    )
  const perhaps = (one: Maybe, otherwise: boolean): Maybe =>
    vpce === UNKNOWN && one !== otherwise ? 'maybe' : one
  const denied = or([
    denies([identity, boundary, session, resource, ...scps, ...rcps]),
    perhaps(denies([endpoint]), false),
  ])
  if (denied === true) return 'ExplicitDeny'

  const allows = (set: readonly Applied[]): Maybe =>
    or(set.filter(one => one.effect === 'Allow').map(one => one.matches))
  const own = {
    identity: root || allows(identity),
    boundary: boundary ? allows(boundary) : true,
    session: session ? allows(session) : caller.kind !== 'federated-user',
  }
  const grants = resource.filter(one => one.effect === 'Allow')
  const everySide = and([own.identity, own.boundary, own.session])

  let granted: Maybe
  if (outsider) granted = or(grants.map(one => one.matches))
  else if (!sameAccount()) granted = and([or(grants.map(one => one.matches)), everySide])
  else {
    const direct = grants.flatMap(one =>
      one.rows.map(row => and([one.matches, ...stillNeeds[row].map(side => own[side])])),
    )
    const needsTrust = trust || (service === 'kms' && (target[5] ?? '').startsWith('key/'))
    const delegated = or(grants.filter(one => one.rows.includes('account')).map(one => one.matches))
    granted = or([...direct, and([everySide, needsTrust ? delegated : true])])
  }
  const allowed = ownedByAws(service, action, target)
    ? false
    : and([granted, ...scps.map(allows), endpoint ? perhaps(allows(endpoint), true) : true])
  if (allowed === false) return 'ImplicitDeny'
  return allowed === 'maybe' || denied === 'maybe' ? 'DependsOnContext' : 'Allow'

  function sameAccount(): boolean {
    return !outsider && (account === undefined || account === caller.account)
  }
}

/** The six parts of an ARN; none of what is no ARN. */
function arnOf(text: string): readonly string[] {
  const parts = arnParts(text)
  return parts.length === 6 && parts[0]?.toLowerCase() === 'arn' ? parts : []
}

/** [D12] */
function rcpsApply(
  { facts }: AuthorizeInput['request'],
  target: readonly string[],
  service: string,
  action: string,
  linked: boolean,
  crossAccount: boolean,
): boolean {
  if (service === 'kms' && action === 'retiregrant') return false
  // Told of the caller's account only, the fact holds for a resource of the same account. [D12]
  const managed = facts?.resourceInManagementAccount ?? (facts?.managementAccount === true && !crossAccount)
  if (linked || managed || isAwsManagedKey(target)) return false
  return facts?.resourceControlApplies ?? ['s3', 'sts', 'kms', 'dynamodb'].includes(service)
}

const isAwsManagedKey = (target: readonly string[]): boolean =>
  target[2] === 'kms' && (target[5] ?? '').startsWith('alias/aws/')

/** [S8] */
function ownedByAws(service: string, action: string, target: readonly string[]): boolean {
  const name = target[5] ?? ''
  if (service === 'iam' && target[4] === 'aws' && name.startsWith('policy/')) {
    return /^(createpolicy|createpolicyversion|deletepolicy|deletepolicyversion|setdefaultpolicyversion|tagpolicy|untagpolicy)$/.test(
      action,
    )
  }
  if (service === 'iam' && name.startsWith('role/aws-reserved/'))
    return !/^(get|list|generate|simulate|passrole)/.test(action)
  return service === 'kms' && name.startsWith('alias/aws/') && /^(create|delete|update)alias$/.test(action)
}
