import { ACCOUNT, attach, lambda, policy, REGION, role, runsAs, table, tableArn } from '../draw.ts'
import type { Example } from '../example.ts'
import { allow, trustService } from '../statements.ts'
import { reads, writes } from './levels.ts'

const game = tableArn('GameOutcome')
const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`
const cache = `arn:aws:apigateway:${REGION}::/restapis/a1b2c3d4e5/stages/prod/cache/data`

const functionReads: Example = {
  id: 'function-reads-table',
  title: 'A function that reads a table',
  summary: 'A Lambda function has no permissions of its own: it works through its execution role.',
  commands: [
    role('show-results', trustService('lambda.amazonaws.com')),
    lambda('show-results'),
    runsAs('show-results', 'show-results'),
    table('GameOutcome'),
    policy('ReadGameOutcome', allow(reads, game)),
    attach('ReadGameOutcome', 'role:show-results'),
  ],
  walk: [
    {
      text: 'Code that runs inside AWS needs no password. The function is given a role, and AWS hands it short-lived credentials of that role.',
      show: [{ label: 'Select the function', select: 'resource:show-results' }],
    },
    {
      text: 'A role has two sides. Its trust policy says who may take it: here only the Lambda service. Its permissions say what can be done with it.',
      show: [{ label: 'Open the role', select: 'role:show-results' }],
    },
    {
      text: 'The role reads the table, because ReadGameOutcome is attached to it. The function inherits nothing else.',
      show: [
        {
          label: 'May it read?',
          ask: {
            principal: 'role:show-results',
            resource: 'resource:GameOutcome',
            action: 'dynamodb:GetItem',
          },
        },
        {
          label: 'May it write?',
          ask: {
            principal: 'role:show-results',
            resource: 'resource:GameOutcome',
            action: 'dynamodb:PutItem',
          },
        },
      ],
    },
  ],
  expectations: [
    {
      principal: 'lambda.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: roleArn('show-results'),
      expect: 'Allow',
    },
    {
      principal: 'ec2.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: roleArn('show-results'),
      expect: 'ImplicitDeny',
    },
    { principal: 'role:show-results', action: 'dynamodb:GetItem', resource: game, expect: 'Allow' },
    { principal: 'role:show-results', action: 'dynamodb:PutItem', resource: game, expect: 'ImplicitDeny' },
  ],
}

const scoresEveryMinute: Example = {
  id: 'scores-every-minute',
  title: 'New scores every minute',
  summary:
    'A periodic function writes the results of sporting events and empties the API’s cache afterwards.',
  commands: [
    role('update-scores', trustService('lambda.amazonaws.com')),
    lambda('update-scores'),
    runsAs('update-scores', 'update-scores'),
    table('GameOutcome'),
    {
      type: 'AddResource',
      resource: 'resource:scores-api-cache',
      name: 'scores-api cache',
      arn: cache,
      service: 'apigateway',
      resourceType: 'stage',
      account: ACCOUNT,
    },
    policy('WriteGameOutcome', allow(writes, game, { Sid: 'StoreResults' })),
    policy('ResetScoresCache', allow('apigateway:DELETE', cache, { Sid: 'EmptyTheCache' })),
    attach('WriteGameOutcome', 'role:update-scores'),
    attach('ResetScoresCache', 'role:update-scores'),
  ],
  walk: [
    {
      text: 'Name a role after what it is for. This one updates scores: it stores results, then tells the API to forget the old ones.',
      show: [{ label: 'Open the role', select: 'role:update-scores' }],
    },
    {
      text: 'Two things to do, two policies: one for the table, one for the cache. Each can be read in a breath and attached again elsewhere.',
      show: [
        { label: 'The table’s policy', select: 'policy:WriteGameOutcome' },
        { label: 'The cache’s policy', select: 'policy:ResetScoresCache' },
      ],
    },
    {
      text: 'Actions of API Gateway are HTTP verbs: emptying a cache is a DELETE. Every service has its own words; its page in the Service Authorization Reference lists them.',
    },
    {
      text: 'Writing does not include reading. The function never reads a result back, so it may not.',
      show: [
        {
          label: 'May it write?',
          ask: {
            principal: 'role:update-scores',
            resource: 'resource:GameOutcome',
            action: 'dynamodb:PutItem',
          },
        },
        {
          label: 'May it read?',
          ask: {
            principal: 'role:update-scores',
            resource: 'resource:GameOutcome',
            action: 'dynamodb:GetItem',
          },
        },
      ],
    },
  ],
  expectations: [
    { principal: 'role:update-scores', action: 'dynamodb:PutItem', resource: game, expect: 'Allow' },
    { principal: 'role:update-scores', action: 'dynamodb:GetItem', resource: game, expect: 'ImplicitDeny' },
    { principal: 'role:update-scores', action: 'apigateway:DELETE', resource: cache, expect: 'Allow' },
    {
      principal: 'lambda.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: roleArn('update-scores'),
      expect: 'Allow',
    },
  ],
}

export const functionExamples: readonly Example[] = [functionReads, scoresEveryMinute]
