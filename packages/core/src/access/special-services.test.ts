import { describe, expect, it } from 'vitest'
import {
  ACCOUNT,
  ALICE,
  ask,
  BUCKET,
  DEPLOY,
  DEPLOY_SESSION,
  everything,
  expectDecision,
  KEY,
  MALLORY,
  OTHER,
  ROOT,
  type Written,
} from '../testing/ask.ts'

describe('KMS keys', () => {
  const decrypt = { action: 'kms:Decrypt', resource: KEY }
  const keyPolicy = (principal: string, action = 'kms:*'): Written => ({
    Principal: { AWS: principal },
    Action: action,
    Resource: '*',
  })
  const own: Written = { Action: 'kms:*', Resource: '*' }

  it('[S1] identity policies count only if the key policy delegates to the account for that action', () => {
    expectDecision({ ...decrypt, identity: [own] }, 'ImplicitDeny')
    expectDecision({ ...decrypt, identity: [own], resourcePolicy: [keyPolicy(ROOT)] }, 'Allow')
    expectDecision(
      { ...decrypt, identity: [own], resourcePolicy: [keyPolicy(ROOT, 'kms:Describe*')] },
      'ImplicitDeny',
    )
    expectDecision({ ...decrypt, identity: [own], resourcePolicy: [keyPolicy(DEPLOY)] }, 'ImplicitDeny')
  })

  it('[S1] a direct grant in the key policy suffices alone', () => {
    expectDecision({ ...decrypt, resourcePolicy: [keyPolicy(ALICE)] }, 'Allow')
    expectDecision({ ...decrypt, resourcePolicy: [keyPolicy(ROOT)] }, 'ImplicitDeny')
  })

  it('[S1] an alias is an ordinary resource', () => {
    const alias = `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/app`
    expectDecision({ action: 'kms:UpdateAlias', resource: alias, identity: [own] }, 'Allow')
  })
})

