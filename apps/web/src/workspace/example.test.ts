import { apply, type Command, emptyModel } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import { isComplete } from '../open/open-at-start.ts'
import { exampleDocument } from './example.ts'

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

it('the example is what these commands make, and has a place for everything', () => {
  const made = apply(emptyModel('Game results', '111122223333'), { type: 'Batch', commands })
  const document = exampleDocument()
  expect(made.ok && made.model).toEqual(document.model)
  expect(isComplete(document)).toBe(true)
})
