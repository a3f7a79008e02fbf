import {
  ACCOUNT,
  attach,
  bucket,
  detach,
  functionArn,
  lambda,
  policy,
  REGION,
  rewrite,
  role,
  runsAs,
  thing,
  user,
} from '../draw.ts'
import type { Lesson } from '../lesson.ts'
import { allow, bucketArn, objectsArn, policyText, trust, trustAws, trustService } from '../statements.ts'

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'
const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`
const userArn = (name: string) => `arn:aws:iam::${ACCOUNT}:user/${name}`

const logGroup = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/lambda/thumbnailer`
const logStream = `${logGroup}:log-stream:2024`
const trusting = (name: string, text: string) =>
  ({ type: 'UpdateAssumeRolePolicy', role: `role:${name}`, text }) as const

const lambdaRole: Lesson = {
  id: 'function-role',
  chapter: 'Roles and machines',
  title: 'A function works through its role',
  summary: 'A thumbnailer that nobody lets in.',
  story: [
    'The function thumbnailer reads pictures from `uploads`, writes small ones to `thumbs`, and notes in a log what it did. It has no permissions of its own; it acts as the role thumbnailer-role.',
    'A role has two sides. Its trust policy says who may take it. Its permissions say what can be done with it. Both need some work here.',
  ],
  start: [
    role('thumbnailer-role', trustService('ec2.amazonaws.com')),
    lambda('thumbnailer'),
    runsAs('thumbnailer', 'thumbnailer-role'),
    bucket('uploads'),
    bucket('thumbs'),
    policy('ReadUploads', allow('s3:GetObject', objectsArn('uploads'))),
    policy('BasicExecution', allow(['logs:CreateLogStream', 'logs:PutLogEvents'], `${logGroup}:*`)),
    attach('ReadUploads', 'role:thumbnailer-role'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'The Lambda service may take the role',
      principal: 'lambda.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: roleArn('thumbnailer-role'),
      expect: 'Allow',
    },
    {
      id: 'g2',
      text: 'The role may write to `thumbs`',
      principal: 'role:thumbnailer-role',
      action: 's3:PutObject',
      resource: `${bucketArn('thumbs')}/a.png`,
      expect: 'Allow',
    },
    {
      id: 'g3',
      text: 'The role may write its log',
      principal: 'role:thumbnailer-role',
      action: 'logs:PutLogEvents',
      resource: logStream,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'The EC2 service may not take the role',
      principal: 'ec2.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: roleArn('thumbnailer-role'),
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'The role may read `uploads`',
      principal: 'role:thumbnailer-role',
      action: 's3:GetObject',
      resource: `${bucketArn('uploads')}/a.png`,
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'The role may not delete uploads',
      principal: 'role:thumbnailer-role',
      action: 's3:DeleteObject',
      resource: `${bucketArn('uploads')}/a.png`,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [],
  hints: [
    'First: who may take the role? Second: what may it do? Select the role; its trust policy stands below its permissions.',
    'The trust policy names `ec2.amazonaws.com`, the service for servers. Lambda’s name is `lambda.amazonaws.com`.',
    'Trust `lambda.amazonaws.com`. Attach BasicExecution. Write a policy that allows `s3:PutObject` on `arn:aws:s3:::thumbs/*` and attach it.',
  ],
  traps: [
    {
      name: 'both services',
      hint: 'Now any server could take the role too. Name the one service that needs it.',
      caughtBy: ['k2'],
      also: { met: ['g1'] },
      commands: [
        trusting('thumbnailer-role', trustService(['ec2.amazonaws.com', 'lambda.amazonaws.com'])),
        attach('BasicExecution', 'role:thumbnailer-role'),
        policy('WriteThumbs', allow('s3:PutObject', objectsArn('thumbs'))),
        attach('WriteThumbs', 'role:thumbnailer-role'),
      ],
    },
  ],
  solution: [
    {
      say: 'Trust the Lambda service instead of EC2.',
      command: trusting('thumbnailer-role', trustService('lambda.amazonaws.com')),
    },
    {
      say: 'Attach BasicExecution, for the log.',
      command: attach('BasicExecution', 'role:thumbnailer-role'),
    },
    {
      say: 'Write a policy that writes to `thumbs`.',
      command: policy('WriteThumbs', allow('s3:PutObject', objectsArn('thumbs'))),
    },
    { say: 'Attach it to the role.', command: attach('WriteThumbs', 'role:thumbnailer-role') },
  ],
  takeaways: [
    'Code in AWS gets a role, not a password.',
    'Trust says who may take the role, permissions say what it can do. Both must be right.',
    'Trust one service; every other one named there could take the role as well.',
  ],
  page: {
    title: 'Defining Lambda function permissions with an execution role',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  },
}

const createThumbnailer = allow('lambda:CreateFunction', functionArn('thumbnailer'))
const passTo = (service: string) => ({ 'iam:PassedToService': service })

const passRole: Lesson = {
  id: 'pass-role',
  chapter: 'Roles and machines',
  title: 'Who hands out roles',
  summary: 'Alice deploys a function, and could make herself an administrator.',
  story: [
    'Alice deploys the function thumbnailer. To give it a role she needs `iam:PassRole`, and she has it: for every role there is.',
    'So she could make a function, hand it the role admin, and let her own code run as an administrator. Nobody meant that.',
  ],
  start: [
    user('alice'),
    role('thumbnailer-role', trustService('lambda.amazonaws.com')),
    role('admin', trustService('lambda.amazonaws.com')),
    policy('Deploy', createThumbnailer, allow('iam:PassRole', '*')),
    policy('Admin', allow('*', '*')),
    attach('Deploy', 'user:alice'),
    attach('Admin', 'role:admin'),
  ],
  locked: ['role:admin', 'policy:Admin'],
  goals: [
    {
      id: 'g1',
      text: 'Alice may not pass admin to Lambda',
      principal: 'user:alice',
      action: 'iam:PassRole',
      resource: roleArn('admin'),
      context: passTo('lambda.amazonaws.com'),
      expect: 'ImplicitDeny',
    },
    {
      id: 'g2',
      text: 'Alice may not pass thumbnailer-role to EC2',
      principal: 'user:alice',
      action: 'iam:PassRole',
      resource: roleArn('thumbnailer-role'),
      context: passTo('ec2.amazonaws.com'),
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Alice may pass thumbnailer-role to Lambda',
      principal: 'user:alice',
      action: 'iam:PassRole',
      resource: roleArn('thumbnailer-role'),
      context: passTo('lambda.amazonaws.com'),
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'Alice may create the function',
      principal: 'user:alice',
      action: 'lambda:CreateFunction',
      resource: functionArn('thumbnailer'),
      expect: 'Allow',
    },
  ],
  structure: [
    {
      id: 'e1',
      text: 'Alice has no way to become admin',
      type: 'noEscalationPath',
      from: 'user:alice',
      to: 'role:admin',
    },
  ],
  predictions: [
    {
      question: 'Alice may create a function and pass any role. Nothing else. Can she delete a database?',
      options: ['No, nothing allows her that', 'Yes, through a function that runs as admin'],
      answer: 1,
      because: 'Her code does it, as admin. That is why passing a role is a permission of its own.',
    },
  ],
  hints: [
    'Becoming admin takes two steps: creating a function, and handing it the role. Which of the two can be made narrower without stopping her work?',
    'Name the one role in Resource. And name the one service with a condition on `iam:PassedToService`.',
    'PassRole on `role/thumbnailer-role`, with `"Condition": {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}`.',
  ],
  traps: [
    {
      name: 'no passing at all',
      hint: 'Safe, and Alice cannot deploy any more: a function without a role is of no use. Let her pass the one role.',
      caughtBy: ['k1'],
      commands: [rewrite('Deploy', createThumbnailer)],
    },
    {
      name: 'the role without the service',
      hint: 'Admin is out of reach. The role could still be handed to a server; say which service it is for.',
      caughtBy: ['g2'],
      also: { met: ['g1', 'k1'] },
      commands: [rewrite('Deploy', createThumbnailer, allow('iam:PassRole', roleArn('thumbnailer-role')))],
    },
  ],
  solution: [
    {
      say: 'Allow passing this one role, to Lambda only.',
      command: rewrite(
        'Deploy',
        createThumbnailer,
        allow('iam:PassRole', roleArn('thumbnailer-role'), {
          Condition: { StringEquals: passTo('lambda.amazonaws.com') },
        }),
      ),
    },
  ],
  takeaways: [
    'Whoever passes a role to a service can do what the role can.',
    'Allow PassRole for named roles, never for `*`.',
    '`iam:PassedToService` says which service the role is meant for.',
  ],
  page: {
    title: 'Grant a user permissions to pass a role to an AWS service',
    url: `${iam}/id_roles_use_passrole.html`,
  },
}

const site = 'www-site'
const distribution = `arn:aws:cloudfront::${ACCOUNT}:distribution/E123`

const ciUser: Lesson = {
  id: 'robot-with-keys',
  chapter: 'Roles and machines',
  title: 'A robot with keys',
  summary: 'A deploy user that may do everything.',
  story: [
    'A build server outside AWS publishes the website. It signs in as ci-deployer, with an access key. “Just so that it works”, somebody gave it administrator rights.',
    'A key leaks sooner or later: in a log, in a repository, on a laptop. Then it matters what the user may do. Here is what the pipeline really does: it uploads, deletes and lists in `www-site`, and it empties one CloudFront cache.',
  ],
  start: [
    user('ci-deployer'),
    { type: 'UpdateUserCredentials', user: 'user:ci-deployer', accessKeys: 1 },
    bucket(site),
    thing('E123', distribution, 'cloudfront', 'distribution'),
    policy('AdministratorAccess', allow('*', '*')),
    attach('AdministratorAccess', 'user:ci-deployer'),
  ],
  locked: ['policy:AdministratorAccess'],
  goals: [
    {
      id: 'g1',
      text: 'ci-deployer may not make itself another key',
      principal: 'user:ci-deployer',
      action: 'iam:CreateAccessKey',
      resource: userArn('ci-deployer'),
      expect: 'ImplicitDeny',
    },
    {
      id: 'g2',
      text: 'It may not delete the bucket',
      principal: 'user:ci-deployer',
      action: 's3:DeleteBucket',
      resource: bucketArn(site),
      expect: 'ImplicitDeny',
    },
    {
      id: 'g3',
      text: 'It may not start servers',
      principal: 'user:ci-deployer',
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/*`,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'It may upload a page',
      principal: 'user:ci-deployer',
      action: 's3:PutObject',
      resource: `${bucketArn(site)}/index.html`,
      expect: 'Allow',
    },
    {
      id: 'k4',
      text: 'It may delete an old page',
      principal: 'user:ci-deployer',
      action: 's3:DeleteObject',
      resource: `${bucketArn(site)}/old.html`,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'It may list the pages',
      principal: 'user:ci-deployer',
      action: 's3:ListBucket',
      resource: bucketArn(site),
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'It may empty the cache (`cloudfront:CreateInvalidation`)',
      principal: 'user:ci-deployer',
      action: 'cloudfront:CreateInvalidation',
      resource: distribution,
      expect: 'Allow',
    },
  ],
  structure: [
    {
      id: 's1',
      text: 'AdministratorAccess is not attached to ci-deployer',
      type: 'notAttached',
      policy: 'policy:AdministratorAccess',
      to: 'user:ci-deployer',
    },
  ],
  predictions: [],
  hints: [
    'Write down the four things the pipeline does. Each is an action and what it is asked of.',
    'Uploading and deleting are asked of objects, listing of the bucket, the invalidation of the distribution: three statements.',
    'Allow `s3:PutObject` and `s3:DeleteObject` on `www-site/*`, `s3:ListBucket` on `www-site`, `cloudfront:CreateInvalidation` on the distribution. Attach it, then take AdministratorAccess away.',
  ],
  traps: [
    {
      name: 'everything in S3',
      hint: '`s3:*` includes deleting the whole bucket. Name the three actions that are used.',
      caughtBy: ['g2'],
      also: { met: ['g1', 'g3', 'k1', 's1'] },
      commands: [
        policy('DeploySite', allow(['s3:*', 'cloudfront:CreateInvalidation'], '*')),
        attach('DeploySite', 'user:ci-deployer'),
        detach('AdministratorAccess', 'user:ci-deployer'),
      ],
    },
  ],
  solution: [
    {
      say: 'Write a policy with what the pipeline does, and no more.',
      command: policy(
        'DeploySite',
        allow(['s3:PutObject', 's3:DeleteObject'], objectsArn(site)),
        allow('s3:ListBucket', bucketArn(site)),
        allow('cloudfront:CreateInvalidation', distribution),
      ),
    },
    { say: 'Attach it to ci-deployer.', command: attach('DeploySite', 'user:ci-deployer') },
    {
      say: 'Take the administrator rights away.',
      command: detach('AdministratorAccess', 'user:ci-deployer'),
    },
  ],
  takeaways: [
    'A leaked key is exactly as dangerous as what its user may do.',
    'List what a machine does, then allow that list.',
    'No key at all is better: see the lesson on builds without keys.',
  ],
  page: { title: 'Manage access keys for IAM users', url: `${iam}/id_credentials_access-keys.html` },
}

const auditor = roleArn('auditor')

const trustPolicies: Lesson = {
  id: 'who-may-take-the-role',
  chapter: 'Roles and machines',
  title: 'Who may take the role?',
  summary: 'Trust the account, and let policies decide who.',
  story: [
    'The role auditor reads the audit trail. Its trust policy names Bob, who has left the audit team. Alice is in charge now, and next year it will be somebody else.',
    'Names in a trust policy have to be changed in every role. Trust the account instead, with `arn:aws:iam::111122223333:root`: that leaves it to the policies of the account who may ask.',
  ],
  start: [
    user('alice'),
    user('bob'),
    role('auditor', trustAws(userArn('bob'))),
    policy('ReadTrail', allow('cloudtrail:LookupEvents', '*')),
    policy('MayAudit', allow('sts:AssumeRole', auditor)),
    attach('ReadTrail', 'role:auditor'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'Alice may take the role auditor',
      principal: 'user:alice',
      action: 'sts:AssumeRole',
      resource: auditor,
      expect: 'Allow',
    },
    {
      id: 'g2',
      text: 'Bob may not',
      principal: 'user:bob',
      action: 'sts:AssumeRole',
      resource: auditor,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'The role may read the trail',
      principal: 'role:auditor',
      action: 'cloudtrail:LookupEvents',
      resource: '*',
      expect: 'Allow',
    },
  ],
  structure: [
    { id: 's1', text: 'The trust policy names no person', type: 'trustNamesNoUser', role: 'role:auditor' },
  ],
  predictions: [
    {
      question: 'Bob has no policy at all. The trust policy names him. May he take the role?',
      options: ['Yes', 'No'],
      answer: 0,
      because:
        'In one account, being named by the role is enough: the trust policy is a policy too, and it allows him.',
      proof: {
        at: 'start',
        principal: 'user:bob',
        action: 'sts:AssumeRole',
        resource: auditor,
        expect: 'Allow',
      },
    },
  ],
  hints: [
    'Two things are to be said: the role trusts the account, and Alice is allowed to ask.',
    'Write `"AWS": "arn:aws:iam::111122223333:root"` in the trust policy. MayAudit is there for the other half.',
    'Trust the account’s root, and attach MayAudit to Alice.',
  ],
  traps: [
    {
      name: 'only the permission',
      hint: 'Alice may ask now, but the role does not trust her. That is written in its trust policy.',
      caughtBy: ['g1', 's1'],
      also: { structure: [{ type: 'attached', policy: 'policy:MayAudit', to: 'user:alice' }] },
      commands: [attach('MayAudit', 'user:alice')],
    },
    {
      name: 'only the trust',
      hint: 'Trusting the account hands the decision to its policies. Nobody has one yet that allows `sts:AssumeRole`.',
      caughtBy: ['g1'],
      also: { met: ['g2', 's1'] },
      commands: [trusting('auditor', trustAws(`arn:aws:iam::${ACCOUNT}:root`))],
    },
  ],
  solution: [
    {
      say: 'Trust the account.',
      command: trusting('auditor', policyText(trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }))),
    },
    { say: 'Let Alice ask: attach MayAudit.', command: attach('MayAudit', 'user:alice') },
  ],
  takeaways: [
    'The trust policy decides who may take a role, and it can name users, services or accounts.',
    'A user who is named there needs no policy in the same account.',
    'Trusting the account lets its own policies decide, which is easier to keep right.',
  ],
  page: {
    title: 'IAM JSON policy elements: Principal',
    url: `${iam}/reference_policies_elements_principal.html`,
  },
}

export const rolesAndMachines: readonly Lesson[] = [lambdaRole, passRole, ciUser, trustPolicies]
