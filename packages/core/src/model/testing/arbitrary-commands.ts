import fc from 'fast-check'
import type { Command } from '../commands.ts'

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'user:__proto__',
  'user:',
  ':',
  '',
  'user',
  'nobody:x',
] as const

/** Few ids of each kind, those of the sample model among them, so that commands meet; and now and then no id at all. */
const idOf = <K extends string>(kind: K, ...inSample: readonly string[]): fc.Arbitrary<`${K}:${string}`> =>
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.constantFrom('a', 'b', '__proto__', ...inSample).map(name => `${kind}:${name}` as const),
    },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE).map(text => text as `${K}:${string}`) },
  )

const user = idOf('user', 'ana', 'ben')
const group = idOf('group', 'developers')
const role = idOf('role', 'deploy')
const policy = idOf('policy', 'ReadTable', 'ReadOnlyAccess', 'DenyRegions', 'FullAWSAccess')
const resource = idOf('resource', 'releases', 'resize')
const account = fc.constantFrom(
  'account:123456789012' as const,
  'account:prod' as const,
  'account:c' as const,
)
const ou = idOf('ou', 'root', 'workloads')
const external = idOf('external', 'github')
const number = fc.constantFrom('123456789012', '210987654321', '111122223333', '12')
const name = fc.constantFrom('a', 'A', 'b', 'ana', 'logs', '__proto__', 'constructor', 'no/slash', '', '-rf')
const path = fc.constantFrom('/', '/eng/', 'eng')
const text = fc.constantFrom('', '{}', '{"Version":"2012-10-17","Statement":[]}', '{"Statement": [', "it's")
const tags = fc.array(
  fc.record({ key: fc.constantFrom('team', 'Team', '__proto__', ''), value: fc.constantFrom('x', 'y z') }),
  {
    maxLength: 3,
  },
)
const tagKeys = fc.array(fc.constantFrom('team', 'TEAM', '__proto__'), { maxLength: 2 })
const purpose = fc.constantFrom('identity' as const, 'service-control' as const, 'resource-control' as const)
const control = fc.constantFrom('service-control' as const, 'resource-control' as const)
const arn = fc.constantFrom('arn:aws:s3:::a', 'arn:aws:s3:::b', 'arn:aws:sqs:*:123456789012:q', 'no arn')
const principalType = fc.constantFrom('AWS' as const, 'Service' as const)
const target = fc.oneof(account, ou)

const the = <T extends Command['type']>(type: T) => fc.constant(type)

