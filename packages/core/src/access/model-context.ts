import type { AccountNumber, Model, Resource, Role, Tag, User } from '../model/records.ts'
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

/** Section 8 of the rules, as far as the model knows: tags, organization and its paths. */
export function contextFromModel(model: Model, input: ModelContextInput): ModelContext {
  const { holder, callerAccount, owner, resourceAccount, given } = input
  const values: Record<string, string | readonly string[]> = {
    ...tagKeys('aws:PrincipalTag/', holder?.tags),
    ...tagKeys('aws:ResourceTag/', owner?.tags),
    ...organizationKeys(model, 'Principal', callerAccount),
    ...organizationKeys(model, 'Resource', resourceAccount),
    ...given,
  }
  const absentPrefixes = [
    ...(holder ? ['aws:principaltag/'] : []),
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
