import { parseArn } from '../arn.ts'
import type { AccountNumber, Model, Resource, Role, Tag, User } from '../model/records.ts'
import { hasWildcard } from '../wildcard.ts'
import type { Caller } from './caller.ts'
import { createContext, type RequestContext } from './context.ts'
import { accountRecord, ousAbove } from './organization-levels.ts'

export interface CallerSide {
  readonly arn: string
  readonly caller: Caller
  /** The user, or the role of the session. */
  readonly holder: User | Role | undefined
  readonly account: AccountNumber | undefined
}

/**
 * What AWS puts into every request of a caller by itself, as far as the model knows it. Other keys are `unknown`; those
 * of whose kind the model knows all are absent.
 */
export function callerContext(model: Model, { arn, caller, holder, account }: CallerSide): RequestContext {
  const context = {
    ...tagKeys('aws:PrincipalTag/', holder?.tags),
    ...organizationKeys(model, 'Principal', account),
    ...directCallKeys(holder, account),
  }
  const absentPrefixes = [
    ...(holder ? ['aws:principaltag/', ...SERVICE_TO_SERVICE] : []),
    ...(model.organization ? [] : ['aws:principalorg']),
  ]
  return createContext({ principal: arn, context, absentPrefixes, missingKeys: 'unknown' }, caller, undefined)
}

/** What AWS puts into every request for a resource by itself, whoever asks. */
export function resourceContext(
  model: Model,
  owner: Resource | undefined,
  account: AccountNumber | undefined,
): RequestContext {
  const context = {
    ...tagKeys('aws:ResourceTag/', owner?.tags),
    ...organizationKeys(model, 'Resource', account),
    ...regionKey(owner),
  }
  const absentPrefixes = [
    ...(owner ? ['aws:resourcetag/'] : []),
    ...(model.organization ? [] : ['aws:resourceorg']),
  ]
  const input = { principal: '', context, absentPrefixes, missingKeys: 'unknown' as const }
  return createContext(input, { kind: 'anonymous' }, account)
}

const tagKeys = (prefix: string, tags: readonly Tag[] = []): Record<string, string> =>
  Object.fromEntries(tags.map(({ key, value }) => [prefix + key, value]))

function organizationKeys(model: Model, side: 'Principal' | 'Resource', account: AccountNumber | undefined) {
  const { organization } = model
  const record = accountRecord(model, account)
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
