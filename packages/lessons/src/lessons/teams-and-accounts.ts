import {
  ACCOUNT,
  attach,
  bucket,
  detach,
  group,
  join,
  policy,
  policyOf,
  role,
  table,
  tableArn,
  thing,
  user,
} from '../draw.ts'
import { LOGS, PROD, threeAccounts } from '../examples/organization.ts'
import type { Lesson } from '../lesson.ts'
import {
  allow,
  bucketArn,
  deny,
  objectsArn,
  policyText,
  trust,
  trustAws,
  trustService,
} from '../statements.ts'

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'
const orders = tableArn('Orders')
const logo = `${bucketArn('assets')}/logo.png`
const newUser = `arn:aws:iam::${ACCOUNT}:user/new`
const appLog = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:app`

export const startup: Lesson = {
  id: 'start-up-of-four',
  chapter: 'Roles and machines',
  title: 'A start-up of four',
  summary: 'Three jobs, three groups, four people.',
  story: [
    'Fiona runs the company and the account. Dan and Dora develop: they work with the table Orders, and they upload pictures to `assets`. Oleg looks after the logs.',
    'The groups are there, and three policies are. Bring it all together, and write the one policy that is missing.',
  ],
  start: [
    group('admins'),
    group('developers'),
    group('ops'),
    ...['fiona', 'dan', 'dora', 'oleg'].map(name => user(name)),
    table('Orders'),
    bucket('assets'),
    thing('app log', appLog, 'logs', 'log-group'),
    policy('Admin', allow('*', '*')),
    policy('DevDynamo', allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], orders)),
    policy('Logs', allow(['logs:FilterLogEvents', 'logs:GetLogEvents'], '*')),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'Fiona may create users',
      principal: 'user:fiona',
      action: 'iam:CreateUser',
      resource: newUser,
      expect: 'Allow',
    },
    {
      id: 'g2',
      text: 'Dan may write orders',
      principal: 'user:dan',
      action: 'dynamodb:PutItem',
      resource: orders,
      expect: 'Allow',
    },
    {
      id: 'g3',
      text: 'Dora may look up orders',
      principal: 'user:dora',
      action: 'dynamodb:Query',
      resource: orders,
      expect: 'Allow',
    },
    {
      id: 'g4',
      text: 'Dan may upload a logo',
      principal: 'user:dan',
      action: 's3:PutObject',
      resource: logo,
      expect: 'Allow',
    },
    {
      id: 'g5',
      text: 'Oleg may read the log',
      principal: 'user:oleg',
      action: 'logs:FilterLogEvents',
      resource: appLog,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Dan may not create users',
      principal: 'user:dan',
      action: 'iam:CreateUser',
      resource: newUser,
      expect: 'Deny',
    },
    {
      id: 'k2',
      text: 'Dora may not delete the table',
      principal: 'user:dora',
      action: 'dynamodb:DeleteTable',
      resource: orders,
      expect: 'Deny',
    },
    {
      id: 'k3',
      text: 'Oleg may not read orders',
      principal: 'user:oleg',
      action: 'dynamodb:GetItem',
      resource: orders,
      expect: 'Deny',
    },
    {
      id: 'k4',
      text: 'Oleg may not upload pictures',
      principal: 'user:oleg',
      action: 's3:PutObject',
      resource: logo,
      expect: 'Deny',
    },
  ],
  structure: [{ id: 's1', text: 'No policy is attached to a person', type: 'noDirectAttachments' }],
  predictions: [],
  hints: [
    'Think of jobs first and of people last: what does a developer do, whoever it is?',
    'Developers lack one thing: writing to `assets`. That is the policy to write.',
    'Attach Admin to admins, DevDynamo and a new policy (`s3:PutObject` on `assets/*`) to developers, Logs to ops. Then put the four people into their groups.',
  ],
  traps: [
    {
      name: 'everybody an admin',
      hint: 'On the first day everything works. On the second somebody deletes the table by mistake. Give each group what its job needs.',
      caughtBy: ['k1', 'k2', 'k3', 'k4'],
      commands: [attach('Admin', 'group:admins'), join('admins', 'fiona', 'dan', 'dora', 'oleg')],
    },
  ],
  solution: [
    { say: 'Attach Admin to admins.', command: attach('Admin', 'group:admins') },
    { say: 'Attach DevDynamo to developers.', command: attach('DevDynamo', 'group:developers') },
    { say: 'Attach Logs to ops.', command: attach('Logs', 'group:ops') },
    {
      say: 'Write the policy that is missing.',
      command: policy('DevAssets', allow('s3:PutObject', objectsArn('assets'))),
    },
    { say: 'Attach it to developers.', command: attach('DevAssets', 'group:developers') },
    { say: 'Fiona joins admins.', command: join('admins', 'fiona') },
    { say: 'Dan joins developers.', command: join('developers', 'dan') },
    { say: 'Dora joins developers.', command: join('developers', 'dora') },
    { say: 'Oleg joins ops.', command: join('ops', 'oleg') },
  ],
  takeaways: [
    'Name groups after jobs, and write policies for jobs.',
    'Keep policies small: one resource, one level.',
    'Few administrators. Everybody else gets what the work needs.',
  ],
  page: { title: 'Security best practices in IAM', url: `${iam}/best-practices.html` },
}

const parquet = `${bucketArn('prod-data')}/2024.parquet`
const analyst = `arn:aws:iam::${ACCOUNT}:role/analyst`
const letIn = (Principal: '*' | { readonly AWS: string }) =>
  ({
    type: 'PutResourcePolicy',
    resource: 'resource:prod-data',
    text: policyText(allow('s3:GetObject', objectsArn('prod-data'), { Principal })),
  }) as const

export const crossAccount: Lesson = {
  id: 'two-locks',
  chapter: 'Roles and machines',
  title: 'Two locks on one door',
  summary: 'Access from one account to another.',
  story: [
    'The role analyst should read data in the bucket `prod-data`. Its own policy says so. But the bucket belongs to another account.',
    'Within one account, one side is enough. Between two, both have to agree: yours, and the owner’s. The owner’s side is the policy of the bucket.',
  ],
  start: [
    { type: 'RenameAccount', account: `account:${ACCOUNT}`, name: 'analytics' },
    { type: 'AddAccount', account: `account:${PROD}`, number: PROD, name: 'prod' },
    role('analyst', trustAws(`arn:aws:iam::${ACCOUNT}:root`)),
    role('intern', trustAws(`arn:aws:iam::${ACCOUNT}:root`)),
    bucket('prod-data', { account: PROD }),
    policy('ReadProd', allow('s3:GetObject', objectsArn('prod-data'))),
    attach('ReadProd', 'role:analyst'),
  ],
  locked: ['policy:ReadProd'],
  goals: [
    {
      id: 'g1',
      text: 'analyst may read the data',
      principal: 'role:analyst',
      action: 's3:GetObject',
      resource: parquet,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'intern may not',
      principal: 'role:intern',
      action: 's3:GetObject',
      resource: parquet,
      expect: 'ImplicitDeny',
    },
    {
      id: 'k2',
      text: 'The public may not',
      principal: 'anonymous',
      action: 's3:GetObject',
      resource: parquet,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question:
        'The policy of analyst allows reading. The bucket in the other account says nothing. May analyst read?',
      options: ['Yes', 'No'],
      answer: 1,
      because: 'Between accounts both sides must allow. Silence is a no.',
      proof: {
        at: 'start',
        principal: 'role:analyst',
        action: 's3:GetObject',
        resource: parquet,
        expect: 'ImplicitDeny',
      },
    },
  ],
  hints: [
    'Your side has agreed. Which side has not?',
    'Select the bucket and write its policy: there a statement also says who, in `Principal`.',
    `Allow \`s3:GetObject\` on \`arn:aws:s3:::prod-data/*\` with \`"Principal": {"AWS": "${analyst}"}\`.`,
  ],
  traps: [
    {
      name: 'open to the world',
      hint: 'A star as Principal is everybody on the internet. Name the role.',
      caughtBy: ['k2'],
      also: { met: ['g1'] },
      commands: [letIn('*')],
    },
  ],
  solution: [
    { say: 'In the policy of the bucket, let the role analyst read.', command: letIn({ AWS: analyst }) },
  ],
  takeaways: [
    'In one account either side can allow; between accounts both must.',
    'A resource policy says who, in `Principal`.',
    '`"Principal": "*"` means everyone in the world.',
  ],
  page: {
    title: 'Cross-account policy evaluation logic',
    url: `${iam}/reference_policies_evaluation-logic-cross-account.html`,
  },
}

const prodArn = (end: string) => `arn:aws:iam::${PROD}:${end}`
const deployer = prodArn('role/prod-deployer')
const api = `arn:aws:lambda:eu-west-1:${PROD}:function:api`
const shipped = `${bucketArn('org-logs')}/prod/1.gz`
const withMfa = { 'aws:MultiFactorAuthPresent': 'true' }
const openDoor = (principal: string) =>
  ({
    type: 'PutResourcePolicy',
    resource: 'resource:org-logs',
    text: policyText(allow('s3:PutObject', objectsArn('org-logs'), { Principal: { AWS: principal } })),
  }) as const
const mfaTrust = {
  type: 'UpdateAssumeRolePolicy',
  role: 'role:prod-deployer',
  text: policyText(trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, { Condition: { Bool: withMfa } })),
} as const

export const threeAccountsLesson: Lesson = {
  id: 'three-accounts',
  chapter: 'Limits and conditions',
  title: 'Three accounts, one organization',
  summary: 'Everything so far, in one account after the other.',
  story: [
    'People sign in to the first account, the live system is in `prod`, and all logs go to `logs`. Much of it works, a little too well.',
    'Take one thing at a time. Who may become prod-deployer? What may prod-deployer do at most? How do logs get across? And what may nobody in `prod` do?',
  ],
  start: [
    ...threeAccounts,
    group('platform'),
    group('support'),
    user('alice'),
    user('bob'),
    join('platform', 'alice'),
    join('support', 'bob'),
    policy('AssumeProd', allow('sts:AssumeRole', deployer)),
    attach('AssumeProd', 'group:platform', 'group:support'),
    role('prod-deployer', trustAws(`arn:aws:iam::${ACCOUNT}:root`), { account: PROD }),
    role('log-shipper', trustService('lambda.amazonaws.com'), { account: PROD }),
    policyOf({ account: PROD }, 'DeployProd', allow('*', '*')),
    policyOf({ account: PROD }, 'ShipLogs', allow('s3:PutObject', objectsArn('org-logs'))),
    policyOf(
      { account: PROD },
      'ProdBoundary',
      allow(['s3:*', 'lambda:*', 'dynamodb:*', 'cloudwatch:*'], '*'),
    ),
    attach('DeployProd', 'role:prod-deployer'),
    attach('ShipLogs', 'role:log-shipper'),
    bucket('org-logs', { account: LOGS }),
    thing('api', api, 'lambda', 'function'),
    policyOf({ purpose: 'service-control' }, 'StayIn', deny('organizations:LeaveOrganization', '*')),
  ],
  locked: ['policy:DeployProd', 'policy:AssumeProd'],
  goals: [
    {
      id: 'g1',
      text: 'Without a second factor Alice may not become prod-deployer',
      principal: 'user:alice',
      action: 'sts:AssumeRole',
      resource: deployer,
      expect: 'Deny',
    },
    {
      id: 'g2',
      text: 'Bob from support may not, second factor or not',
      principal: 'user:bob',
      action: 'sts:AssumeRole',
      resource: deployer,
      context: withMfa,
      expect: 'Deny',
    },
    {
      id: 'g3',
      text: 'prod-deployer may not create users',
      principal: 'role:prod-deployer',
      action: 'iam:CreateUser',
      resource: prodArn('user/new'),
      expect: 'ImplicitDeny',
    },
    {
      id: 'g4',
      text: 'log-shipper may write into `org-logs`',
      principal: 'role:log-shipper',
      action: 's3:PutObject',
      resource: shipped,
      expect: 'Allow',
    },
    {
      id: 'g5',
      text: 'prod-deployer is forbidden to leave the organization',
      principal: 'role:prod-deployer',
      action: 'organizations:LeaveOrganization',
      resource: '*',
      expect: 'ExplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'With a second factor Alice may become prod-deployer',
      principal: 'user:alice',
      action: 'sts:AssumeRole',
      resource: deployer,
      context: withMfa,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'prod-deployer may update the function api',
      principal: 'role:prod-deployer',
      action: 'lambda:UpdateFunctionCode',
      resource: api,
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'log-shipper may not delete logs',
      principal: 'role:log-shipper',
      action: 's3:DeleteObject',
      resource: shipped,
      expect: 'Deny',
    },
    {
      id: 'k4',
      text: 'prod-deployer may not write logs',
      principal: 'role:prod-deployer',
      action: 's3:PutObject',
      resource: `${bucketArn('org-logs')}/x`,
      expect: 'Deny',
    },
  ],
  structure: [],
  predictions: [],
  hints: [
    'Four doors, each one you have been through: trust with a condition, a boundary, a bucket in another account, and a service control policy.',
    'The trust policy needs the condition Bool `aws:MultiFactorAuthPresent` = `true`. Support should not hold AssumeProd. ProdBoundary and StayIn wait to be used.',
    'Add the condition to the trust policy; detach AssumeProd from support; make ProdBoundary the boundary of prod-deployer; let `role/log-shipper` write in the bucket’s policy; attach StayIn to workloads.',
  ],
  traps: [
    {
      name: 'the whole account may write logs',
      hint: 'Trusting the account lets the deployer write into the logs too. Name the one role.',
      caughtBy: ['k4'],
      also: { met: ['g4'] },
      commands: [openDoor(`arn:aws:iam::${PROD}:root`)],
    },
  ],
  solution: [
    { say: 'Ask for a second factor in the trust policy.', command: mfaTrust },
    { say: 'Support does not become prod-deployer.', command: detach('AssumeProd', 'group:support') },
    {
      say: 'Set a ceiling for prod-deployer.',
      command: {
        type: 'PutRolePermissionsBoundary',
        role: 'role:prod-deployer',
        policy: 'policy:ProdBoundary',
      },
    },
    { say: 'Open the door of the logs for log-shipper.', command: openDoor(prodArn('role/log-shipper')) },
    {
      say: 'Attach StayIn to workloads: nobody there leaves the organization.',
      command: { type: 'AttachPolicy', policy: 'policy:StayIn', target: 'ou:workloads' },
    },
  ],
  takeaways: [
    'Accounts are the thickest walls AWS has; open single doors in them.',
    'People sign in at one place and take roles elsewhere, with a second factor.',
    'What nobody may do belongs into the organization, not into each role.',
  ],
  page: {
    title: 'Organizing your AWS environment using multiple accounts',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/organizing-your-aws-environment.html',
  },
}
