import { parseArn } from '../arn.ts'
import type { AccountNumber, Model, Resource, Role, Tag, User } from '../model/records.ts'
import { hasWildcard } from '../wildcard.ts'
import type { ContextValues } from './context.ts'
import { ousAbove } from './organization-levels.ts'

export interface ModelContextInput {
  readonly holder: User | Role | undefined
  readonly callerAccount: AccountNumber | undefined
  readonly owner: Resource | undefined
  readonly resourceAccount: AccountNumber | undefined
  /** What the question says, which always wins. */
  readonly given: ContextValues | undefined
}

export interface ModelContext {
  readonly values: ContextValues
  /** Keys beginning with these are absent where they have no value: the model knows all tags of what it holds. */
  readonly absentPrefixes: readonly string[]
}

/** What AWS puts into every request by itself, as far as the model knows it; the caller's own keys are in `context.ts`. */
export function contextFromModel(model: Model, input: ModelContextInput): ModelContext {
  const { holder, callerAccount, owner, resourceAccount, given } = input
  const values: Record<string, string | readonly string[]> = {
    ...tagKeys('aws:PrincipalTag/', holder?.tags),
    ...tagKeys('aws:ResourceTag/', owner?.tags),
    ...organizationKeys(model, 'Principal', callerAccount),
    ...organizationKeys(model, 'Resource', resourceAccount),
    ...directCallKeys(holder, callerAccount),
    ...regionKey(owner),
    ...given,
  }
  const absentPrefixes = [
    ...(holder ? ['aws:principaltag/', ...SERVICE_TO_SERVICE] : []),
    ...(owner ? ['aws:resourcetag/'] : []),
    ...(model.organization ? [] : ['aws:principalorg', 'aws:resourceorg']),
  ]
  return { values, absentPrefixes }
}

const tagKeys = (prefix: string, tags: readonly Tag[] = []): Record<string, string> =>
  Object.fromEntries(tags.map(({ key, value }) => [prefix + key, value]))

function organizationKeys(model: Model, side: 'Principal' | 'Resource', account: AccountNumber | undefined) {
  const { organization } = model
  const record = Object.values(model.accounts).find(candidate => candidate.account === account)
  if (!organization || !record?.ou) return {}
  // A path names the organization, its root and each OU, and ends with a slash.
  const ids = ousAbove(model, record.ou).map(({ id }) => id.slice('ou:'.length))
  const path = `${[organization.id, ...ids].join('/')}/`
  return {
    [`aws:${side}OrgID`]: organization.id,
    [`aws:${side}OrgPaths`]: [path],
  }
}

/** Present only where one AWS service calls another on a resource's behalf; a user or role of the model calls itself. */
const SERVICE_TO_SERVICE = ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths']

function directCallKeys(
  holder: User | Role | undefined,
  account: AccountNumber | undefined,
): Record<string, string> {
  if (!holder) return {}
  return { 'aws:ViaAWSService': 'false', ...(account !== undefined && { 'kms:CallerAccount': account }) }
}

/** A regional resource is asked in its region. */
function regionKey(owner: Resource | undefined): Record<string, string> {
  const region = owner && parseArn(owner.arn)?.region
  return region && !hasWildcard(region) ? { 'aws:RequestedRegion': region } : {}
}
