import fc from 'fast-check'
import type { Command } from '../model/commands.ts'
import type { AccountRecordId, OuId, PolicyId, UserId } from '../model/records.ts'
import { simpleCommand } from '../model/testing/arbitrary-commands.ts'
import { context, resourceStatement, statement } from './arbitraries.ts'
import { ACCOUNT, OTHER } from './ask.ts'
import { text } from './random-model.ts'

/** Something that happens between two looks at the matrix of the random model. */
export type Step =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'pins'; readonly context: Readonly<Record<string, string | readonly string[]>> }
  | { readonly kind: 'missing'; readonly missingKeys: 'absent' | 'unknown' }
  | { readonly kind: 'undo' }

const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const the = <T extends Command['type']>(type: T) => fc.constant(type)

const user = one('user:alice' as const, 'user:bob' as const)
const role = one('role:deploy' as const, 'role:foreign' as const, 'role:linked' as const)
const group = one('group:g' as const)
const policy = one<PolicyId>('policy:p0', 'policy:p1', 'policy:p2', 'policy:p3')
const control = one<PolicyId>('policy:scp0', 'policy:scp1', 'policy:rcp0')
const resource = one('resource:reports' as const, 'resource:home' as const, 'resource:key' as const)
const level = one<AccountRecordId | OuId>(`account:${ACCOUNT}`, `account:${OTHER}`, 'ou:root', 'ou:inner')
const purpose = one('service-control' as const, 'resource-control' as const)
const tags = fc.record({ key: one('team', 'Stage'), value: one('reports', 'red', '*') }).map(tag => [tag])
const tagKeys = one(['team'], ['Stage'])
const identityText = text(statement)
const resourceText = text(resourceStatement)

/** What people do all day, to the entities of the random model, so that nearly all of it goes through. */
const usual: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: the('CreatePolicyVersion'), policy, text: identityText }),
  fc.record({
    type: the('CreatePolicyVersion'),
    policy: one<PolicyId>('policy:scp0', 'policy:scp1'),
    text: identityText,
  }),
  fc.record({ type: the('CreatePolicyVersion'), policy: one<PolicyId>('policy:rcp0'), text: resourceText }),
  fc.record({ type: the('AttachUserPolicy'), user, policy }),
  fc.record({ type: the('DetachUserPolicy'), user, policy }),
  fc.record({ type: the('AttachGroupPolicy'), group, policy }),
  fc.record({ type: the('DetachGroupPolicy'), group, policy }),
  fc.record({ type: the('AttachRolePolicy'), role, policy }),
  fc.record({ type: the('DetachRolePolicy'), role, policy }),
  fc.record({ type: the('AddUserToGroup'), user, group }),
  fc.record({ type: the('RemoveUserFromGroup'), user, group }),
  fc.record({ type: the('PutUserPolicy'), user, name: one('own'), text: identityText }),
  fc.record({ type: the('PutRolePolicy'), role, name: one('own'), text: identityText }),
  fc.record({ type: the('PutGroupPolicy'), group, name: one('own'), text: identityText }),
  fc.record({ type: the('PutUserPermissionsBoundary'), user, policy }),
  fc.record({ type: the('DeleteUserPermissionsBoundary'), user }),
  fc.record({ type: the('PutRolePermissionsBoundary'), role, policy }),
  fc.record({ type: the('DeleteRolePermissionsBoundary'), role }),
  fc.record({ type: the('TagUser'), user, tags }),
  fc.record({ type: the('UntagUser'), user, tagKeys }),
  fc.record({ type: the('TagRole'), role, tags }),
  fc.record({ type: the('TagResource'), resource, tags }),
  fc.record({ type: the('UntagResource'), resource, tagKeys }),
  fc.record({ type: the('UpdateAssumeRolePolicy'), role, text: resourceText }),
  fc.record({ type: the('PutResourcePolicy'), resource, text: resourceText }),
  fc.record({ type: the('DeleteResourcePolicy'), resource }),
)

const organization: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: the('AttachPolicy'), policy: control, target: level }),
  fc.record({ type: the('DetachPolicy'), policy: control, target: level }),
  fc.record({ type: the('EnablePolicyType'), purpose }),
  fc.record({ type: the('DisablePolicyType'), purpose }),
  fc.record({
    type: the('CreateOrganizationalUnit'),
    ou: one<OuId>('ou:inner'),
    name: one('inner'),
    parent: one<OuId>('ou:root'),
  }),
  fc.record({
    type: the('MoveAccount'),
    account: one<AccountRecordId>(`account:${ACCOUNT}`, `account:${OTHER}`),
    ou: one<OuId>('ou:root', 'ou:inner'),
  }),
  fc.record({
    type: the('RemoveAccountFromOrganization'),
    account: one<AccountRecordId>(`account:${ACCOUNT}`, `account:${OTHER}`),
  }),
  fc.record({
    type: the('CreateOrganization'),
    organization: one('o-exampleorgid'),
    root: one<OuId>('ou:root'),
    managementAccount: one<AccountRecordId>(`account:${OTHER}`),
  }),
)

const coming: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: the('CreateUser'), user: one<UserId>('user:bob'), name: one('bob'), tags }),
  fc.record({ type: the('DeleteUser'), user }),
  fc.record({ type: the('RenameRole'), role, name: one('deploy', 'other'), path: one('/', '/team/') }),
  fc.record({ type: the('UpdateUser'), user, name: one('alice', 'bob', 'carol') }),
  fc.record({ type: the('CreateGroup'), group, name: one('g') }),
  fc.record({ type: the('DeletePolicy'), policy }),
  fc.record({ type: the('CreatePolicy'), policy, name: one('again', 'anew'), text: identityText }),
  fc.record({ type: the('RemoveResource'), resource }),
  fc.record({
    type: the('AddResource'),
    resource,
    name: one('reports', 'home'),
    arn: one('arn:aws:s3:::reports', 'arn:aws:s3:::home', 'arn:aws:s3:::*', `arn:aws:sqs:*:${ACCOUNT}:q`),
    parts: fc.subarray(['arn:aws:s3:::reports/*', 'arn:aws:s3:::home/alice/*']),
    account: one(ACCOUNT, OTHER),
    service: one('s3'),
    resourceType: one('any'),
  }),
  simpleCommand,
)

const single = fc.oneof(
  { weight: 8, arbitrary: usual },
  { weight: 2, arbitrary: organization },
  { weight: 1, arbitrary: coming },
)

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc.record({ type: the('Batch'), commands: fc.array(single, { minLength: 2, maxLength: 3 }) }),
  },
)

/** Mostly commands; between them pinned context keys, another reading of untold keys, and undo. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: command.map((made): Step => ({ kind: 'command', command: made })) },
  { weight: 4, arbitrary: context.map((pins): Step => ({ kind: 'pins', context: pins })) },
  {
    weight: 1,
    arbitrary: one('absent' as const, 'unknown' as const).map(
      (missingKeys): Step => ({ kind: 'missing', missingKeys }),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'undo' }) },
)
