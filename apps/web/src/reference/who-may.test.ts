import { apply, type Command, emptyModel, explain } from '@iam-canvas/core'
import { actionIn, readService, type ServiceFile } from '@iam-canvas/reference/compiled'
import { describe, expect, it } from 'vitest'
import dynamodb from '../../../../packages/reference/generated/services/dynamodb.json'
import s3 from '../../../../packages/reference/generated/services/s3.json'
import { whoMay } from './who-may.ts'

const policy = (name: string, statement: object): Command => ({
  type: 'CreatePolicy',
  policy: `policy:${name}`,
  name,
  text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
})
const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Games'
const commands: readonly Command[] = [
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateUser', user: 'user:bo', name: 'bo' },
  { type: 'CreateUser', user: 'user:cy', name: 'cy' },
  policy('write', { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: table }),
  policy('mfa', {
    Effect: 'Allow',
    Action: ['dynamodb:*', 's3:*'],
    Resource: '*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  }),
  { type: 'AttachUserPolicy', user: 'user:ana', policy: 'policy:write' },
  { type: 'AttachUserPolicy', user: 'user:bo', policy: 'policy:mfa' },
  {
    type: 'AddResource',
    resource: 'resource:Games',
    name: 'Games',
    arn: table,
    service: 'dynamodb',
    resourceType: 'table',
  },
]
const made = apply(emptyModel('Who may'), { type: 'Batch', commands })
if (!made.ok) throw new Error(made.problem.message)
const { model } = made

// The forms of both files are tested where they are compiled.
const services = {
  dynamodb: readService('dynamodb', dynamodb as unknown as ServiceFile),
  s3: readService('s3', s3 as unknown as ServiceFile),
}

function ask(prefix: keyof typeof services, name: string) {
  const service = services[prefix]
  const action = actionIn(service, name)
  if (!action) throw new Error(`no action ${name}`)
  return whoMay(model, service, action, {})
}

describe('who in the model may do it', () => {
  it('asks everything in the model that takes the action, and is honest about what depends', () => {
    const { rows, madeUp, others, asked } = ask('dynamodb', 'PutItem')
    expect(asked).toEqual([{ resource: 'resource:Games', arn: table }])
    expect(madeUp).toBe(false)
    expect(rows.map(({ principal, decision }) => [principal, decision])).toEqual([
      ['user:ana', 'Allow'],
      ['user:bo', 'DependsOnContext'],
    ])
    expect(others).toBe(1)
  })

  it('[S6] asks an action without resource types of *, and one that nothing takes of a made-up name', () => {
    expect(ask('s3', 'ListAllMyBuckets')).toMatchObject({ asked: [{ arn: '*' }], madeUp: false })
    const { madeUp, rows } = ask('s3', 'GetObject')
    expect(madeUp).toBe(true)
    expect(rows.map(({ principal }) => principal)).toEqual(['user:bo'])
  })

  it('says what the full explanation says', () => {
    for (const { principal, decision } of ask('dynamodb', 'DeleteItem').rows) {
      expect(explain(model, { principal, action: 'dynamodb:DeleteItem', resource: table }).decision).toBe(
        decision,
      )
    }
  })
})
