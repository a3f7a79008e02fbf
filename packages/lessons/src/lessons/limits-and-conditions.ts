import { ACCOUNT, attach, bucket, policy, policyOf, rewrite, role, user } from '../draw.ts'
import { PROD, threeAccounts } from '../examples/organization.ts'
import type { Lesson } from '../lesson.ts'
import { allow, bucketArn, deny, objectsArn, type StatementJson, trustAws } from '../statements.ts'

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'
const backup = `${bucketArn('backups')}/db.gz`
const mfa = (value: 'true' | 'false') => ({ 'aws:MultiFactorAuthPresent': value })

const missingKey: Lesson = {
  id: 'the-missing-key',
  chapter: 'Limits and conditions',
  title: 'Conditions: when the key is missing',
  summary: 'A rule for a second factor that an access key slips through.',
  story: [
    'Oleg may delete backups, but only after signing in with a second factor (MFA). The policy RequireMfa denies deleting when `aws:MultiFactorAuthPresent` is `false`.',
    'A condition looks at something that comes with the request: a key and its value. A request made with a long-lived access key does not bring this key along at all. It is not false; it is not there.',
  ],
  start: [
    user('oleg'),
    { type: 'UpdateUserCredentials', user: 'user:oleg', accessKeys: 1 },
    bucket('backups'),
    policy('Ops', allow(['s3:GetObject', 's3:DeleteObject'], objectsArn('backups'))),
    policy('RequireMfa', deny('s3:DeleteObject', '*', { Condition: { Bool: mfa('false') } })),
    attach('Ops', 'user:oleg'),
    attach('RequireMfa', 'user:oleg'),
  ],
  locked: ['policy:Ops'],
  goals: [
    {
      id: 'g1',
      text: 'With an access key, Oleg is forbidden to delete',
      principal: 'user:oleg',
      action: 's3:DeleteObject',
      resource: backup,
      expect: 'ExplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Signed in without a second factor, he is forbidden to delete',
      principal: 'user:oleg',
      action: 's3:DeleteObject',
      resource: backup,
      context: mfa('false'),
      expect: 'ExplicitDeny',
    },
    {
      id: 'k2',
      text: 'Signed in with a second factor, he may delete',
      principal: 'user:oleg',
      action: 's3:DeleteObject',
      resource: backup,
      context: mfa('true'),
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'He may read with an access key',
      principal: 'user:oleg',
      action: 's3:GetObject',
      resource: backup,
      expect: 'Allow',
    },
  ],
  structure: [],
  predictions: [
    {
      question:
        'Oleg deletes with his access key. The key `aws:MultiFactorAuthPresent` is missing. Does the Deny match?',
      options: ['Yes, so he is denied', 'No, so he is allowed'],
      answer: 1,
      because:
        '`Bool` compares a value. Where there is none, the condition is not met, and the Deny stays asleep.',
      proof: {
        at: 'start',
        principal: 'user:oleg',
        action: 's3:DeleteObject',
        resource: backup,
        expect: 'Allow',
      },
    },
  ],
  hints: [
    'Three requests, the same action. Which of them gets past the Deny, and what does it lack?',
    'An operator that ends in `IfExists` is also met when the key is missing.',
    'Write `BoolIfExists` instead of `Bool`.',
  ],
  traps: [
    {
      name: 'denying always',
      hint: 'Now nobody deletes, not even with a second factor. Keep the condition and change its operator.',
      caughtBy: ['k2'],
      also: { met: ['g1'] },
      commands: [rewrite('RequireMfa', deny('s3:DeleteObject', '*'))],
    },
  ],
  solution: [
    {
      say: 'Use BoolIfExists.',
      command: rewrite(
        'RequireMfa',
        deny('s3:DeleteObject', '*', { Condition: { BoolIfExists: mfa('false') } }),
      ),
    },
  ],
  takeaways: [
    'A missing key is not `false`: it is missing.',
    'A condition on a missing key is not met, unless its operator ends in IfExists.',
    'Try every Deny with the key true, false, and missing.',
  ],
  page: {
    title: 'IAM JSON policy elements: Condition operators',
    url: `${iam}/reference_policies_elements_condition_operators.html`,
  },
}

const appFile = `${bucketArn('app')}/x`

