import type { Command } from '@iam-canvas/core'
import { attach, bucket, group, join, lambda, policy, role, runsAs, table, tableArn, user } from '../draw.ts'
import type { Example } from '../example.ts'
import { allow, bucketArn, objectsArn, trustService } from '../statements.ts'
import { manages, reads, writes } from './levels.ts'

const environments = ['qa', 'prod'] as const

const startupPart = (env: (typeof environments)[number]): readonly Command[] => [
  table(`Matches-${env}`),
  policy(`ReadMatches-${env}`, allow(reads, tableArn(`Matches-${env}`))),
  policy(`WriteMatches-${env}`, allow(writes, tableArn(`Matches-${env}`))),
  role(`serve-scores-${env}`, trustService('lambda.amazonaws.com')),
  role(`update-scores-${env}`, trustService('lambda.amazonaws.com')),
  lambda(`scores-${env}`),
  lambda(`updater-${env}`),
  runsAs(`scores-${env}`, `serve-scores-${env}`),
  runsAs(`updater-${env}`, `update-scores-${env}`),
  attach(`ReadMatches-${env}`, `role:serve-scores-${env}`),
  attach(`WriteMatches-${env}`, `role:update-scores-${env}`),
]

const startup: Example = {
  id: 'small-start-up',
  title: 'A small start-up',
  summary:
    'A handful of engineers, a test environment and a live one: policies per resource and level, roles by intent.',
  commands: [
    ...environments.flatMap(startupPart),
    bucket('site-assets'),
    policy(
      'PublishAssets',
      allow(['s3:PutObject', 's3:DeleteObject'], objectsArn('site-assets')),
      allow('s3:ListBucket', bucketArn('site-assets')),
    ),
    user('eva'),
    user('farid'),
    user('ci-server'),
    { type: 'UpdateUserCredentials', user: 'user:eva', consolePassword: true, mfa: true },
    { type: 'UpdateUserCredentials', user: 'user:farid', consolePassword: true, mfa: true },
    { type: 'UpdateUserCredentials', user: 'user:ci-server', accessKeys: 1 },
    ...environments.flatMap(env => [
      attach(`ReadMatches-${env}`, 'user:eva', 'user:farid'),
      attach(`WriteMatches-${env}`, 'user:eva', 'user:farid'),
    ]),
    attach('PublishAssets', 'user:ci-server'),
  ],
  walk: [
    {
      text: 'Start with the policies. Each is about one resource and one level: reading matches, writing matches, publishing assets. Small policies look like more work and are less: each is checked once and used often.',
      show: [
        { label: 'Reading, test', select: 'policy:ReadMatches-qa' },
        { label: 'Writing, live', select: 'policy:WriteMatches-prod' },
      ],
    },
    {
      text: 'Roles are named by intent: serve scores, update scores. To find the policies of a role, ask what it has to do.',
      show: [{ label: 'Open update-scores-prod', select: 'role:update-scores-prod' }],
    },
    {
      text: 'Test and live never meet: the updater of the test environment cannot touch live matches, whatever its code tries.',
      show: [
        {
          label: 'Test role on live table?',
          ask: {
            principal: 'role:update-scores-qa',
            resource: 'resource:Matches-prod',
            action: 'dynamodb:PutItem',
          },
        },
      ],
    },
    {
      text: 'Every engineer and every outside service is a user of its own, so the log says who did what. In a team this small engineers may do most things; groups would not help yet.',
      show: [
        { label: 'Select Eva', select: 'user:eva' },
        { label: 'Select the CI server', select: 'user:ci-server' },
      ],
    },
    {
      text: 'Look through the users now and then. What is attached and no longer needed goes: select the line and press Delete.',
    },
  ],
  expectations: [
    {
      principal: 'user:eva',
      action: 'dynamodb:PutItem',
      resource: tableArn('Matches-prod'),
      expect: 'Allow',
    },
    {
      principal: 'role:serve-scores-prod',
      action: 'dynamodb:GetItem',
      resource: tableArn('Matches-prod'),
      expect: 'Allow',
    },
    {
      principal: 'role:serve-scores-prod',
      action: 'dynamodb:PutItem',
      resource: tableArn('Matches-prod'),
      expect: 'ImplicitDeny',
    },
    {
      principal: 'role:update-scores-qa',
      action: 'dynamodb:PutItem',
      resource: tableArn('Matches-prod'),
      expect: 'ImplicitDeny',
    },
    {
      principal: 'user:ci-server',
      action: 's3:PutObject',
      resource: `${bucketArn('site-assets')}/logo.png`,
      expect: 'Allow',
    },
    {
      principal: 'user:ci-server',
      action: 'dynamodb:GetItem',
      resource: tableArn('Matches-qa'),
      expect: 'ImplicitDeny',
    },
  ],
}

