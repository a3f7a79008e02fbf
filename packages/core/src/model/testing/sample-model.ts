import { apply } from '../apply.ts'
import type { Command } from '../commands.ts'
import { emptyModel } from '../empty-model.ts'
import type { Model } from '../records.ts'

export const READ_TABLE = `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "dynamodb:GetItem",
    "Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/GameOutcome"
  }
}`

export const LAMBDA_TRUST =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}'

const COMMANDS: readonly Command[] = [
  { type: 'AddAccount', account: 'account:prod', number: '210987654321', name: 'Production' },
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateUser', user: 'user:ben', name: 'ben', path: '/engineering/' },
  { type: 'CreateGroup', group: 'group:developers', name: 'developers' },
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: LAMBDA_TRUST },
  { type: 'CreatePolicy', policy: 'policy:ReadTable', name: 'ReadTable', text: READ_TABLE },
  { type: 'AddAwsManagedPolicy', policy: 'policy:ReadOnlyAccess', name: 'ReadOnlyAccess' },
  {
    type: 'CreatePolicy',
    policy: 'policy:DenyRegions',
    name: 'Deny other regions',
    purpose: 'service-control',
    text: '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  },
  { type: 'AddUserToGroup', user: 'user:ana', group: 'group:developers' },
  { type: 'AttachGroupPolicy', group: 'group:developers', policy: 'policy:ReadTable' },
  { type: 'AttachUserPolicy', user: 'user:ben', policy: 'policy:ReadTable' },
  { type: 'PutUserPermissionsBoundary', user: 'user:ben', policy: 'policy:ReadTable' },
  { type: 'PutRolePolicy', role: 'role:deploy', name: 'logs', text: READ_TABLE },
  {
    type: 'AddResource',
    resource: 'resource:releases',
    name: 'releases',
    arn: 'arn:aws:s3:::releases',
    parts: ['arn:aws:s3:::releases/*'],
    service: 's3',
    resourceType: 'bucket',
  },
  {
    type: 'AddResource',
    resource: 'resource:resize',
    name: 'resize',
    arn: 'arn:aws:lambda:eu-west-1:123456789012:function:resize',
    service: 'lambda',
    resourceType: 'function',
  },
  { type: 'SetRunsAs', resource: 'resource:resize', role: 'role:deploy' },
  {
    type: 'CreateOrganization',
    organization: 'o-exampleorgid',
    root: 'ou:root',
    managementAccount: 'account:123456789012',
  },
  { type: 'EnablePolicyType', purpose: 'service-control' },
  { type: 'CreateOrganizationalUnit', ou: 'ou:workloads', name: 'Workloads', parent: 'ou:root' },
  { type: 'MoveAccount', account: 'account:prod', ou: 'ou:workloads' },
  { type: 'AttachPolicy', policy: 'policy:DenyRegions', target: 'ou:workloads' },
  {
    type: 'AddExternalPrincipal',
    external: 'external:github',
    name: 'GitHub Actions',
    principalType: 'Federated',
    principal: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
  },
]

/** Two accounts in an organization, with one of everything. */
export function sampleModel(): Model {
  const result = apply(emptyModel('Sample'), { type: 'Batch', commands: COMMANDS })
  if (!result.ok)
    throw new Error(`the sample's command ${result.problem.step} was refused: ${result.problem.message}`)
  return result.model
}