const boundary: Lesson = {
  id: 'a-ceiling',
  chapter: 'Limits and conditions',
  title: 'A ceiling, not a gift',
  summary: 'Permissions boundaries limit; they give nothing.',
  story: [
    'Dana experiments, so her policy allows everything. It should stay as it is. But she should not get further than S3 and DynamoDB.',
    'A permissions boundary is a ceiling: whatever policies allow above it does not count. Eve has the same boundary and no policy.',
  ],
  start: [
    user('dana'),
    user('eve'),
    bucket('app'),
    policy('Power', allow('*', '*')),
    policy('DevBoundary', allow(['s3:*', 'dynamodb:*'], '*')),
    attach('Power', 'user:dana'),
    { type: 'PutUserPermissionsBoundary', user: 'user:eve', policy: 'policy:DevBoundary' },
  ],
  locked: ['policy:Power', 'policy:DevBoundary'],
  goals: [
    {
      id: 'g1',
      text: 'Dana may not create users',
      principal: 'user:dana',
      action: 'iam:CreateUser',
      resource: `arn:aws:iam::${ACCOUNT}:user/new`,
      expect: 'ImplicitDeny',
    },
    {
      id: 'g2',
      text: 'Dana may not end servers',
      principal: 'user:dana',
      action: 'ec2:TerminateInstances',
      resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Dana may read in `app`',
      principal: 'user:dana',
      action: 's3:GetObject',
      resource: appFile,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'Dana may look up items in DynamoDB',
      principal: 'user:dana',
      action: 'dynamodb:Query',
      resource: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/T`,
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'Eve may not read in `app`',
      principal: 'user:eve',
      action: 's3:GetObject',
      resource: appFile,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'Eve has a boundary that allows `s3:*`, and nothing else. May she read in the bucket?',
      options: ['Yes', 'No'],
      answer: 1,
      because: 'A boundary only says how far policies reach. Without a policy there is nothing to reach.',
      proof: {
        at: 'start',
        principal: 'user:eve',
        action: 's3:GetObject',
        resource: appFile,
        expect: 'ImplicitDeny',
      },
    },
  ],
  hints: [
    'What Dana may do in the end is what both agree on: her policy and her ceiling. She has no ceiling yet.',
    'Drop DevBoundary on the strip at the head of Dana’s card. By keyboard: select Dana, press C, and type “boundary”.',
    'Set DevBoundary as the boundary of dana.',
  ],
  traps: [
    {
      name: 'attached instead of set',
      hint: 'Attached, a policy only adds, and she has everything already. Set it as her boundary instead.',
      caughtBy: ['g1', 'g2'],
      also: { structure: [{ type: 'attached', policy: 'policy:DevBoundary', to: 'user:dana' }] },
      commands: [attach('DevBoundary', 'user:dana')],
    },
  ],
  solution: [
    {
      say: 'Set DevBoundary as Dana’s permissions boundary.',
      command: { type: 'PutUserPermissionsBoundary', user: 'user:dana', policy: 'policy:DevBoundary' },
    },
  ],
  takeaways: [
    'What counts is what policy and boundary both allow.',
    'A boundary gives nothing by itself.',
    'With a boundary you can let people write policies without fear.',
  ],
  page: { title: 'Permissions boundaries for IAM entities', url: `${iam}/access_policies_boundaries.html` },
}

const region = (name: string) => ({ 'aws:RequestedRegion': name })
const servers = (where: string, account: string) => `arn:aws:ec2:${where}:${account}:instance/*`
const stopTrail = deny('cloudtrail:StopLogging', '*')
const onlyIreland = (...spared: readonly string[]): StatementJson => ({
  Effect: 'Deny',
  NotAction: spared,
  Resource: '*',
  Condition: { StringNotEquals: region('eu-west-1') },
})
const globalServices = ['iam:*', 'sts:*', 'organizations:*', 'cloudfront:*', 'route53:*', 'support:*']
const toWorkloads = {
  type: 'AttachPolicy',
  policy: 'policy:Guardrail',
  target: 'ou:workloads',
} as const

const serviceControl: Lesson = {
  id: 'guard-rail',
  chapter: 'Limits and conditions',
  title: 'The guard rail of the organization',
  summary: 'A rule for a whole account, its administrators included.',
  story: [
    'In `prod` nothing should run outside Ireland, and nobody should switch off the audit trail. The role admin-prod may do everything there, and its policy is not yours to change.',
    'A service control policy (SCP) is attached to an account or to a unit of the organization, and it binds everybody in it. Like a boundary it gives nothing. Somebody has begun one, Guardrail; it is not attached yet.',
    'Some services, IAM among them, are global and answer from Virginia. They need to be spared.',
  ],
  start: [
    ...threeAccounts,
    role('admin-prod', trustAws(`arn:aws:iam::${PROD}:root`), { account: PROD }),
    role('admin-mgmt', trustAws(`arn:aws:iam::${ACCOUNT}:root`)),
    policyOf({ account: PROD }, 'AdminProd', allow('*', '*')),
    policy('AdminMgmt', allow('*', '*')),
    attach('AdminProd', 'role:admin-prod'),
    attach('AdminMgmt', 'role:admin-mgmt'),
    policyOf({ purpose: 'service-control' }, 'Guardrail', stopTrail),
  ],
  locked: ['policy:AdminProd', 'policy:AdminMgmt'],
  goals: [
    {
      id: 'g1',
      text: 'In `prod`, admin-prod is forbidden to start servers in Virginia',
      principal: 'role:admin-prod',
      action: 'ec2:RunInstances',
      resource: servers('us-east-1', PROD),
      context: region('us-east-1'),
      expect: 'ExplicitDeny',
    },
    {
      id: 'g2',
      text: 'admin-prod is forbidden to switch off the trail',
      principal: 'role:admin-prod',
      action: 'cloudtrail:StopLogging',
      resource: `arn:aws:cloudtrail:eu-west-1:${PROD}:trail/main`,
      context: region('eu-west-1'),
      expect: 'ExplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'admin-prod may start servers in Ireland',
      principal: 'role:admin-prod',
      action: 'ec2:RunInstances',
      resource: servers('eu-west-1', PROD),
      context: region('eu-west-1'),
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'admin-prod may create users (IAM answers from Virginia)',
      principal: 'role:admin-prod',
      action: 'iam:CreateUser',
      resource: `arn:aws:iam::${PROD}:user/new`,
      context: region('us-east-1'),
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'In the management account, admin-mgmt may start servers in Virginia',
      principal: 'role:admin-mgmt',
      action: 'ec2:RunInstances',
      resource: servers('us-east-1', ACCOUNT),
      context: region('us-east-1'),
      expect: 'Allow',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'An SCP is attached to the root of the organization. Does it bind the management account?',
      options: ['Yes', 'No'],
      answer: 1,
      because: 'The management account is never bound by SCPs. That is one reason to run nothing in it.',
    },
  ],
  hints: [
    'The policies of the admins are locked. Which kind of policy binds a whole account?',
    'Two statements: deny StopLogging, and deny everything outside `eu-west-1` but the global services. Then attach it to workloads.',
    'Deny NotAction `iam:*`, `sts:*`, `organizations:*`, `cloudfront:*`, `route53:*`, `support:*` with StringNotEquals `aws:RequestedRegion` `eu-west-1`. Attach Guardrail to workloads and leave FullAWSAccess where it is.',
  ],
  traps: [
    {
      name: 'without FullAWSAccess',
      hint: 'An SCP gives nothing. Without FullAWSAccess on that level nothing is allowed any more. Put it back beside Guardrail.',
      caughtBy: ['k1', 'k2'],
      commands: [
        rewrite('Guardrail', onlyIreland(...globalServices), stopTrail),
        toWorkloads,
        { type: 'DetachPolicy', policy: 'policy:FullAWSAccess', target: 'ou:workloads' },
      ],
    },
    {
      name: 'global services forgotten',
      hint: 'IAM answers from Virginia, so it is denied too. Spare the global services with NotAction.',
      caughtBy: ['k2'],
      also: { met: ['g1', 'k1'] },
      commands: [
        rewrite(
          'Guardrail',
          deny('*', '*', { Condition: { StringNotEquals: region('eu-west-1') } }),
          stopTrail,
        ),
        toWorkloads,
      ],
    },
  ],
  solution: [
    {
      say: 'Add the rule about regions to Guardrail.',
      command: rewrite('Guardrail', onlyIreland(...globalServices), stopTrail),
    },
    { say: 'Attach Guardrail to workloads.', command: toWorkloads },
  ],
  takeaways: [
    'An SCP binds a whole account, administrators and root included.',
    'It gives nothing: FullAWSAccess stays beside it.',
    'The management account is not bound, so keep it empty.',
  ],
  page: {
    title: 'Service control policies (SCPs)',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  },
}

const self = `arn:aws:iam::${ACCOUNT}:user/\${aws:username}`
const bob = `arn:aws:iam::${ACCOUNT}:user/bob`

const closeTheLadder: Lesson = {
  id: 'close-the-ladder',
  chapter: 'Limits and conditions',
  title: 'Close the ladder',
  summary: 'Bob may do everything to himself. That is too much.',
  story: [
    'Bob looks after his own password and keys. The policy allows `iam:*`, but only on himself: `${aws:username}` stands for whoever asks.',
    '“Only himself” sounds harmless. But among all those actions are some that decide what Bob may do.',
  ],
  start: [
    user('bob'),
    policy('SelfService', allow('iam:*', self)),
    policy('AdministratorAccess', allow('*', '*')),
    attach('SelfService', 'user:bob'),
  ],
  locked: ['policy:AdministratorAccess'],
  goals: [
    {
      id: 'g1',
      text: 'Bob may not attach policies to himself',
      principal: 'user:bob',
      action: 'iam:AttachUserPolicy',
      resource: bob,
      expect: 'Deny',
    },
    {
      id: 'g2',
      text: 'Bob may not write policies for himself',
      principal: 'user:bob',
      action: 'iam:PutUserPolicy',
      resource: bob,
      expect: 'Deny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Bob may change his password',
      principal: 'user:bob',
      action: 'iam:ChangePassword',
      resource: bob,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'Bob may make himself a key',
      principal: 'user:bob',
      action: 'iam:CreateAccessKey',
      resource: bob,
      expect: 'Allow',
    },
  ],
  structure: [
    {
      id: 'e1',
      text: 'Bob has no way to widen his own permissions',
      type: 'noEscalationPath',
      from: 'user:bob',
    },
    {
      id: 's1',
      text: 'AdministratorAccess is not attached to him',
      type: 'notAttached',
      policy: 'policy:AdministratorAccess',
      to: 'user:bob',
    },
  ],
  predictions: [
    {
      question: 'Bob may do `iam:*` on himself and nothing else. Can he become an administrator?',
      options: ['Yes', 'No'],
      answer: 0,
      because: 'He attaches AdministratorAccess to himself. One call, and he may do everything.',
      proof: {
        at: 'start',
        principal: 'user:bob',
        action: 'iam:AttachUserPolicy',
        resource: bob,
        expect: 'Allow',
      },
    },
  ],
  hints: [
    'Read the goals as a burglar would. Which call gives Bob the most?',
    'Rather than denying what is dangerous, allow what he needs: password and keys.',
    'Allow `iam:ChangePassword`, `iam:GetUser`, `iam:CreateAccessKey` and `iam:DeleteAccessKey` on himself, and nothing else.',
  ],
  traps: [
    {
      name: 'one rung sawn off',
      hint: 'The ladder has more rungs: he can still write himself a policy. Allow what he needs instead of denying what you think of.',
      caughtBy: ['g2', 'e1'],
      also: { met: ['g1'] },
      commands: [rewrite('SelfService', allow('iam:*', self), deny('iam:AttachUserPolicy', '*'))],
    },
  ],
  solution: [
    {
      say: 'Allow what Bob needs for his own password and keys.',
      command: rewrite(
        'SelfService',
        allow(['iam:ChangePassword', 'iam:GetUser', 'iam:CreateAccessKey', 'iam:DeleteAccessKey'], self),
      ),
    },
  ],
  takeaways: [
    'Whoever can change their own permissions has all of them.',
    'Attaching, writing inline, joining groups, new policy versions: there are many rungs.',
    'A short list of allowed actions closes rungs you have not heard of.',
  ],
  page: {
    title: 'Allow IAM users to manage their own credentials',
    url: `${iam}/reference_policies_examples_iam_credentials_console.html`,
  },
}

export const limitsAndConditions: readonly Lesson[] = [missingKey, boundary, serviceControl, closeTheLadder]
