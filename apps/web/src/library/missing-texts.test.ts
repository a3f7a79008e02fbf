import { apply, type Command, emptyModel, EXAMPLE_ACCOUNT, explain, type Model } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import published from '../../../../packages/reference/generated/policies/AmazonDynamoDBReadOnlyAccess.json'
import { suppliedReport, supplyCommand, withoutText } from './missing-texts.ts'

const name = 'AmazonDynamoDBReadOnlyAccess'

const text = JSON.stringify(published.document, null, 2)

function after(model: Model, command: Command): Model {
  const applied = apply(model, command)
  if (!applied.ok) throw new Error(applied.problem.message)
  return applied.model
}

const named = after(emptyModel(), {
  type: 'Batch',
  commands: [
    { type: 'CreateUser', user: 'user:ana', name: 'ana' },
    { type: 'AddAwsManagedPolicy', policy: `policy:${name}`, name },
    { type: 'AddAwsManagedPolicy', policy: 'policy:Gone', name: 'Gone' },
    { type: 'AttachUserPolicy', user: 'user:ana', policy: `policy:${name}` },
  ],
})

it('finds the policies of AWS that nobody has the text of, and gives them theirs as one command', () => {
  const missing = withoutText(named)
  expect(missing.map(policy => policy.name)).toEqual([name, 'Gone'])
  const command = supplyCommand(missing, { [name]: text })
  expect(command).toMatchObject({ type: 'SupplyPolicyText', policy: `policy:${name}` })
  expect(withoutText(after(named, command!)).map(policy => policy.name)).toEqual(['Gone'])
  expect(supplyCommand(missing, {})).toBeUndefined()
})

it('AmazonDynamoDBReadOnlyAccess reads tables and writes none, as AWS documents it', () => {
  const model = after(named, supplyCommand(withoutText(named), { [name]: text })!)
  const decision = (action: string, resource: string) =>
    explain(model, { principal: 'user:ana', action, resource }).decision
  const table = `arn:aws:dynamodb:eu-west-1:${EXAMPLE_ACCOUNT}:table/GameOutcome`
  for (const action of ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable', 'ListTagsOfResource'])
    expect([action, decision(`dynamodb:${action}`, table)]).toEqual([action, 'Allow'])
  for (const action of [
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'BatchWriteItem',
    'DeleteTable',
    'TagResource',
  ])
    expect([action, decision(`dynamodb:${action}`, table)]).toEqual([action, 'ImplicitDeny'])
  expect(decision('dynamodb:ListTables', '*')).toBe('Allow')
  expect(decision('s3:GetObject', 'arn:aws:s3:::b/k')).toBe('ImplicitDeny')
})

it('tells in the report of an import what was filled in, and what is still missing', () => {
  const line = { code: 'aws-policy-without-text', message: 'two', count: 2, examples: [name, 'Gone'] }
  const report = { odd: [line], leftOut: [], counts: {} } as unknown as Parameters<typeof suppliedReport>[0]
  const model = after(named, supplyCommand(withoutText(named), { [name]: text })!)
  expect(suppliedReport(report, withoutText(model), 2).odd).toMatchObject([
    { code: 'aws-policy-text-supplied', count: 1 },
    { code: 'aws-policy-without-text', count: 1, examples: ['Gone'] },
  ])
})
