import { apply, emptyModel, type Model } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { problemWith } from './key-forms.ts'
import { isKeyName, keyNamed, knownKeys } from './known-keys.ts'

function asking(condition: object): Model {
  const result = apply(emptyModel('Shop'), {
    type: 'Batch',
    commands: [
      {
        type: 'CreatePolicy',
        policy: 'policy:P',
        name: 'P',
        text: JSON.stringify({
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: condition },
        }),
      },
      { type: 'CreateUser', user: 'user:ana', name: 'ana' },
      { type: 'TagUser', user: 'user:ana', tags: [{ key: 'team', value: 'web' }] },
    ],
  })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const find = (model: Model, key: string) => knownKeys(model).find(known => known.key === key)

describe('the keys that can be settled', () => {
  it('are first those that the policies ask about, each once, with their values', () => {
    const model = asking({ StringEquals: { 'AWS:requestedregion': ['eu-west-1', 'eu-*'], 'ec2:Vpc': 'x' } })
    const [region, vpc, ...others] = knownKeys(model)
    expect(region).toMatchObject({ key: 'aws:RequestedRegion', asked: true })
    expect(region?.suggestions).toEqual(['eu-west-1', 'us-east-1'])
    expect(vpc).toMatchObject({ key: 'ec2:Vpc', label: 'ec2:Vpc', asked: true, suggestions: ['x'] })
    expect(others.map(({ key }) => key)).not.toContain('aws:RequestedRegion')
  })

  it('take the form of the operator that compares them, and several values where it says so', () => {
    const model = asking({
      DateLessThan: { 's3:RetainUntil': '2026-01-01' },
      'ForAnyValue:StringEquals': { 'dynamodb:Attributes': ['id'] },
    })
    expect(find(model, 's3:RetainUntil')).toMatchObject({ form: 'date', many: false })
    expect(find(model, 'dynamodb:Attributes')).toMatchObject({ form: 'text', many: true })
  })

  it('offer the tags of the model with their values to those who look for them', () => {
    expect(find(asking({}), 'aws:PrincipalTag/team')).toMatchObject({
      label: 'Tag team of the principal',
      suggestions: ['web'],
      rare: true,
    })
  })
})

describe('a value', () => {
  const problem = (key: string, text: string) => problemWith(key, keyNamed(key).form, text)

  it.each([
    ['aws:SourceIp', '203.0.113.10'],
    ['aws:CurrentTime', '2026-01-15T10:00:00Z'],
    ['aws:MultiFactorAuthAge', '60'],
    ['aws:RequestedRegion', 'us-gov-west-1'],
    ['aws:UserAgent', 'anything at all'],
  ])('of %s may be %s', (key, text) => {
    expect(problem(key, text)).toBeUndefined()
  })

  it.each([
    ['aws:SourceIp', '203.0.113.0/24', 'not a single IP address'],
    ['aws:SourceIp', '', 'choose Absent'],
    ['aws:CurrentTime', '2026-02-30T10:00:00Z', 'not a whole date'],
    ['aws:MultiFactorAuthAge', 'an hour', 'not a number'],
    ['aws:RequestedRegion', 'Ireland', 'eu-west-1'],
    ['aws:SourceVpce', 'vpc-1', 'vpce-'],
    ['aws:PrincipalOrgID', '123', 'o-'],
  ])('of %s may not be “%s”', (key, text, because) => {
    expect(problem(key, text)).toContain(because)
  })
})

it('the name of a key has a service or aws before its colon', () => {
  expect(['aws:SourceIp', 'ec2:ResourceTag/my team'].every(isKeyName)).toBe(true)
  expect(['', 'mfa', ':x', 'aws:', 'aws: x', '203.0.113.1'].some(isKeyName)).toBe(false)
})
