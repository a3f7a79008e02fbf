import type { Command } from '@iam-canvas/core'
import { ACCOUNT, attach, policy, table, tableArn, user } from '../draw.ts'
import type { Example } from '../example.ts'
import { allow } from '../statements.ts'
import { reads, writes } from './levels.ts'

const anywhere = 'arn:aws:dynamodb:*:*:table/GameOutcome'
const game = tableArn('GameOutcome')
const inVirginia = tableArn('GameOutcome', 'us-east-1')
const OTHER_ACCOUNT = '444455556666'

const people: readonly Command[] = [
  user('ana'),
  user('ci-deploy'),
  { type: 'UpdateUserCredentials', user: 'user:ana', consolePassword: true, mfa: true },
  { type: 'UpdateUserCredentials', user: 'user:ci-deploy', accessKeys: 1 },
]

const gameOutcome: Example = {
  id: 'game-outcome',
  title: 'One table, a reader and a writer',
  summary: 'The smallest complete picture: two users, two policies, and one DynamoDB table.',
  commands: [
    ...people,
    table('GameOutcome'),
    policy('ReadGameOutcome', allow(reads, anywhere, { Sid: 'ReadResults' })),
    policy('WriteGameOutcome', allow(writes, anywhere, { Sid: 'WriteResults' })),
    attach('ReadGameOutcome', 'user:ana', 'user:ci-deploy'),
    attach('WriteGameOutcome', 'user:ci-deploy'),
  ],
  walk: [
    {
      text: 'A policy is a list of statements: this effect, for these actions, on these resources. Open ReadGameOutcome and read its one statement aloud; it is nearly English.',
      show: [{ label: 'Open ReadGameOutcome', select: 'policy:ReadGameOutcome' }],
    },
    {
      text: 'Ana has one policy, and it only reads. So reading is allowed, and writing is denied: not because something forbids it, but because nothing allows it.',
      show: [
        {
          label: 'May Ana read?',
          ask: { principal: 'user:ana', resource: 'resource:GameOutcome', action: 'dynamodb:GetItem' },
        },
        {
          label: 'May Ana write?',
          ask: { principal: 'user:ana', resource: 'resource:GameOutcome', action: 'dynamodb:PutItem' },
        },
      ],
    },
    {
      text: 'The deploy user holds both policies, and permissions add up. Nobody had to write a third policy that does both.',
      show: [
        {
          label: 'May ci-deploy write?',
          ask: { principal: 'user:ci-deploy', resource: 'resource:GameOutcome', action: 'dynamodb:PutItem' },
        },
      ],
    },
    { text: 'Try it: attach WriteGameOutcome to Ana, watch the line change, and undo it with Ctrl+Z.' },
  ],
  expectations: [
    { principal: 'user:ana', action: 'dynamodb:GetItem', resource: game, expect: 'Allow' },
    { principal: 'user:ana', action: 'dynamodb:PutItem', resource: game, expect: 'ImplicitDeny' },
    { principal: 'user:ci-deploy', action: 'dynamodb:Query', resource: game, expect: 'Allow' },
    { principal: 'user:ci-deploy', action: 'dynamodb:PutItem', resource: game, expect: 'Allow' },
    { principal: 'user:ci-deploy', action: 'dynamodb:DeleteTable', resource: game, expect: 'ImplicitDeny' },
  ],
}

const tablesByPrefix: Example = {
  id: 'tables-by-prefix',
  title: 'Every table whose name begins with Game',
  summary: 'A star in the name covers tables that exist today, and those that are made tomorrow.',
  commands: [
    user('ana'),
    table('GameOutcome'),
    table('GamePlayers'),
    table('Invoices'),
    policy('ReadGameTables', allow(reads, 'arn:aws:dynamodb:*:*:table/Game*', { Sid: 'ReadGameTables' })),
    attach('ReadGameTables', 'user:ana'),
  ],
  walk: [
    {
      text: 'The resource ends in `Game*`: any name that begins so. Two of the three tables do.',
      show: [{ label: 'Open the policy', select: 'policy:ReadGameTables' }],
    },
    {
      text: 'GamePlayers is covered although no policy names it.',
      show: [
        {
          label: 'GamePlayers?',
          ask: { principal: 'user:ana', resource: 'resource:GamePlayers', action: 'dynamodb:GetItem' },
        },
        {
          label: 'Invoices?',
          ask: { principal: 'user:ana', resource: 'resource:Invoices', action: 'dynamodb:GetItem' },
        },
      ],
    },
    {
      text: 'That is also the risk. Somebody will make a table named GamePayments one day, and Ana reads it from the first minute. A prefix is a promise about names; agree on it before you rely on it.',
    },
  ],
  expectations: [
    { principal: 'user:ana', action: 'dynamodb:GetItem', resource: game, expect: 'Allow' },
    { principal: 'user:ana', action: 'dynamodb:GetItem', resource: tableArn('GamePlayers'), expect: 'Allow' },
    {
      principal: 'user:ana',
      action: 'dynamodb:GetItem',
      resource: tableArn('GamePayments'),
      expect: 'Allow',
    },
    {
      principal: 'user:ana',
      action: 'dynamodb:GetItem',
      resource: tableArn('Invoices'),
      expect: 'ImplicitDeny',
    },
  ],
}

