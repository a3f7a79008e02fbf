import { describe, expect, it } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { apply } from '../model/apply.ts'
import type { Command } from '../model/commands.ts'
import { emptyModel } from '../model/empty-model.ts'
import type { Model } from '../model/records.ts'
import { ACCOUNT, documentOf, everything, type Written } from '../testing/ask.ts'
import { decide } from './decide.ts'
import type { AccessQuestion } from './question.ts'

const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`

function modelWith(condition: Written, ...commands: readonly Command[]): Model {
  const text = JSON.stringify(documentOf([{ ...everything, Condition: condition }]))
  const base: readonly Command[] = [
    { type: 'CreateUser', user: 'user:alice', name: 'alice', tags: [{ key: 'Team', value: 'red' }] },
    {
      type: 'AddResource',
      resource: 'resource:jobs',
      name: 'jobs',
      arn: QUEUE,
      service: 'sqs',
      resourceType: 'queue',
      tags: [{ key: 'Team', value: 'red' }],
    },
    { type: 'PutUserPolicy', user: 'user:alice', name: 'Own', text },
  ]
  const result = apply(emptyModel('test', ACCOUNT), { type: 'Batch', commands: [...base, ...commands] })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

/** What `explain` says of Alice and the queue, and `decide` of the same cell. */
function answers(condition: Written, how: Partial<AccessQuestion> = {}): readonly [string, string] {
  const model = modelWith(condition)
  const actions = ['sqs:SendMessage']
  const matrix = decide(model, {
    targets: [{ resource: 'resource:jobs', arn: QUEUE, actions }],
    ...(how.context && { context: how.context }),
  })
  const explained = explain(model, {
    principal: 'user:alice',
    action: 'sqs:SendMessage',
    resource: QUEUE,
    ...how,
  })
  return [explained.decision, matrix.decisionAt('user:alice', 0)]
}

const allowed = ['Allow', 'Allow']
const denied = ['ImplicitDeny', 'ImplicitDeny']
const open = ['DependsOnContext', 'DependsOnContext']

describe('context keys that a model fills in', () => {
  it('who asks: ARN, account, type, name', () => {
    expect(
      answers({
        StringEquals: {
          'aws:username': 'alice',
          'aws:PrincipalAccount': ACCOUNT,
          'aws:PrincipalType': 'User',
        },
      }),
    ).toEqual(allowed)
    expect(answers({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/*` } })).toEqual(allowed)
    expect(answers({ Bool: { 'aws:PrincipalIsAWSService': 'false' } })).toEqual(allowed)
  })

  it('tags of both sides, and what has no such tag has none', () => {
    expect(answers({ StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } })).toEqual(allowed)
    expect(answers({ StringEquals: { 'aws:PrincipalTag/stage': 'prod' } })).toEqual(denied)
    expect(answers({ Null: { 'aws:ResourceTag/stage': 'true' } })).toEqual(allowed)
  })

  it('the region of a regional resource, and the accounts', () => {
    expect(
      answers({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1', 'aws:ResourceAccount': ACCOUNT } }),
    ).toEqual(allowed)
    expect(answers({ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } })).toEqual(denied)
    expect(answers({ StringEquals: { 'kms:CallerAccount': ACCOUNT } })).toEqual(allowed)
  })

  it('a user calls by itself, not a service on its behalf', () => {
    expect(answers({ Bool: { 'aws:ViaAWSService': 'false' } })).toEqual(allowed)
    expect(answers({ Null: { 'aws:SourceArn': 'true', 'aws:SourceAccount': 'true' } })).toEqual(allowed)
  })

  it('no organization, no organization’s keys', () => {
    expect(answers({ StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } })).toEqual(denied)
  })

  it('what only the request knows stays unknown, until it is told', () => {
    expect(answers({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })).toEqual(open)
    expect(answers({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })).toEqual(open)
    const context = { 'aws:SourceIp': '10.1.2.3', 'aws:RequestedRegion': 'us-east-1' }
    expect(answers({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { context })).toEqual(allowed)
    expect(answers({ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }, { context })).toEqual(allowed)
  })
})