describe('role trust', () => {
  const assume = { action: 'sts:AssumeRole', resource: DEPLOY }
  const trust = (principal: unknown): Written => ({ Principal: principal, Action: 'sts:AssumeRole' })
  const mayAssume: Written = { Action: 'sts:AssumeRole', Resource: DEPLOY }

  it('[S2] a caller of the same account who is named directly needs nothing else', () => {
    expectDecision({ ...assume, resourcePolicy: [trust({ AWS: ALICE })] }, 'Allow')
  })

  it('[S2] a caller who is covered by the account needs an identity allow too', () => {
    expectDecision({ ...assume, resourcePolicy: [trust({ AWS: ROOT })] }, 'ImplicitDeny')
    expectDecision({ ...assume, resourcePolicy: [trust({ AWS: ACCOUNT })], identity: [mayAssume] }, 'Allow')
  })

  it('[S2] no trust is a denial, whatever the identity side says', () => {
    expectDecision({ ...assume, identity: [everything] }, 'ImplicitDeny')
    expectDecision(
      { ...assume, identity: [everything], resourcePolicy: [trust({ AWS: MALLORY })] },
      'ImplicitDeny',
    )
    for (const action of ['sts:TagSession', 'sts:SetSourceIdentity']) {
      expectDecision({ ...assume, action, identity: [everything] }, 'ImplicitDeny')
    }
  })

  it('[S2] across accounts both sides have to allow', () => {
    const foreign = { ...assume, principal: MALLORY }
    expectDecision({ ...foreign, resourcePolicy: [trust({ AWS: MALLORY })] }, 'ImplicitDeny')
    expectDecision({ ...foreign, resourcePolicy: [trust({ AWS: OTHER })], identity: [mayAssume] }, 'Allow')
    expectDecision({ ...foreign, identity: [mayAssume] }, 'ImplicitDeny')
  })

  it('[S3] web identity and SAML sessions come in by a Federated principal', () => {
    const github = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`
    const statement = (subject: string): Written => ({
      Principal: { Federated: github },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': subject } },
    })
    const ci = {
      principal: github,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: DEPLOY,
      context: { 'token.actions.githubusercontent.com:sub': 'repo:acme/app:ref:refs/heads/main' },
    }
    expectDecision({ ...ci, resourcePolicy: [statement('repo:acme/app:*')] }, 'Allow')
    expectDecision({ ...ci, resourcePolicy: [statement('repo:acme/other:*')] }, 'ImplicitDeny')
    expectDecision({ ...ci, principal: ALICE, resourcePolicy: [statement('*')] }, 'ImplicitDeny')
    const saml = `arn:aws:iam::${ACCOUNT}:saml-provider/okta`
    const bySaml: Written = { Principal: { Federated: saml }, Action: 'sts:AssumeRoleWithSAML' }
    expectDecision(
      { principal: saml, action: 'sts:AssumeRoleWithSAML', resource: DEPLOY, resourcePolicy: [bySaml] },
      'Allow',
    )
    expectDecision(
      {
        principal: saml,
        action: 'sts:AssumeRoleWithSAML',
        resource: DEPLOY,
        resourcePolicy: [trust({ Federated: saml })],
      },
      'ImplicitDeny',
    )
  })

  it('[S4] a session has its role’s permissions, which a session policy only narrows', () => {
    const session = {
      principal: DEPLOY_SESSION,
      identity: [{ Action: 's3:GetObject', Resource: `${BUCKET}/*` }],
    }
    expectDecision(session, 'Allow')
    expectDecision({ ...session, action: 's3:PutObject' }, 'ImplicitDeny')
    expectDecision({ ...session, action: 's3:PutObject', session: [everything] }, 'ImplicitDeny')
    expectDecision({ ...session, session: [{ ...everything, Action: 's3:Put*' }] }, 'ImplicitDeny')
  })

  it('[S5] managing a role does not use its trust policy', () => {
    const manage = { action: 'iam:DeleteRole', resource: DEPLOY }
    expectDecision(
      { ...manage, resourcePolicy: [{ Principal: { AWS: ALICE }, Action: '*' }] },
      'ImplicitDeny',
    )
    expectDecision({ ...manage, identity: [{ Action: 'iam:*', Resource: DEPLOY }] }, 'Allow')
    expectDecision(
      {
        ...manage,
        identity: [everything],
        resourcePolicy: [{ Effect: 'Deny', Principal: '*', Action: '*' }],
      },
      'Allow',
    )
  })
})

describe('actions and resources with rules of their own', () => {
  it('[S6] an action without resource types is asked of `*`, and only `*` matches', () => {
    const list = { action: 's3:ListAllMyBuckets', resource: '*' }
    expectDecision({ ...list, identity: [{ Action: 's3:*', Resource: '*' }] }, 'Allow')
    for (const Resource of ['arn:aws:s3:::*', BUCKET, 'arn:aws:s3:::reports*', 'arn:*:*:*:*:*']) {
      expectDecision({ ...list, identity: [{ Action: 's3:*', Resource }] }, 'ImplicitDeny')
    }
    const facts = { wildcardOnlyAction: true }
    expectDecision(
      { ...list, resource: BUCKET, facts, identity: [{ Action: 's3:*', Resource: BUCKET }] },
      'ImplicitDeny',
    )
    expectDecision({ ...list, resource: BUCKET, facts, identity: [everything] }, 'Allow')
  })

  it('[S6] NotResource leaves `*` in', () => {
    const fence: Written = { Effect: 'Deny', Action: 's3:*', NotResource: [BUCKET, `${BUCKET}/*`] }
    expectDecision(
      { action: 's3:ListAllMyBuckets', resource: '*', identity: [everything, fence] },
      'ExplicitDeny',
    )
  })

  it('[S7] a public bucket policy admits neither strangers nor other accounts once public buckets are restricted', () => {
    const facts = { restrictPublicBuckets: true }
    const read: Written = { Action: 's3:GetObject', Resource: `${BUCKET}/*` }
    const open = { resourcePolicy: [{ ...read, Principal: '*' }] }
    expectDecision({ ...open, principal: 'anonymous' }, 'Allow')
    expectDecision({ ...open, principal: 'anonymous', facts }, 'ImplicitDeny')
    expectDecision({ ...open, principal: MALLORY, identity: [read], facts }, 'ImplicitDeny')
    expectDecision({ ...open, facts }, 'Allow')
  })

  it('[S7] a bucket policy that is not public goes on as before, and AWS services are let in', () => {
    const facts = { restrictPublicBuckets: true }
    const read: Written = { Action: 's3:GetObject', Resource: `${BUCKET}/*` }
    const named = { resourcePolicy: [{ ...read, Principal: { AWS: MALLORY } }] }
    expectDecision({ ...named, principal: MALLORY, identity: [read], facts }, 'Allow')
    const service = { ...read, Principal: { Service: 'cloudtrail.amazonaws.com' } }
    expectDecision({ principal: 'cloudtrail.amazonaws.com', resourcePolicy: [service], facts }, 'Allow')
    const inOrganization = {
      ...read,
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
    }
    const member = { principal: MALLORY, identity: [read], context: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }
    expectDecision({ ...member, resourcePolicy: [inOrganization], facts }, 'Allow')
  })

  it('[S8] what AWS owns cannot be changed by anyone', () => {
    const admin = { identity: [everything] }
    const managed = 'arn:aws:iam::aws:policy/AdministratorAccess'
    const changes = [
      'CreatePolicy',
      'CreatePolicyVersion',
      'DeletePolicy',
      'DeletePolicyVersion',
      'SetDefaultPolicyVersion',
      'TagPolicy',
      'UntagPolicy',
    ]
    for (const name of changes)
      expectDecision({ ...admin, action: `iam:${name}`, resource: managed }, 'ImplicitDeny')
    expectDecision({ ...admin, action: 'iam:GetPolicy', resource: managed }, 'Allow')
    const reserved = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin`
    for (const name of [
      'CreateRole',
      'DeleteRole',
      'UpdateRole',
      'TagRole',
      'AttachRolePolicy',
      'PutRolePolicy',
      'UpdateAssumeRolePolicy',
    ]) {
      expectDecision({ ...admin, action: `iam:${name}`, resource: reserved }, 'ImplicitDeny')
    }
    expectDecision({ ...admin, action: 'iam:GetRole', resource: reserved }, 'Allow')
    const alias = `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/aws/s3`
    for (const name of ['CreateAlias', 'DeleteAlias', 'UpdateAlias']) {
      expectDecision({ ...admin, action: `kms:${name}`, resource: alias }, 'ImplicitDeny')
    }
    expect(ask({ ...admin, action: 'kms:DeleteAlias', resource: alias }).determining).toEqual([])
  })
})
