import {
  type Account,
  type EntityKind,
  type ExternalPrincipal,
  type Group,
  kindOfId,
  type Organization,
  type OrganizationalUnit,
  type Policy,
  type RecordOf,
  type Resource,
  type Role,
  type User,
} from '@iam-canvas/core'
import * as v from 'valibot'

/**
 * The records as they stand in a file. Loose objects: a key that this version does not know survives reading and
 * writing. Whether ids point at something is looked at afterwards (`mend.ts`).
 */

const idOf = <K extends EntityKind>(kind: K) =>
  v.custom<`${K}:${string}`>(
    value => typeof value === 'string' && kindOfId(value) === kind,
    `an id that begins with ${kind}:`,
  )

const text = v.string('a text')
const texts = v.array(text, 'a list of texts')
const flag = v.boolean('true or false')
const account = v.pipe(text, v.regex(/^\d{12}$/, '12 digits'))
const tags = v.array(v.looseObject({ key: text, value: text }, 'a tag'), 'a list of tags')
const inlinePolicies = v.array(
  v.looseObject({ name: text, text }, 'an inline policy'),
  'a list of inline policies',
)
const policyIds = v.array(idOf('policy'), 'a list of policies')

const userSchema: v.GenericSchema<unknown, User> = v.looseObject({
  kind: v.literal('user', 'the word user'),
  id: idOf('user'),
  account,
  name: text,
  path: text,
  groups: v.array(idOf('group'), 'a list of groups'),
  attachedPolicies: policyIds,
  inlinePolicies,
  permissionsBoundary: v.exactOptional(idOf('policy')),
  tags,
  accessKeys: v.exactOptional(
    v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(0, 'a number from 0')),
  ),
  consolePassword: v.exactOptional(flag),
  mfa: v.exactOptional(flag),
})

const groupSchema: v.GenericSchema<unknown, Group> = v.looseObject({
  kind: v.literal('group', 'the word group'),
  id: idOf('group'),
  account,
  name: text,
  path: text,
  attachedPolicies: policyIds,
  inlinePolicies,
})

const roleSchema: v.GenericSchema<unknown, Role> = v.looseObject({
  kind: v.literal('role', 'the word role'),
  id: idOf('role'),
  account,
  name: text,
  path: text,
  trustPolicy: text,
  attachedPolicies: policyIds,
  inlinePolicies,
  permissionsBoundary: v.exactOptional(idOf('policy')),
  tags,
  instanceProfiles: v.exactOptional(texts),
})

const policySchema: v.GenericSchema<unknown, Policy> = v.looseObject({
  kind: v.literal('policy', 'the word policy'),
  id: idOf('policy'),
  name: text,
  path: text,
  account: v.union([account, v.literal('aws')], '12 digits, or the word aws'),
  purpose: v.picklist(['identity', 'service-control', 'resource-control'], 'a purpose that is known'),
  text: v.exactOptional(text),
  description: v.exactOptional(text),
  tags,
})

const resourceSchema: v.GenericSchema<unknown, Resource> = v.looseObject({
  kind: v.literal('resource', 'the word resource'),
  id: idOf('resource'),
  name: text,
  arn: text,
  parts: texts,
  account,
  service: text,
  type: text,
  resourcePolicy: v.exactOptional(text),
  tags,
  runsAs: v.exactOptional(idOf('role')),
})

const accountSchema: v.GenericSchema<unknown, Account> = v.looseObject({
  kind: v.literal('account', 'the word account'),
  id: idOf('account'),
  account,
  name: text,
  partition: v.exactOptional(text),
  management: v.exactOptional(flag),
  ou: v.exactOptional(idOf('ou')),
  attachedPolicies: policyIds,
})

const ouSchema: v.GenericSchema<unknown, OrganizationalUnit> = v.looseObject({
  kind: v.literal('ou', 'the word ou'),
  id: idOf('ou'),
  name: text,
  parent: v.exactOptional(idOf('ou')),
  attachedPolicies: policyIds,
})

const externalSchema: v.GenericSchema<unknown, ExternalPrincipal> = v.looseObject({
  kind: v.literal('external', 'the word external'),
  id: idOf('external'),
  name: text,
  type: v.picklist(['AWS', 'Service', 'Federated', 'Anonymous'], 'a type of principal'),
  principal: text,
})

export const organizationSchema: v.GenericSchema<unknown, Organization> = v.looseObject({
  id: text,
  serviceControlPolicies: flag,
  resourceControlPolicies: flag,
})

export const RECORD_SCHEMAS: { readonly [C in keyof RecordOf]: v.GenericSchema<unknown, RecordOf[C]> } = {
  accounts: accountSchema,
  ous: ouSchema,
  users: userSchema,
  groups: groupSchema,
  roles: roleSchema,
  policies: policySchema,
  resources: resourceSchema,
  externals: externalSchema,
}
