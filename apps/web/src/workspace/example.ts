import { apply, type Command, emptyModel, type Model } from '@iam-canvas/core'
import { emptyLayout, type WorkspaceDocument } from './document.ts'

const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/GameOutcome'

const policyText = (sid: string, actions: readonly string[]) =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: sid, Effect: 'Allow', Action: actions, Resource: 'arn:aws:dynamodb:*:*:table/GameOutcome' },
      ],
    },
    null,
    2,
  )

const reads = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable'].map(name => `dynamodb:${name}`)
const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map(name => `dynamodb:${name}`)

const commands: readonly Command[] = [
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateUser', user: 'user:ci-deploy', name: 'ci-deploy' },
  { type: 'UpdateUserCredentials', user: 'user:ana', consolePassword: true, mfa: true },
  { type: 'UpdateUserCredentials', user: 'user:ci-deploy', accessKeys: 1 },
  {
    type: 'CreatePolicy',
    policy: 'policy:ReadGameOutcome',
    name: 'ReadGameOutcome',
    text: policyText('ReadResults', reads),
  },
  {
    type: 'CreatePolicy',
    policy: 'policy:WriteGameOutcome',
    name: 'WriteGameOutcome',
    text: policyText('WriteResults', writes),
  },
  {
    type: 'AddResource',
    resource: 'resource:GameOutcome',
    name: 'GameOutcome',
    arn: table,
    service: 'dynamodb',
    resourceType: 'table',
  },
  { type: 'AttachUserPolicy', user: 'user:ana', policy: 'policy:ReadGameOutcome' },
  { type: 'AttachUserPolicy', user: 'user:ci-deploy', policy: 'policy:ReadGameOutcome' },
  { type: 'AttachUserPolicy', user: 'user:ci-deploy', policy: 'policy:WriteGameOutcome' },
]

function exampleModel(): Model {
  const result = apply(emptyModel('Game results', '111122223333'), { type: 'Batch', commands })
  if (!result.ok) throw new Error(`the example is broken: ${result.problem.message}`)
  return result.model
}

/** The worked example the app opens on: one table, a policy that reads it, one that writes it, and two users. */
export function exampleDocument(): WorkspaceDocument {
  return {
    model: exampleModel(),
    layout: {
      ...emptyLayout,
      positions: {
        'user:ana': { x: 0, y: 64 },
        'user:ci-deploy': { x: 0, y: 192 },
        'policy:ReadGameOutcome': { x: 252, y: -12 },
        'policy:WriteGameOutcome': { x: 252, y: 244 },
        'resource:GameOutcome': { x: 588, y: 128 },
      },
    },
    drafts: {},
  }
}
