import { describe, expect, it } from 'vitest'
import {
  ACCOUNT,
  ask,
  BUCKET,
  DEPLOY,
  decisionOf,
  everything,
  expectDecision,
  OBJECT,
  type Written,
} from '../testing/ask.ts'

const allows = (statement: Written, action: string, resource = OBJECT): boolean =>
  decisionOf({ identity: [statement], action, resource }) === 'Allow'

describe('Action', () => {
  const may = (pattern: string, action: string): boolean => allows({ Action: pattern, Resource: '*' }, action)

  it('[M1] prefix and name are compared without case', () => {
    expect(may('S3:getobject', 's3:GetObject')).toBe(true)
    expect(may('s3:GET*', 'S3:GetObjectTagging')).toBe(true)
    expect(may('s3:GetObject', 's3:GetObjectTagging')).toBe(false)
  })

  it('[M1] `*` and `?` stand inside the name; `*` alone is everything', () => {
    expect(may('s3:*Object', 's3:GetObject')).toBe(true)
    expect(may('s3:?etObject', 's3:GetObject')).toBe(true)
    expect(may('s3:?etObject', 's3:etObject')).toBe(false)
    expect(may('*', 's3:GetObject')).toBe(true)
  })

  it('[M1] a wildcard in the prefix, a blank, or no prefix at all matches nothing', () => {
    for (const pattern of [
      's*:GetObject',
      '?3:*',
      's3: GetObject',
      ' s3:*',
      's3:Get Object',
      's3',
      'GetObject',
      '',
    ]) {
      expect([pattern, may(pattern, 's3:GetObject')]).toEqual([pattern, false])
    }
  })

  it('[M2] NotAction is the complement, under the same Resource and Condition', () => {
    const butIam: Written = { NotAction: ['iam:*', 's3:Put*'], Resource: `${BUCKET}/*` }
    expect(allows(butIam, 's3:GetObject')).toBe(true)
    expect(allows(butIam, 's3:PutObject')).toBe(false)
    expect(allows(butIam, 'iam:GetUser')).toBe(false)
    expect(allows(butIam, 's3:GetObject', 'arn:aws:s3:::payroll/x')).toBe(false)
    expect(
      allows({ ...butIam, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, 's3:GetObject'),
    ).toBe(false)
  })
})

describe('an empty list', () => {
  it('[M2] names nothing, and as NotAction or NotResource it does not turn into everything', () => {
    for (const statement of [
      { NotAction: [], Resource: '*' },
      { Action: [], Resource: '*' },
      { Action: '*', NotResource: [] },
    ]) {
      expect([statement, allows(statement, 's3:GetObject')]).toEqual([statement, false])
    }
    const anyone = { Action: '*', Resource: '*', NotPrincipal: { AWS: [] } }
    expectDecision({ resourcePolicy: [anyone] }, 'ImplicitDeny')
  })
})

describe('Resource', () => {
  const covers = (pattern: string, resource: string): boolean =>
    allows({ Action: '*', Resource: pattern }, 's3:X', resource)

  it('[M3] a star stays inside its component in the first five and crosses everything in the sixth', () => {
    const table = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/Orders`
    expect(covers(`arn:aws:dynamodb:*:${ACCOUNT}:table/Orders`, table)).toBe(true)
    expect(covers(`arn:aws:dynamodb:*:table/Orders`, table)).toBe(false)
    expect(covers(`arn:aws:*:eu-west-1:${ACCOUNT}:*`, table)).toBe(true)
    const stream = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/aws/lambda/f:log-stream:2024/a`
    expect(covers(`arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:*stream*`, stream)).toBe(true)
    expect(
      covers(`arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:?aws?lambda?f?log-stream?2024?a`, stream),
    ).toBe(true)
  })

  it('[M4] the sixth component is case-sensitive', () => {
    expect(covers('arn:aws:s3:::Reports/*', OBJECT)).toBe(false)
  })

  it('[M5] a short ARN counts by the kind of policy it stands in', () => {
    const deny = (Resource: string, more: Written = {}): Written => ({
      Effect: 'Deny',
      Action: '*',
      Resource,
      ...more,
    })
    const own = { identity: [everything] }
    const everyone = { Principal: '*' }
    const denied = (question: Parameters<typeof decisionOf>[0]): boolean =>
      decisionOf(question) === 'ExplicitDeny'
    for (const short of ['arn:aws:s3', 'arn:aws:s3:*', 'arn:aws:s3:::']) {
      const shorter = short !== 'arn:aws:s3:::'
      expect([short, denied({ identity: [everything, deny(short)] })]).toEqual([short, shorter])
      expect([short, denied({ ...own, boundary: [everything, deny(short)] })]).toEqual([short, shorter])
      expect([short, denied({ ...own, principal: DEPLOY, session: [everything, deny(short)] })]).toEqual([
        short,
        shorter,
      ])
    }
    const inResource = (short: string) => denied({ ...own, resourcePolicy: [deny(short, everyone)] })
    expect([inResource('arn:aws:s3'), inResource('arn:aws:s*')]).toEqual([false, true])
    const through = { context: { 'aws:SourceVpce': 'vpce-1' } }
    const inEndpoint = (short: string) =>
      denied({ ...own, ...through, endpoint: [{ ...everything, ...everyone }, deny(short, everyone)] })
    expect([inEndpoint('arn:aws:s3'), inEndpoint('arn:aws:s?')]).toEqual([false, true])
    const inServiceControl = (short: string) =>
      denied({ ...own, serviceControl: [[everything, deny(short)]] })
    expect(['arn:aws:s3', 'arn:aws:*3', 'arn:aws:s3:*'].map(inServiceControl)).toEqual([false, false, true])
    const inResourceControl = (short: string) =>
      denied({ ...own, resourceControl: [[deny(short, everyone)]] })
    expect(['arn:aws:s3', 'arn:aws:s3:*', '*'].map(inResourceControl)).toEqual([false, false, true])
  })

  it('[M6] NotResource is the complement', () => {
    const outside: Written = {
      Action: 's3:*',
      NotResource: ['arn:aws:s3:::payroll', 'arn:aws:s3:::payroll/*'],
    }
    expect(allows(outside, 's3:GetObject')).toBe(true)
    expect(allows(outside, 's3:GetObject', 'arn:aws:s3:::payroll/x')).toBe(false)
  })

  it('[M6] in NotResource an unresolvable variable or something that is no ARN does not turn into a match', () => {
    for (const NotResource of [
      'arn:aws:s3:::home/${aws:PrincipalTag/team}/*',
      'placeholder',
      '<bucket ARN>',
      'aws:s3:::x:y:z',
    ]) {
      expect([NotResource, allows({ Action: 's3:*', NotResource }, 's3:GetObject')]).toEqual([
        NotResource,
        false,
      ])
    }
  })

  it('[M7] trust policies have no Resource, and other resource policies may omit it', () => {
    expectDecision({ resourcePolicy: [{ Action: 's3:GetObject', Principal: '*' }] }, 'Allow')
    expectDecision(
      {
        action: 'sts:AssumeRole',
        resource: DEPLOY,
        resourcePolicy: [{ Action: 'sts:AssumeRole', Principal: '*' }],
      },
      'Allow',
    )
    expectDecision({ identity: [{ Action: '*' }] }, 'ImplicitDeny')
    expectDecision({ identity: [everything, { Effect: 'Deny', Action: '*' }] }, 'Allow')
  })

  it('[M8] a bucket and its objects are different resources', () => {
    expect([covers(BUCKET, OBJECT), covers(BUCKET, BUCKET)]).toEqual([false, true])
    expect([covers(`${BUCKET}/*`, OBJECT), covers(`${BUCKET}/*`, BUCKET)]).toEqual([true, false])
    expect(covers(`${BUCKET}*`, 'arn:aws:s3:::reports-secret/x')).toBe(true)
  })
})

describe('a request for a pattern', () => {
  const asked = { resource: `${BUCKET}/*` }
  const get = (Resource: string, Effect = 'Allow'): Written => ({ Effect, Action: 's3:GetObject', Resource })

  it('[M9] an Allow on any overlap allows, and says when it is only a part', () => {
    const whole = ask({ ...asked, identity: [get(`${BUCKET}/*`)] })
    expect([whole.decision, whole.partial]).toEqual(['Allow', undefined])
    const part = ask({ ...asked, identity: [get(`${BUCKET}/2024/*`)] })
    expect([part.decision, part.partial]).toEqual(['Allow', true])
    const both = ask({ ...asked, identity: [get(`${BUCKET}/2024/*`), get('*')] })
    expect([both.decision, both.partial]).toEqual(['Allow', undefined])
    expectDecision({ ...asked, identity: [get('arn:aws:s3:::payroll/*')] }, 'ImplicitDeny')
  })

  it('[M9] a Deny denies what it covers, and of the rest it says that a part is denied', () => {
    const whole = ask({ ...asked, identity: [everything, get('arn:aws:s3:::rep*', 'Deny')] })
    expect(whole.decision).toBe('ExplicitDeny')
    const part = ask({ ...asked, identity: [everything, get(`${BUCKET}/secret/*`, 'Deny')] })
    expect([part.decision, part.partial]).toEqual(['Allow', true])
  })

  it('[M9] with NotResource it is the other way round', () => {
    const outside = (NotResource: string, Effect: string): Written => ({ Effect, Action: '*', NotResource })
    const part = ask({ ...asked, identity: [outside(`${BUCKET}/secret/*`, 'Allow')] })
    expect([part.decision, part.partial]).toEqual(['Allow', true])
    expectDecision({ ...asked, identity: [outside(`${BUCKET}/*`, 'Allow')] }, 'ImplicitDeny')
    const fenced = ask({ ...asked, identity: [everything, outside(`${BUCKET}/open/*`, 'Deny')] })
    expect([fenced.decision, fenced.partial]).toEqual(['Allow', true])
    expectDecision(
      { ...asked, identity: [everything, outside('arn:aws:s3:::other/*', 'Deny')] },
      'ExplicitDeny',
    )
  })

  it('[M9] region and account may be patterns too', () => {
    const anywhere = { action: 'dynamodb:GetItem', resource: `arn:aws:dynamodb:*:${ACCOUNT}:table/Game*` }
    const table = (Resource: string) => ask({ ...anywhere, identity: [{ Action: 'dynamodb:*', Resource }] })
    expect(table(`arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/*`)).toMatchObject({
      decision: 'Allow',
      partial: true,
    })
    expect(table(`arn:aws:dynamodb:*:*:table/G*`).partial).toBeUndefined()
    expect(table(`arn:aws:dynamodb:*:${ACCOUNT}:table/Orders`).decision).toBe('ImplicitDeny')
  })
})
