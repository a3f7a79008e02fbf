import { describe, expect, it } from 'vitest'
import {
  ACCOUNT,
  ALICE,
  ask,
  BOB,
  BUCKET,
  DEPLOY,
  DEPLOY_SESSION,
  everything,
  expectDecision,
  MALLORY,
  OTHER,
  ROOT,
  type Written,
} from '../testing/ask.ts'

const readBy = (principal: unknown): Written => ({
  Action: 's3:GetObject',
  Resource: `${BUCKET}/*`,
  Principal: principal,
})
const nothingMuch: Written = { ...everything, Action: 'ec2:*' }
const FEDERATED = `arn:aws:sts::${ACCOUNT}:federated-user/alice`

/** What each form of Principal grants without an identity policy: alone, under a silent boundary, under a silent session policy. */
function limitsOf(principal: string, named: unknown): readonly string[] {
  const grant = { principal, resourcePolicy: [readBy(named)] }
  return [
    ask(grant),
    ask({ ...grant, boundary: [nothingMuch] }),
    ask({ ...grant, session: [nothingMuch] }),
  ].map(({ decision }) => decision)
}

describe('who a resource policy names, and what still limits the grant', () => {
  it('[D4] a user ARN is a direct grant', () => {
    expect(limitsOf(ALICE, { AWS: ALICE }).slice(0, 2)).toEqual(['Allow', 'Allow'])
  })

  it('[D4] a role ARN is limited by the boundary and the session policy', () => {
    expect(limitsOf(DEPLOY_SESSION, { AWS: DEPLOY })).toEqual(['Allow', 'ImplicitDeny', 'ImplicitDeny'])
    expect(limitsOf(DEPLOY, { AWS: DEPLOY })).toEqual(['Allow', 'ImplicitDeny', 'ImplicitDeny'])
  })

  it('[D4] the ARN of the very session is limited by neither', () => {
    expect(limitsOf(DEPLOY_SESSION, { AWS: DEPLOY_SESSION })).toEqual(['Allow', 'Allow', 'Allow'])
  })

  it('[D4] the ARN of a federated session is a direct grant; the ARN of its user is limited', () => {
    expect(limitsOf(FEDERATED, { AWS: FEDERATED })).toEqual(['Allow', 'Allow', 'Allow'])
    const byUser = { principal: FEDERATED, resourcePolicy: [readBy({ AWS: ALICE })] }
    expectDecision({ ...byUser, session: [everything] }, 'Allow')
    expectDecision({ ...byUser, session: [nothingMuch] }, 'ImplicitDeny')
    expectDecision({ ...byUser, session: [everything], boundary: [nothingMuch] }, 'ImplicitDeny')
  })

  it('[D4] everyone, written in either way, is a direct grant', () => {
    expect(limitsOf(DEPLOY_SESSION, '*')).toEqual(['Allow', 'Allow', 'Allow'])
    expect(limitsOf(ALICE, { AWS: '*' }).slice(0, 2)).toEqual(['Allow', 'Allow'])
    const narrowed = { ...readBy('*'), Condition: { ArnEquals: { 'aws:PrincipalArn': DEPLOY } } }
    expectDecision({ principal: DEPLOY_SESSION, resourcePolicy: [narrowed], session: [nothingMuch] }, 'Allow')
    expectDecision({ principal: ALICE, resourcePolicy: [narrowed] }, 'ImplicitDeny')
  })

  it('[D4] the account only delegates: an identity policy has to allow, within every limit', () => {
    for (const account of [ACCOUNT, ROOT]) {
      expect(limitsOf(ALICE, { AWS: account })).toEqual(['ImplicitDeny', 'ImplicitDeny', 'ImplicitDeny'])
      const own = { identity: [everything], resourcePolicy: [readBy({ AWS: account })] }
      expectDecision(own, 'Allow')
      expectDecision({ ...own, boundary: [nothingMuch] }, 'ImplicitDeny')
    }
  })

  it('[D4] NotPrincipal with Allow is a direct grant to everyone not listed', () => {
    const { Principal: _, ...rest } = readBy('*')
    const allBut = { resourcePolicy: [{ ...rest, NotPrincipal: { AWS: [BOB, ROOT] } }] }
    expectDecision({ ...allBut, principal: MALLORY, identity: [everything] }, 'Allow')
    expectDecision({ ...allBut, principal: BOB }, 'ImplicitDeny')
    const butBob = { resourcePolicy: [{ ...rest, NotPrincipal: { AWS: BOB } }], boundary: [nothingMuch] }
    expectDecision(butBob, 'Allow')
  })

  it('[D4] an explicit deny wins over every form', () => {
    const deny: Written = { ...readBy('*'), Effect: 'Deny' }
    for (const named of ['*', { AWS: DEPLOY }, { AWS: DEPLOY_SESSION }, { AWS: ACCOUNT }]) {
      expectDecision({ principal: DEPLOY_SESSION, resourcePolicy: [readBy(named), deny] }, 'ExplicitDeny')
    }
  })
})

