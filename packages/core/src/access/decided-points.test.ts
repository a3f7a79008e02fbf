import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse.ts'
import {
  ACCOUNT,
  ALICE,
  BUCKET,
  DEPLOY,
  DEPLOY_SESSION,
  decisionOf,
  everything,
  expectDecision,
  OBJECT,
  type Written,
} from '../testing/ask.ts'
import { authorize } from './authorize.ts'

const read: Written = { Action: 's3:GetObject', Resource: `${BUCKET}/*` }

describe('where AWS is silent or its sources differ', () => {
  it('[X1] a silent session policy does not limit a grant to the very session', () => {
    const session = { principal: DEPLOY_SESSION, session: [{ ...everything, Action: 'ec2:*' }] }
    expectDecision({ ...session, resourcePolicy: [{ ...read, Principal: { AWS: DEPLOY_SESSION } }] }, 'Allow')
    expectDecision({ ...session, resourcePolicy: [{ ...read, Principal: { AWS: DEPLOY } }] }, 'ImplicitDeny')
  })

  it('[X2] variables are substituted in Bool values', () => {
    const same = { ...everything, Condition: { Bool: { k: '${aws:PrincipalTag/flag}' } } }
    const flag = (value: string) =>
      decisionOf({ identity: [same], context: { k: 'true', 'aws:PrincipalTag/flag': value } })
    expect([flag('true'), flag('false')]).toEqual(['Allow', 'ImplicitDeny'])
  })

  it('[X3] a star in the resource-type part matches', () => {
    const get = { action: 'iam:GetUser', resource: ALICE }
    expectDecision(
      { ...get, identity: [{ Action: 'iam:*', Resource: `arn:aws:iam::${ACCOUNT}:*/alice` }] },
      'Allow',
    )
  })

  it('[X4] NotPrincipal with Deny that lists the role or the session, but not the account, does not deny it', () => {
    const fence = (listed: string): Written => ({ ...read, Effect: 'Deny', NotPrincipal: { AWS: listed } })
    for (const listed of [DEPLOY, DEPLOY_SESSION]) {
      expectDecision(
        { principal: DEPLOY_SESSION, identity: [everything], resourcePolicy: [fence(listed)] },
        'Allow',
      )
    }
  })

  it('[X5] letter case of components one to five is folded, of the sixth it is not', () => {
    const may = (Resource: string): string => decisionOf({ identity: [{ Action: 's3:*', Resource }] })
    expect(may('ARN:AWS:S3:::reports/*')).toBe('Allow')
    expect(may('arn:aws:s3:::REPORTS/*')).toBe('ImplicitDeny')
  })

  it('[X6] a bare ARN as Principal is an AWS principal, with a warning', () => {
    expectDecision({ resourcePolicy: [{ ...read, Principal: ALICE }] }, 'Allow')
    const { diagnostics } = parsePolicy(
      JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...read, Principal: ALICE } }),
    )
    expect(diagnostics).toMatchObject([{ severity: 'warning', at: '/Statement/Principal' }])
  })

  it('[X7] of duplicate keys the last wins', () => {
    const document = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Put*","Action":"s3:Get*","Resource":"*"}]}`
    const answer = (action: string) =>
      authorize({
        request: { principal: ALICE, action, resource: OBJECT, resourceAccount: ACCOUNT },
        policies: { identity: [{ id: 'twice', document }] },
      })
    expect(answer('s3:GetObject').decision).toBe('Allow')
    expect(answer('s3:PutObject').decision).toBe('ImplicitDeny')
    expect(answer('s3:GetObject').diagnostics).toMatchObject([{ severity: 'error', policyId: 'twice' }])
  })

  it('[X8] `*:*` is the same as `*`', () => {
    expectDecision({ identity: [{ Action: '*:*', Resource: '*' }] }, 'Allow')
  })
})