const divisions = ['mobile', 'desktop'] as const

function division(name: (typeof divisions)[number], env: (typeof environments)[number]): readonly Command[] {
  const scores = `${name}-scores-${env}`
  return [
    table(scores),
    policy(`${name}-read-${env}`, allow(reads, tableArn(scores))),
    policy(`${name}-write-${env}`, allow(writes, tableArn(scores))),
    policy(`${name}-manage-${env}`, allow(manages, tableArn(scores))),
    group(`${name}-readers-${env}`),
    group(`${name}-writers-${env}`),
    group(`${name}-devs-${env}`),
    attach(
      `${name}-read-${env}`,
      `group:${name}-readers-${env}`,
      `group:${name}-writers-${env}`,
      `group:${name}-devs-${env}`,
    ),
    attach(`${name}-write-${env}`, `group:${name}-writers-${env}`, `group:${name}-devs-${env}`),
    attach(`${name}-manage-${env}`, `group:${name}-devs-${env}`),
  ]
}

const enterprise: Example = {
  id: 'two-divisions',
  title: 'A company with two divisions',
  summary:
    'Mobile and desktop, test and live: a group for each division, level and environment, and users only through groups.',
  commands: [
    ...divisions.flatMap(name => environments.flatMap(env => division(name, env))),
    ...['mina', 'mateo', 'mobile-ci', 'dana', 'deniz', 'support-bot'].map(name => user(name)),
    { type: 'UpdateUserCredentials', user: 'user:mobile-ci', accessKeys: 1 },
    { type: 'UpdateUserCredentials', user: 'user:support-bot', accessKeys: 1 },
    join('mobile-devs-qa', 'mina', 'mateo'),
    join('mobile-readers-prod', 'mina', 'mateo'),
    join('mobile-writers-qa', 'mobile-ci'),
    join('desktop-devs-qa', 'dana', 'deniz'),
    join('desktop-writers-prod', 'dana'),
    join('desktop-readers-prod', 'deniz', 'support-bot'),
    join('mobile-readers-prod', 'support-bot'),
  ],
  walk: [
    {
      text: 'Twelve groups, and the name of each says it all: division, level, environment. `mobile-devs-qa` develops the mobile product in the test environment.',
      show: [
        { label: 'mobile-devs-qa', select: 'group:mobile-devs-qa' },
        { label: 'mobile-readers-prod', select: 'group:mobile-readers-prod' },
      ],
    },
    {
      text: 'No policy is attached to a person. Mina is in two groups: she changes what is in test and reads what is live.',
      show: [
        { label: 'Select Mina', select: 'user:mina' },
        {
          label: 'May Mina write live?',
          ask: {
            principal: 'user:mina',
            resource: 'resource:mobile-scores-prod',
            action: 'dynamodb:PutItem',
          },
        },
      ],
    },
    {
      text: 'Machines are users too. The support bot reads both live tables because it sits in two readers’ groups; nobody had to write a policy for it.',
      show: [
        { label: 'Select the bot', select: 'user:support-bot' },
        {
          label: 'Desktop, live?',
          ask: {
            principal: 'user:support-bot',
            resource: 'resource:desktop-scores-prod',
            action: 'dynamodb:GetItem',
          },
        },
      ],
    },
    {
      text: 'Somebody changes division? Drag them from one group into another. That is one step, and the message says what access it gained and lost.',
    },
  ],
  expectations: [
    {
      principal: 'user:mina',
      action: 'dynamodb:UpdateTable',
      resource: tableArn('mobile-scores-qa'),
      expect: 'Allow',
    },
    {
      principal: 'user:mina',
      action: 'dynamodb:GetItem',
      resource: tableArn('mobile-scores-prod'),
      expect: 'Allow',
    },
    {
      principal: 'user:mina',
      action: 'dynamodb:PutItem',
      resource: tableArn('mobile-scores-prod'),
      expect: 'ImplicitDeny',
    },
    {
      principal: 'user:mina',
      action: 'dynamodb:GetItem',
      resource: tableArn('desktop-scores-prod'),
      expect: 'ImplicitDeny',
    },
    {
      principal: 'user:dana',
      action: 'dynamodb:PutItem',
      resource: tableArn('desktop-scores-prod'),
      expect: 'Allow',
    },
    {
      principal: 'user:support-bot',
      action: 'dynamodb:GetItem',
      resource: tableArn('desktop-scores-prod'),
      expect: 'Allow',
    },
    {
      principal: 'user:mobile-ci',
      action: 'dynamodb:UpdateTable',
      resource: tableArn('mobile-scores-qa'),
      expect: 'ImplicitDeny',
    },
  ],
}

export const companyExamples: readonly Example[] = [startup, enterprise]