const oneRegion: Example = {
  id: 'one-region',
  title: 'One region only',
  summary: 'The same table name in Ireland and in Virginia, and a policy that means only one of them.',
  commands: [
    user('ana'),
    table('GameOutcome'),
    table('GameOutcome', inVirginia, 'resource:GameOutcome-us'),
    { type: 'RenameResource', resource: 'resource:GameOutcome-us', name: 'GameOutcome (Virginia)' },
    policy('ReadInIreland', allow(reads, 'arn:aws:dynamodb:eu-west-1:*:table/GameOutcome')),
    attach('ReadInIreland', 'user:ana'),
  ],
  walk: [
    {
      text: 'An ARN is an address in six parts. For a table the fourth is the region and the fifth the account: `arn:aws:dynamodb:REGION:ACCOUNT:table/NAME`.',
      show: [{ label: 'Open the policy', select: 'policy:ReadInIreland' }],
    },
    {
      text: 'The policy says eu-west-1 and leaves the account open with a star. The table in Virginia has the same name and another address.',
      show: [
        {
          label: 'Ireland?',
          ask: { principal: 'user:ana', resource: 'resource:GameOutcome', action: 'dynamodb:GetItem' },
        },
        {
          label: 'Virginia?',
          ask: { principal: 'user:ana', resource: 'resource:GameOutcome-us', action: 'dynamodb:GetItem' },
        },
      ],
    },
  ],
  expectations: [
    { principal: 'user:ana', action: 'dynamodb:GetItem', resource: game, expect: 'Allow' },
    { principal: 'user:ana', action: 'dynamodb:GetItem', resource: inVirginia, expect: 'ImplicitDeny' },
  ],
}

const oneAccount: Example = {
  id: 'one-account',
  title: 'One account only',
  summary: 'The account number in an ARN keeps a policy at home, even if it is copied elsewhere.',
  commands: [
    { type: 'AddAccount', account: `account:${OTHER_ACCOUNT}`, number: OTHER_ACCOUNT, name: 'Partner' },
    user('ana'),
    table('GameOutcome'),
    table('GameOutcome', tableArn('GameOutcome', 'eu-west-1', OTHER_ACCOUNT), 'resource:GameOutcome-partner'),
    { type: 'RenameResource', resource: 'resource:GameOutcome-partner', name: 'GameOutcome (partner)' },
    policy('ReadOurTable', allow(reads, `arn:aws:dynamodb:*:${ACCOUNT}:table/GameOutcome`)),
    attach('ReadOurTable', 'user:ana'),
  ],
  walk: [
    {
      text: 'Here the region is a star and the account is a number. Any region will do, as long as the table is ours.',
      show: [{ label: 'Open the policy', select: 'policy:ReadOurTable' }],
    },
    {
      text: 'The partner has a table of the same name. The policy does not reach it. And if it said a star: the partner would have to agree too, because across accounts both sides decide.',
      show: [
        {
          label: 'Our table?',
          ask: { principal: 'user:ana', resource: 'resource:GameOutcome', action: 'dynamodb:GetItem' },
        },
        {
          label: 'The partner’s?',
          ask: {
            principal: 'user:ana',
            resource: 'resource:GameOutcome-partner',
            action: 'dynamodb:GetItem',
          },
        },
      ],
    },
  ],
  expectations: [
    { principal: 'user:ana', action: 'dynamodb:GetItem', resource: game, expect: 'Allow' },
    {
      principal: 'user:ana',
      action: 'dynamodb:GetItem',
      resource: tableArn('GameOutcome', 'eu-west-1', OTHER_ACCOUNT),
      expect: 'ImplicitDeny',
    },
  ],
}

export const gameTableExamples: readonly Example[] = [gameOutcome, tablesByPrefix, oneRegion, oneAccount]
