import type { Concept } from '../concept.ts'
import { ACCOUNT, attach, bucket, policy, policyOf, role, user } from '../draw.ts'
import { PROD, threeAccounts } from '../examples/organization.ts'
import { allow, bucketArn, deny, objectsArn, policyText, trustAws, trustService } from '../statements.ts'
import { file, readReports, reads, userGuide } from './world.ts'

const organizations = (page: string) =>
  `https://docs.aws.amazon.com/organizations/latest/userguide/${page}.html`

const admin = [
  role('admin', trustAws(`arn:aws:iam::${PROD}:root`), { account: PROD }),
  policyOf({ account: PROD }, 'Admin', allow('*', '*')),
  attach('Admin', 'role:admin'),
]
const prodFile = `${bucketArn('prod-files')}/list.csv`
const adminReads = {
  label: 'The admin of `prod` reads',
  principal: 'role:admin',
  action: 's3:GetObject',
  resource: prodFile,
} as const
const outsider = {
  label: 'The public reads',
  principal: 'anonymous',
  action: 's3:GetObject',
  resource: prodFile,
  facts: { resourceControlApplies: true },
} as const

export const limitConcepts: readonly Concept[] = [
  {
    id: 'boundary',
    term: 'Permissions boundary',
    says: 'A ceiling for a user or role. What policies allow above it does not count, and by itself it allows nothing.',
    commands: [
      user('alice'),
      user('eve'),
      bucket('reports'),
      policy('Power', allow('*', '*')),
      policy('Ceiling', readReports),
      attach('Power', 'user:alice'),
      { type: 'PutUserPermissionsBoundary', user: 'user:alice', policy: 'policy:Ceiling' },
      { type: 'PutUserPermissionsBoundary', user: 'user:eve', policy: 'policy:Ceiling' },
    ],
    shows: 'policy:Ceiling',
    asks: [
      { ...reads, label: 'Alice, who may do everything, reads', expect: 'Allow' },
      { ...reads, label: 'Alice deletes', action: 's3:DeleteObject', expect: 'ImplicitDeny' },
      { ...reads, label: 'Eve, without a policy, reads', principal: 'user:eve', expect: 'ImplicitDeny' },
    ],
    page: userGuide('access_policies_boundaries'),
  },
  {
    id: 'session-policy',
    term: 'Session policy',
    says: 'Passed along when a role is taken, and valid for that visit. It takes away and never adds: what counts is what role and session policy both allow.',
    commands: [
      role('worker', trustService('lambda.amazonaws.com')),
      bucket('reports'),
      policy('Example', readReports),
      attach('Example', 'role:worker'),
    ],
    shows: 'policy:Example',
    asks: [
      {
        label: 'A session for listing only reads',
        principal: 'role:worker',
        action: 's3:GetObject',
        resource: file,
        session: [{ id: 'session', text: policyText(allow('s3:ListBucket', '*')) }],
        expect: 'ImplicitDeny',
      },
      {
        label: 'A session without such a policy reads',
        principal: 'role:worker',
        action: 's3:GetObject',
        resource: file,
        expect: 'Allow',
      },
    ],
    page: userGuide('access_policies'),
  },
  {
    id: 'account',
    term: 'Account',
    says: 'A wall around everything in it. What is inside is reached from another account only where both sides agree.',
    commands: [
      { type: 'AddAccount', account: `account:${PROD}`, number: PROD, name: 'prod' },
      user('alice'),
      bucket('prod-files', { account: PROD }),
      policy('Example', allow('s3:GetObject', objectsArn('prod-files'))),
      attach('Example', 'user:alice'),
    ],
    shows: 'policy:Example',
    asks: [
      {
        label: 'Alice, from another account, reads',
        principal: 'user:alice',
        action: 's3:GetObject',
        resource: prodFile,
        expect: 'ImplicitDeny',
      },
    ],
    page: userGuide('reference_policies_evaluation-logic-cross-account'),
  },
  {
    id: 'organization',
    term: 'Organization',
    says: 'Several accounts under one roof, sorted into units (OUs). What is attached to a unit holds for every account in it.',
    commands: [
      ...threeAccounts,
      ...admin,
      policyOf({ purpose: 'service-control' }, 'NoDeleting', deny('s3:Delete*', '*')),
      { type: 'AttachPolicy', policy: 'policy:NoDeleting', target: 'ou:workloads' },
    ],
    shows: 'policy:NoDeleting',
    asks: [
      {
        label: 'The admin of `prod` creates a user',
        principal: 'role:admin',
        action: 'iam:CreateUser',
        resource: `arn:aws:iam::${PROD}:user/new`,
        expect: 'Allow',
      },
      {
        label: 'The admin of `prod` deletes',
        principal: 'role:admin',
        action: 's3:DeleteObject',
        resource: prodFile,
        expect: 'ExplicitDeny',
      },
    ],
    page: organizations('orgs_introduction'),
  },
  {
    id: 'service-control-policy',
    term: 'Service control policy (SCP)',
    says: 'Limits what everybody in an account may do, administrators included. It gives nothing: FullAWSAccess has to stay beside it. It does not bind the management account.',
    commands: [
      ...threeAccounts,
      ...admin,
      policyOf({ purpose: 'service-control' }, 'KeepTrail', deny('cloudtrail:StopLogging', '*')),
      { type: 'AttachPolicy', policy: 'policy:KeepTrail', target: 'ou:workloads' },
    ],
    shows: 'policy:KeepTrail',
    asks: [
      {
        label: 'The admin of `prod` switches off the trail',
        principal: 'role:admin',
        action: 'cloudtrail:StopLogging',
        resource: `arn:aws:cloudtrail:eu-west-1:${PROD}:trail/main`,
        expect: 'ExplicitDeny',
      },
      {
        label: 'The admin of `prod` creates a user',
        principal: 'role:admin',
        action: 'iam:CreateUser',
        resource: `arn:aws:iam::${PROD}:user/new`,
        expect: 'Allow',
      },
    ],
    page: organizations('orgs_manage_policies_scps'),
  },
  {
    id: 'resource-control-policy',
    term: 'Resource control policy (RCP)',
    says: 'Limits what may be done to the resources of an account, whoever asks: strangers and the public too. It only denies.',
    commands: [
      ...threeAccounts,
      { type: 'EnablePolicyType', purpose: 'resource-control' },
      ...admin,
      bucket('prod-files', {
        account: PROD,
        resourcePolicy: policyText(allow('s3:GetObject', objectsArn('prod-files'), { Principal: '*' })),
      }),
      policyOf(
        { purpose: 'resource-control' },
        'OnlyUs',
        deny('s3:*', '*', {
          Principal: '*',
          Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-games12345' } },
        }),
      ),
      { type: 'AttachPolicy', policy: 'policy:OnlyUs', target: 'ou:workloads' },
    ],
    shows: 'policy:OnlyUs',
    asks: [
      { ...outsider, label: 'The public reads in an open bucket', expect: 'ExplicitDeny' },
      { ...adminReads, facts: { resourceControlApplies: true }, expect: 'Allow' },
    ],
    page: organizations('orgs_manage_policies_rcps'),
  },
  {
    id: 'endpoint-policy',
    term: 'VPC endpoint policy',
    says: 'A private door from your network to a service can have a policy. It counts only for requests that come through that door, and it only limits.',
    commands: [
      user('alice'),
      bucket('reports'),
      policy('Example', readReports),
      attach('Example', 'user:alice'),
    ],
    shows: 'policy:Example',
    asks: [{ ...reads, label: 'Alice reads, past the door', expect: 'Allow' }],
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
  {
    id: 'near-miss',
    term: 'Near miss',
    says: 'A statement that almost matched: everything fitted but one element. Mostly it shows what was meant and where it went wrong.',
    commands: [
      user('alice'),
      bucket('reports'),
      policy('Example', allow('s3:GetObject', `arn:aws:s3:::report/*`)),
      attach('Example', 'user:alice'),
    ],
    shows: 'policy:Example',
    asks: [{ ...reads, expect: 'ImplicitDeny' }],
    page: userGuide('troubleshoot_policies'),
  },
  {
    id: 'tag',
    term: 'Tag',
    says: 'A key and a value that a person or a thing carries. Conditions can compare the two, so one policy serves many teams.',
    commands: [
      user('rosa', { tags: [{ key: 'team', value: 'red' }] }),
      {
        type: 'AddResource',
        resource: 'resource:server',
        name: 'server',
        arn: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`,
        service: 'ec2',
        resourceType: 'instance',
        tags: [{ key: 'team', value: 'red' }],
      },
      policy(
        'Example',
        allow('ec2:RebootInstances', '*', {
          Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
        }),
      ),
      attach('Example', 'user:rosa'),
    ],
    shows: 'policy:Example',
    asks: [
      {
        label: 'Rosa of team red restarts a red server',
        principal: 'user:rosa',
        action: 'ec2:RebootInstances',
        resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`,
        expect: 'Allow',
      },
    ],
    page: userGuide('access_tags'),
  },
]