/** Any single command but ReplaceModel and MergeModel, many of which the model will refuse. */
export const simpleCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: the('CreateUser'), user, name, path, account: number, tags }),
  fc.record({ type: the('DeleteUser'), user }),
  fc.record({ type: the('UpdateUser'), user, name, path }),
  fc.record({ type: the('AddUserToGroup'), user, group }),
  fc.record({ type: the('RemoveUserFromGroup'), user, group }),
  fc.record({ type: the('AttachUserPolicy'), user, policy }),
  fc.record({ type: the('DetachUserPolicy'), user, policy }),
  fc.record({ type: the('PutUserPolicy'), user, name, text }),
  fc.record({ type: the('DeleteUserPolicy'), user, name }),
  fc.record({ type: the('PutUserPermissionsBoundary'), user, policy }),
  fc.record({ type: the('DeleteUserPermissionsBoundary'), user }),
  fc.record({ type: the('TagUser'), user, tags }),
  fc.record({ type: the('UntagUser'), user, tagKeys }),
  fc.record({
    type: the('UpdateUserCredentials'),
    user,
    accessKeys: fc.integer({ min: -1, max: 3 }),
    mfa: fc.boolean(),
  }),
  fc.record({ type: the('CreateGroup'), group, name, path, account: number }),
  fc.record({ type: the('DeleteGroup'), group }),
  fc.record({ type: the('UpdateGroup'), group, name }),
  fc.record({ type: the('AttachGroupPolicy'), group, policy }),
  fc.record({ type: the('DetachGroupPolicy'), group, policy }),
  fc.record({ type: the('PutGroupPolicy'), group, name, text }),
  fc.record({ type: the('DeleteGroupPolicy'), group, name }),
  fc.record({ type: the('CreateRole'), role, name, trustPolicy: text, account: number }),
  fc.record({ type: the('DeleteRole'), role }),
  fc.record({ type: the('RenameRole'), role, name, path }),
  fc.record({ type: the('UpdateAssumeRolePolicy'), role, text }),
  fc.record({ type: the('AttachRolePolicy'), role, policy }),
  fc.record({ type: the('DetachRolePolicy'), role, policy }),
  fc.record({ type: the('PutRolePolicy'), role, name, text }),
  fc.record({ type: the('DeleteRolePolicy'), role, name }),
  fc.record({ type: the('PutRolePermissionsBoundary'), role, policy }),
  fc.record({ type: the('DeleteRolePermissionsBoundary'), role }),
  fc.record({ type: the('TagRole'), role, tags }),
  fc.record({ type: the('UntagRole'), role, tagKeys }),
  fc.record({ type: the('CreatePolicy'), policy, name, text, purpose, account: number, tags }),
  fc.record(
    { type: the('AddAwsManagedPolicy'), policy, name, text },
    { requiredKeys: ['type', 'policy', 'name'] },
  ),
  fc.record({ type: the('SupplyPolicyText'), policy, text }),
  fc.record({ type: the('DeletePolicy'), policy }),
  fc.record({ type: the('CreatePolicyVersion'), policy, text }),
  fc.record({ type: the('RenamePolicy'), policy, name, path }),
  fc.record({ type: the('TagPolicy'), policy, tags }),
  fc.record({ type: the('UntagPolicy'), policy, tagKeys }),
  fc.record({
    type: the('AddResource'),
    resource,
    name,
    arn,
    parts: fc.array(arn, { maxLength: 2 }),
    account: number,
    service: fc.constantFrom('s3', 'sqs', 'lambda'),
    resourceType: fc.constant('thing'),
  }),
  fc.record({ type: the('RemoveResource'), resource }),
  fc.record({ type: the('RenameResource'), resource, name }),
  fc.record({ type: the('UpdateResource'), resource, arn }),
  fc.record({ type: the('PutResourcePolicy'), resource, text }),
  fc.record({ type: the('DeleteResourcePolicy'), resource }),
  fc.record({ type: the('TagResource'), resource, tags }),
  fc.record({ type: the('UntagResource'), resource, tagKeys }),
  fc.record({ type: the('SetRunsAs'), resource, role }, { requiredKeys: ['type', 'resource'] }),
  fc.record({ type: the('AddExternalPrincipal'), external, name, principalType, principal: name }),
  fc.record({ type: the('UpdateExternalPrincipal'), external, name, principal: name }),
  fc.record({ type: the('RemoveExternalPrincipal'), external }),
  fc.record(
    { type: the('AddAccount'), account, number, name, ou },
    { requiredKeys: ['type', 'account', 'number', 'name'] },
  ),
  fc.record({ type: the('RemoveAccount'), account }),
  fc.record({ type: the('RenameAccount'), account, name }),
  fc.record({ type: the('RenumberAccount'), account, number }),
  fc.record({
    type: the('MoveToAccount'),
    entity: fc.oneof(user, group, role, policy, resource),
    account: number,
  }),
  fc.record({
    type: the('CreateOrganization'),
    organization: fc.constantFrom('o-exampleorgid', 'x'),
    root: ou,
    managementAccount: account,
  }),
  fc.record({ type: the('DeleteOrganization') }),
  fc.record({ type: the('EnablePolicyType'), purpose: control }),
  fc.record({ type: the('DisablePolicyType'), purpose: control }),
  fc.record({ type: the('CreateOrganizationalUnit'), ou, name, parent: ou }),
  fc.record({ type: the('UpdateOrganizationalUnit'), ou, name }),
  fc.record({ type: the('DeleteOrganizationalUnit'), ou }),
  fc.record({ type: the('MoveOrganizationalUnit'), ou, parent: ou }),
  fc.record({ type: the('MoveAccount'), account, ou }),
  fc.record({ type: the('RemoveAccountFromOrganization'), account }),
  fc.record({ type: the('AttachPolicy'), policy, target }),
  fc.record({ type: the('DetachPolicy'), policy, target }),
  fc.record({ type: the('RenameModel'), name }),
)

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: simpleCommand },
  {
    weight: 1,
    arbitrary: fc.record({ type: the('Batch'), commands: fc.array(simpleCommand, { maxLength: 3 }) }),
  },
)
