import { describe, expect, it } from 'vitest'
import { ACCOUNT, decisionOf, DEPLOY, everything, type Question, type Written } from '../testing/ask.ts'

const home = (resource: string, more: Written = {}): Written => ({
  Action: 's3:GetObject',
  Resource: resource,
  ...more,
})
const inHome = (resource: string, question: Question = {}): boolean =>
  decisionOf({ identity: [home(resource)], resource: 'arn:aws:s3:::home/alice/x', ...question }) === 'Allow'
const when = (condition: Written, question: Question = {}): boolean =>
  decisionOf({ identity: [{ ...everything, Condition: condition }], ...question }) === 'Allow'

describe('policy variables', () => {
  it('[V1] are substituted only with Version 2012-10-17', () => {
    const own = 'arn:aws:s3:::home/${aws:username}/*'
    expect(inHome(own)).toBe(true)
    expect(inHome(own, { version: '2008-10-17' })).toBe(false)
    expect(inHome(own, { version: '' })).toBe(false)
    const literal = { resource: 'arn:aws:s3:::home/${aws:username}/x', version: '2008-10-17' }
    expect(inHome(own, literal)).toBe(true)
  })

  it('[V2] count in a Resource only after the fifth colon', () => {
    const queue = { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs` }
    const context = { 'aws:PrincipalTag/region': 'eu-west-1', 'aws:PrincipalTag/queue': 'jobs' }
    const may = (Resource: string): boolean =>
      decisionOf({ ...queue, context, identity: [{ Action: 'sqs:*', Resource }] }) === 'Allow'
    const [region, queueName] = ['${aws:PrincipalTag/region}', '${aws:PrincipalTag/queue}']
    expect(may(`arn:aws:sqs:eu-west-1:${ACCOUNT}:${queueName}`)).toBe(true)
    expect(may(`arn:aws:sqs:${region}:${ACCOUNT}:jobs`)).toBe(false)
  })

  it('[V2] count in values of String, Arn and Bool operators, and nowhere else', () => {
    const context = {
      'aws:PrincipalTag/team': 'red',
      'aws:ResourceTag/team': 'red',
      'aws:PrincipalTag/number': '7',
      's3:max-keys': '7',
      'aws:PrincipalTag/arn': DEPLOY,
      'aws:SourceArn': DEPLOY,
    }
    expect(when({ StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } }, { context })).toBe(
      true,
    )
    expect(when({ ArnLike: { 'aws:SourceArn': '${aws:PrincipalTag/arn}' } }, { context })).toBe(true)
    expect(when({ NumericEquals: { 's3:max-keys': '${aws:PrincipalTag/number}' } }, { context })).toBe(false)
    const actions = { context: { 'aws:PrincipalTag/verb': 'Get' } }
    expect(
      decisionOf({ ...actions, identity: [{ Action: 's3:${aws:PrincipalTag/verb}Object', Resource: '*' }] }),
    ).toBe('ImplicitDeny')
  })

  it('[V3] names are without case, and only single-valued keys count', () => {
    expect(inHome('arn:aws:s3:::home/${AWS:UserName}/*')).toBe(true)
    const many = { context: { 'aws:TagKeys': ['alice', 'bob'] } }
    expect(inHome('arn:aws:s3:::home/${aws:TagKeys}/*', many)).toBe(false)
  })

  it('[V4] a default stands in for a key that is absent', () => {
    const shared = "arn:aws:s3:::home/${aws:PrincipalTag/team, 'alice'}/*"
    expect(inHome(shared)).toBe(true)
    expect(inHome(shared, { context: { 'aws:PrincipalTag/team': 'red' } })).toBe(false)
    expect(inHome("arn:aws:s3:::home/${aws:PrincipalTag/team, '*'}/*")).toBe(false)
  })

  it('[V5] ${*}, ${?} and ${$} are those characters, literally', () => {
    const at = (resource: string) => ({ resource: `arn:aws:s3:::b/${resource}` })
    expect(inHome('arn:aws:s3:::b/a${*}c', at('abc'))).toBe(false)
    expect(when({ StringLike: { k: 'a${*}c' } }, { context: { k: 'a*c' } })).toBe(true)
    expect(when({ StringLike: { k: 'a${*}c' } }, { context: { k: 'abc' } })).toBe(false)
    expect(when({ StringLike: { k: 'a${?}c' } }, { context: { k: 'abc' } })).toBe(false)
    expect(when({ StringEquals: { k: 'a${$}c' } }, { context: { k: 'a$c' } })).toBe(true)
  })

  it('[V6] unresolved: positive operators do not match, negated ones do, a Resource matches nothing', () => {
    const context = { 'aws:ResourceTag/team': 'red' }
    const missing = '${aws:PrincipalTag/team}'
    expect(when({ StringEquals: { 'aws:ResourceTag/team': missing } }, { context })).toBe(false)
    expect(when({ StringLike: { 'aws:ResourceTag/team': `${missing}*` } }, { context })).toBe(false)
    expect(when({ StringNotEquals: { 'aws:ResourceTag/team': missing } }, { context })).toBe(true)
    expect(inHome(`arn:aws:s3:::home/${missing}*`)).toBe(false)
    const fence = { Effect: 'Deny', Action: '*', NotResource: `arn:aws:s3:::home/${missing}/*` }
    expect(decisionOf({ identity: [everything, fence] })).toBe('Allow')
  })

  it('[V7] a substituted value is literal: a star in a tag is no wildcard', () => {
    const context = { 'aws:PrincipalTag/team': '*' }
    expect(inHome('arn:aws:s3:::home/${aws:PrincipalTag/team}/*', { context })).toBe(false)
    const like = { StringLike: { k: '${aws:PrincipalTag/team}' } }
    expect(when(like, { context: { ...context, k: 'anything' } })).toBe(false)
    expect(when(like, { context: { ...context, k: '*' } })).toBe(true)
    const arn = { ArnLike: { 'aws:SourceArn': '${aws:PrincipalTag/arn}' } }
    const pair = { 'aws:PrincipalTag/arn': 'arn:aws:s3:::*', 'aws:SourceArn': 'arn:aws:s3:::b' }
    expect(when(arn, { context: pair })).toBe(false)
  })

  it('[V8] colons inside a variable do not split an ARN', () => {
    const colons = 'arn:aws:s3:::home/${aws:username}'
    expect(inHome(`${colons}/*`)).toBe(true)
    expect(inHome("arn:aws:s3:::${aws:PrincipalTag/b, 'home'}/alice/*")).toBe(true)
  })
})
