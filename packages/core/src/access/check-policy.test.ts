import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse.ts'
import { ACCOUNT, ALICE, documentOf, everything, type Written } from '../testing/ask.ts'
import { authorize } from './authorize.ts'
import { checkPolicy } from './check-policy.ts'
import type { PolicyKind } from './policy-kind.ts'
import { contextKeysOf } from './context-keys.ts'

const found = (statement: Written, kind: PolicyKind = 'identity', version?: string) => {
  const parsed = parsePolicy(JSON.stringify(documentOf([statement], version)))
  return checkPolicy(parsed, kind).map(({ code, at, range }) => [
    code,
    at,
    parsed.text.slice(range.from, range.to),
  ])
}
const codes = (...asked: Parameters<typeof found>) => found(...asked).map(([code]) => code)
const onResource = (principal: Written): Written => ({ ...everything, ...principal })

describe('what a policy says that AWS reads otherwise', () => {
  it('is nothing in a sound policy', () => {
    expect(
      found({ Action: ['s3:Get*', '*'], Resource: ['*', 'arn:aws:s3:::home/${aws:username}/*'] }),
    ).toEqual([])
    expect(
      found(
        onResource({ Principal: { AWS: [ALICE, ACCOUNT, '*'], Service: 'ec2.amazonaws.com' } }),
        'resource',
      ),
    ).toEqual([])
    expect(found({ Action: 'sts:AssumeRole', Principal: '*' }, 'trust')).toEqual([])
    const Condition = {
      NumericLessThan: { n: '7' },
      DateGreaterThan: { d: '2026-03-01T12:00:00Z' },
      IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] },
      ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' },
      BoolIfExists: { b: true },
      Null: { n: 'false' },
      'ForAnyValue:StringLike': { 'aws:TagKeys': '${aws:PrincipalTag/team}*' },
    }
    expect(found({ ...everything, Condition })).toEqual([])
  })

  it('[M1] actions that match nothing', () => {
    expect(codes({ Action: ['s3', 's3: Get', 's*:Get'], Resource: '*' })).toEqual([
      'action-without-service',
      'action-with-blank',
      'wildcard-in-service',
    ])
  })

  it('[X8] `*:*`, which is the same as `*`', () => {
    expect(found({ Action: '*:*', Resource: '*' })).toEqual([
      ['star-colon-star', '/Statement/0/Action', '"*:*"'],
    ])
  })

  it('[M5] short ARNs, and texts that are no ARN', () => {
    expect(codes({ Action: '*', Resource: ['arn:aws:s3', 'bucket'] })).toEqual(['short-arn', 'not-an-arn'])
    expect(codes(onResource({ Resource: 'arn:aws:s3', Principal: '*' }), 'resource-control')).toEqual([
      'not-an-arn',
    ])
  })

  it('[X3] a star for the type of resource', () => {
    expect(codes({ Action: '*', Resource: `arn:aws:iam::${ACCOUNT}:*/alice` })).toEqual([
      'star-as-resource-type',
    ])
  })

  it('[V1] variables without the Version that has them', () => {
    const home = { Action: '*', Resource: 'arn:aws:s3:::home/${aws:username}/*' }
    expect(codes(home, 'identity', '2008-10-17')).toEqual(['variable-without-version'])
    const tag = { ...everything, Condition: { StringEquals: { k: '${aws:username}' } } }
    expect(codes(tag, 'identity', '2008-10-17')).toEqual(['variable-without-version'])
  })

  it('[V2] variables where they do not count', () => {
    expect(codes({ Action: 's3:${aws:username}', Resource: 'arn:aws:s3:${aws:RequestedRegion}::b' })).toEqual(
      ['variable-out-of-place', 'variable-out-of-place'],
    )
  })

  it('[C14] unknown operators, with the one that was probably meant', () => {
    const parsed = parsePolicy(
      JSON.stringify(documentOf([{ ...everything, Condition: { 'ForAnyValues:StringLik': { k: 'a' } } }])),
    )
    expect(checkPolicy(parsed, 'identity')).toMatchObject([
      { code: 'unknown-operator', severity: 'error', at: '/Statement/0/Condition/ForAnyValues:StringLik/k' },
    ])
    expect(checkPolicy(parsed, 'identity')[0]?.message).toContain('did you mean `ForAnyValue:StringLike`?')
    expect(codes({ ...everything, Condition: { 'constructor:StringLike': { k: 'a' } } })).toEqual([
      'unknown-operator',
    ])
  })

  it('[C8] values that are not of the operator’s type', () => {
    const Condition = {
      NumericEquals: { k: '10abc' },
      DateEquals: { k: 'yesterday' },
      IpAddress: { k: '10.0.0.0/33' },
      ArnLike: { k: 'alerts' },
      Bool: { k: 'yes' },
      Null: { k: 'maybe' },
      NumericLessThan: { k: '${aws:username}' },
    }
    expect(codes({ ...everything, Condition })).toEqual(Array.from({ length: 7 }, () => 'wrong-value'))
  })

  it('[C6] a key of several values without a set operator', () => {
    expect(codes({ ...everything, Condition: { StringEquals: { 'aws:TagKeys': 'team' } } })).toEqual([
      'multivalued-key',
    ])
  })

  it('[P2] principals that name nobody', () => {
    const AWS = [
      `arn:aws:iam::${ACCOUNT}:user/*`,
      'alice',
      'AIDACKCEVSQ6C2EXAMPLE',
      `arn:aws:iam::${ACCOUNT}:group/g`,
    ]
    expect(codes(onResource({ Principal: { AWS } }), 'resource')).toEqual([
      'wildcard-in-principal',
      'unknown-principal',
      'unique-id-principal',
      'group-principal',
    ])
  })

  it('[X4] NotPrincipal with Deny that leaves the account out, and NotPrincipal with Allow', () => {
    const fence = (AWS: unknown, Effect = 'Deny') =>
      codes(onResource({ NotPrincipal: { AWS }, Effect }), 'resource')
    expect(fence(ALICE)).toEqual(['not-principal-without-account'])
    expect(fence([ALICE, ACCOUNT])).toEqual([])
    expect(fence([ALICE, `arn:aws:iam::${ACCOUNT}:root`])).toEqual([])
    expect(fence(ALICE, 'Allow')).toEqual(['not-principal-allow'])
  })

  it('[P6] elements that this kind of policy does not take', () => {
    expect(codes(onResource({ Principal: '*' }))).toEqual(['misplaced-principal'])
    expect(
      codes({ Action: 'sts:AssumeRole', NotPrincipal: { AWS: [ALICE, ACCOUNT] }, Effect: 'Deny' }, 'trust'),
    ).toEqual(['misplaced-principal'])
    expect(codes(onResource({ Principal: '*' }), 'trust')).toEqual(['misplaced-resource'])
  })

  it('[P8] elements that this kind of policy cannot do without', () => {
    expect(codes(everything, 'resource')).toEqual(['missing-principal'])
    expect(codes({ Action: '*' })).toEqual(['missing-resource'])
    expect(codes({ Action: '*', Principal: '*' }, 'resource')).toEqual([])
  })

  it('a Sid that stands twice, and lists without anything in them', () => {
    const parsed = parsePolicy(
      JSON.stringify(
        documentOf([
          { ...everything, Sid: 'A' },
          { ...everything, Sid: 'A' },
        ]),
      ),
    )
    expect(checkPolicy(parsed, 'identity')).toMatchObject([{ code: 'repeated-sid', at: '/Statement/1/Sid' }])
    expect(codes({ NotAction: [], Resource: [] })).toEqual(['empty-list', 'empty-list'])
  })

  it('[C14] the flat entry reports it beside the decision', () => {
    const document = documentOf([
      { ...everything, Effect: 'Deny', Condition: { StringEqual: { k: 'a' } } },
      everything,
    ])
    const request = {
      principal: ALICE,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/x',
      resourceAccount: ACCOUNT,
    }
    expect(authorize({ request, policies: { identity: [{ id: 'p', document }] } })).toMatchObject({
      decision: 'Allow',
      diagnostics: [{ policyId: 'p', code: 'unknown-operator' }],
    })
  })
})

describe('the context keys of a policy', () => {
  it('[C2] are those of conditions and variables, each once', () => {
    const statement = {
      Action: '*',
      Resource: ["arn:aws:s3:::home/${aws:username}/${aws:PrincipalTag/team, 'none'}"],
      Condition: {
        StringEquals: { 'AWS:Username': 'a', 's3:prefix': '${aws:userid}' },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    }
    const keys = (version: string) =>
      contextKeysOf(parsePolicy(JSON.stringify(documentOf([statement], version))))
    expect(keys('2012-10-17')).toEqual([
      'aws:username',
      'aws:PrincipalTag/team',
      's3:prefix',
      'aws:userid',
      'aws:SecureTransport',
    ])
    expect(keys('2008-10-17')).toEqual(['AWS:Username', 's3:prefix', 'aws:SecureTransport'])
  })
})
