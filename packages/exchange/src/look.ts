import { fieldOf, isObject, type JsonObject } from './json-shape.ts'

/** What a file is, as far as its content tells. */
export type FileKind =
  | 'account-dump'
  | 'canvas-file'
  | 'policy'
  | 'cloudformation'
  | 'terraform-state'
  | 'terraform-plan'
  | 'cli-output'
  | 'json'
  | 'text'
  | 'empty'

/** What a JSON value looks like. A list is what its first element is: pages of a dump come as one. */
export function lookOf(value: unknown): Exclude<FileKind, 'text' | 'empty'> {
  if (Array.isArray(value)) {
    const first: unknown = value[0]
    return isObject(first) && looksLikeDump(first) ? 'account-dump' : 'json'
  }
  if (!isObject(value)) return 'json'
  if (fieldOf(value, 'format') === 'iam-canvas') return 'canvas-file'
  if (looksLikeDump(value)) return 'account-dump'
  if (looksLikeCloudFormation(value)) return 'cloudformation'
  if (Object.hasOwn(value, 'Statement')) return 'policy'
  if (Object.hasOwn(value, 'planned_values') || Object.hasOwn(value, 'resource_changes'))
    return 'terraform-plan'
  if (Object.hasOwn(value, 'terraform_version')) return 'terraform-state'
  if (cliOperationOf(value)) return 'cli-output'
  return 'json'
}

const DETAIL_LISTS = ['UserDetailList', 'GroupDetailList', 'RoleDetailList']

function looksLikeDump(value: JsonObject): boolean {
  if (DETAIL_LISTS.some(key => Object.hasOwn(value, key))) return true
  // `list-policies` has the same key, but its policies have no versions.
  const policies = fieldOf(value, 'Policies')
  const first: unknown = Array.isArray(policies) ? policies[0] : policies
  return isObject(first) && Object.hasOwn(first, 'PolicyVersionList')
}

function looksLikeCloudFormation(value: JsonObject): boolean {
  if (Object.hasOwn(value, 'AWSTemplateFormatVersion')) return true
  const resources = fieldOf(value, 'Resources')
  if (!isObject(resources)) return false
  return Object.values(resources).some(resource => {
    const type = isObject(resource) && fieldOf(resource, 'Type')
    return typeof type === 'string' && /^(?:AWS|Custom)::/.test(type)
  })
}

/** The keys by which the answers of IAM's other operations are known. */
const OPERATIONS: readonly (readonly [string, string])[] = [
  ['Users', 'list-users'],
  ['Groups', 'list-groups'],
  ['Roles', 'list-roles'],
  ['Policies', 'list-policies'],
  ['PolicyNames', 'list-user-policies'],
  ['AttachedPolicies', 'list-attached-user-policies'],
  ['InstanceProfiles', 'list-instance-profiles'],
  ['AccessKeyMetadata', 'list-access-keys'],
  ['Versions', 'list-policy-versions'],
  ['PolicyVersion', 'get-policy-version'],
  ['PolicyDocument', 'get-role-policy'],
  ['User', 'get-user'],
  ['Group', 'get-group'],
  ['Role', 'get-role'],
  ['Policy', 'get-policy'],
  ['SummaryMap', 'get-account-summary'],
]

/** Which `aws iam` operation answered like this, if one did: `list-users`. */
export function cliOperationOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  return OPERATIONS.find(([key]) => {
    const field = fieldOf(value, key)
    return typeof field === 'object' && field !== null
  })?.[1]
}