describe('the forms of Principal', () => {
  it('[P1] takes ids, ARNs and lists, in which one is enough', () => {
    const own = { identity: [everything] }
    expectDecision({ principal: MALLORY, ...own, resourcePolicy: [readBy({ AWS: [ALICE, OTHER] })] }, 'Allow')
    expectDecision(
      { principal: MALLORY, ...own, resourcePolicy: [readBy({ AWS: `arn:aws:iam::${OTHER}:root` })] },
      'Allow',
    )
    expectDecision({ principal: MALLORY, ...own, resourcePolicy: [readBy({ AWS: ACCOUNT })] }, 'ImplicitDeny')
    const mixed = { AWS: ALICE, Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] }
    expectDecision({ principal: 'lambda.amazonaws.com', resourcePolicy: [readBy(mixed)] }, 'Allow')
    expectDecision({ resourcePolicy: [readBy(mixed)] }, 'Allow')
    expectDecision({ resourcePolicy: [readBy({ CanonicalUser: 'a'.repeat(64) })] }, 'ImplicitDeny')
    expectDecision({ resourcePolicy: [readBy({ Federated: ALICE })] }, 'ImplicitDeny')
  })

  it('[P2] no wildcard inside a name, only the whole star; a session is named exactly', () => {
    const partial = `arn:aws:iam::${ACCOUNT}:user/*`
    expectDecision({ resourcePolicy: [readBy({ AWS: partial })] }, 'ImplicitDeny')
    const sessions = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/*`
    expectDecision({ principal: DEPLOY_SESSION, resourcePolicy: [readBy({ AWS: sessions })] }, 'ImplicitDeny')
    const other = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/other`
    expectDecision({ principal: DEPLOY_SESSION, resourcePolicy: [readBy({ AWS: other })] }, 'ImplicitDeny')
  })

  it('[P3] a role ARN with a path matches a session by name, in the same partition and account', () => {
    const named = (arn: string) => ({ principal: DEPLOY_SESSION, resourcePolicy: [readBy({ AWS: arn })] })
    expectDecision(named(`arn:aws:iam::${ACCOUNT}:role/ci/eu/deploy`), 'Allow')
    expectDecision(named(`arn:aws:iam::${ACCOUNT}:role/deploy/other`), 'ImplicitDeny')
    expectDecision(named(`arn:aws:iam::${OTHER}:role/deploy`), 'ImplicitDeny')
    expectDecision(named(`arn:aws-cn:iam::${ACCOUNT}:role/deploy`), 'ImplicitDeny')
  })

  it('[P4] user names are case-sensitive', () => {
    expectDecision({ resourcePolicy: [readBy({ AWS: ALICE.replace('alice', 'Alice') })] }, 'ImplicitDeny')
  })

  it('[P5] a unique id, which AWS leaves where the named user was deleted, names nobody; aws:PrincipalArn still does', () => {
    expectDecision({ resourcePolicy: [readBy({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })] }, 'ImplicitDeny')
    const byKey = { ...readBy('*'), Condition: { ArnEquals: { 'aws:PrincipalArn': ALICE } } }
    expectDecision({ resourcePolicy: [byKey] }, 'Allow')
  })

  const deny = (listed: unknown): Written => ({
    Effect: 'Deny',
    Action: 's3:GetObject',
    Resource: `${BUCKET}/*`,
    NotPrincipal: listed,
  })

  it('[P6] NotPrincipal with Deny spares those listed and denies everyone else', () => {
    const fence = (principal: string, listed: unknown) => ({
      principal,
      identity: [everything],
      resourcePolicy: [deny(listed)],
    })
    expectDecision(fence(ALICE, { AWS: [ALICE, ROOT] }), 'Allow')
    expectDecision(fence(BOB, { AWS: [ALICE, ROOT] }), 'ExplicitDeny')
    const role = { AWS: [DEPLOY_SESSION, DEPLOY, ROOT] }
    expectDecision(fence(DEPLOY_SESSION, role), 'Allow')
  })

  it('[P6] NotPrincipal has no place in identity and trust policies', () => {
    const anyone: Written = { Action: 'sts:AssumeRole', NotPrincipal: { AWS: MALLORY } }
    expectDecision({ action: 'sts:AssumeRole', resource: DEPLOY, resourcePolicy: [anyone] }, 'ImplicitDeny')
    const allowed = { ...deny({ AWS: MALLORY }), Effect: 'Allow' }
    expectDecision({ identity: [allowed] }, 'ImplicitDeny')
  })

  it('[P7] NotPrincipal with Deny always denies a principal that has a permissions boundary', () => {
    const spared = { identity: [everything], resourcePolicy: [deny({ AWS: [ALICE, ROOT] })] }
    expectDecision(spared, 'Allow')
    expectDecision({ ...spared, boundary: [everything] }, 'ExplicitDeny')
  })

  it('[P8] a statement of a resource policy without Principal and NotPrincipal never matches', () => {
    const { Principal: _, ...nobody } = readBy('*')
    expectDecision({ resourcePolicy: [nobody] }, 'ImplicitDeny')
    expectDecision({ identity: [everything], resourcePolicy: [{ ...nobody, Effect: 'Deny' }] }, 'Allow')
  })
})
