import { describe, expect, it } from 'vitest'
import {
  ACCOUNT,
  ALICE,
  ask,
  BUCKET,
  DEPLOY,
  DEPLOY_SESSION,
  decisionOf,
  denyEverything,
  everything,
  expectDecision,
  KEY,
  MALLORY,
  OBJECT,
  OTHER,
  ROOT,
  type Written,
} from '../testing/ask.ts'
import { authorize } from './authorize.ts'

const read: Written = { Action: 's3:GetObject', Resource: `${BUCKET}/*` }
const readBy = (principal: unknown): Written => ({ ...read, Principal: principal })
const noRead: Written = { ...read, Effect: 'Deny' }

describe('the decision', () => {
  it('[D1] a matching Deny in any set denies explicitly, whatever allows', () => {
    const allowed = { identity: [everything], resourcePolicy: [readBy('*')] }
    expectDecision({ ...allowed, identity: [everything, noRead] }, 'ExplicitDeny')
    expectDecision(
      { ...allowed, resourcePolicy: [readBy('*'), { ...noRead, Principal: '*' }] },
      'ExplicitDeny',
    )
    expectDecision({ ...allowed, boundary: [everything, noRead] }, 'ExplicitDeny')
    expectDecision({ ...allowed, session: [everything, noRead], principal: DEPLOY_SESSION }, 'ExplicitDeny')
    expectDecision({ ...allowed, serviceControl: [[everything, noRead]] }, 'ExplicitDeny')
    expectDecision({ ...allowed, resourceControl: [[{ ...noRead, Principal: '*' }]] }, 'ExplicitDeny')
    const through = { context: { 'aws:SourceVpce': 'vpce-1' } }
    expectDecision({ ...allowed, ...through, endpoint: [{ ...noRead, Principal: '*' }] }, 'ExplicitDeny')
  })

  it('[D1] a Deny that does not match denies nothing', () => {
    expectDecision({ identity: [read, { ...noRead, Action: 's3:PutObject' }] }, 'Allow')
  })

  it('[D2] every guardrail needs a matching Allow', () => {
    const allowed = { identity: [read] }
    expectDecision(
      { ...allowed, serviceControl: [[everything], [{ ...everything, Action: 'ec2:*' }]] },
      'ImplicitDeny',
    )
    expectDecision({ ...allowed, serviceControl: [[everything], [everything]] }, 'Allow')
    const through = { context: { 'aws:SourceVpce': 'vpce-1' } }
    expectDecision(
      { ...allowed, ...through, endpoint: [{ ...everything, Principal: '*', Action: 's3:Put*' }] },
      'ImplicitDeny',
    )
  })

  it('[D3] a boundary and a session policy each have to allow as well', () => {
    const other: Written = { ...everything, Action: 'ec2:*' }
    expectDecision({ identity: [read], boundary: [other] }, 'ImplicitDeny')
    expectDecision({ identity: [read], boundary: [everything] }, 'Allow')
    expectDecision({ identity: [read], session: [other], principal: DEPLOY_SESSION }, 'ImplicitDeny')
    expectDecision({ identity: [read], session: [everything], principal: DEPLOY_SESSION }, 'Allow')
  })

  it('[D3] a boundary grants nothing by itself', () => {
    expectDecision({ boundary: [everything] }, 'ImplicitDeny')
  })

  it('[D4] same account: a direct grant of the resource policy is enough, past the limits', () => {
    expectDecision({ resourcePolicy: [readBy({ AWS: ALICE })] }, 'Allow')
    expectDecision(
      { resourcePolicy: [readBy({ AWS: ALICE })], boundary: [{ ...everything, Action: 'ec2:*' }] },
      'Allow',
    )
  })

  it('[D5] across accounts, the resource policy, an identity policy and every limit have to allow', () => {
    const foreign = { principal: MALLORY, resourceAccount: ACCOUNT }
    expectDecision({ ...foreign, resourcePolicy: [readBy({ AWS: MALLORY })] }, 'ImplicitDeny')
    expectDecision({ ...foreign, identity: [read] }, 'ImplicitDeny')
    expectDecision({ ...foreign, identity: [read], resourcePolicy: [readBy({ AWS: MALLORY })] }, 'Allow')
    expectDecision({ ...foreign, identity: [read], resourcePolicy: [readBy({ AWS: OTHER })] }, 'Allow')
    const limited = { ...foreign, identity: [read], resourcePolicy: [readBy('*')] }
    expectDecision({ ...limited, boundary: [{ ...everything, Action: 'ec2:*' }] }, 'ImplicitDeny')
  })

  it('[D6] a service or an anonymous caller is let in by the resource policy alone; RCPs still bind', () => {
    const service = { principal: 'cloudtrail.amazonaws.com' }
    expectDecision({ ...service, resourcePolicy: [readBy({ Service: 'cloudtrail.amazonaws.com' })] }, 'Allow')
    expectDecision({ ...service, resourcePolicy: [readBy({ Service: 'ec2.amazonaws.com' })] }, 'ImplicitDeny')
    expectDecision({ ...service, identity: [everything] }, 'ImplicitDeny')
    const anonymous = { principal: 'anonymous', resourcePolicy: [readBy('*')] }
    expectDecision(anonymous, 'Allow')
    expectDecision({ ...anonymous, serviceControl: [[denyEverything]] }, 'Allow')
    expectDecision(
      { ...anonymous, resourceControl: [[{ ...denyEverything, Principal: '*' }]] },
      'ExplicitDeny',
    )
    expectDecision({ principal: 'anonymous', resourcePolicy: [readBy({ AWS: ACCOUNT })] }, 'ImplicitDeny')
  })

  it('[D7] everything is denied until allowed, and the statements of all identity policies are OR-ed', () => {
    expectDecision({}, 'ImplicitDeny')
    expectDecision({ identity: [] }, 'ImplicitDeny')
    expectDecision({ identity: [{ ...read, Action: 's3:PutObject' }, read] }, 'Allow')
  })

  it('[D7] a group is never a principal', () => {
    const group = `arn:aws:iam::${ACCOUNT}:group/developers`
    expectDecision({ resourcePolicy: [readBy({ AWS: group })] }, 'ImplicitDeny')
  })

  it('[D8] same account: identity and resource policies are a union; across accounts an intersection', () => {
    const grant = { resourcePolicy: [readBy({ AWS: [ALICE, MALLORY] })] }
    const own = { identity: [read] }
    const decisions = (principal: string) => [
      decisionOf({ principal, ...own }),
      decisionOf({ principal, ...grant }),
      decisionOf({ principal, ...own, ...grant }),
    ]
    expect(decisions(ALICE)).toEqual(['Allow', 'Allow', 'Allow'])
    expect(decisions(MALLORY)).toEqual(['ImplicitDeny', 'ImplicitDeny', 'Allow'])
  })

  it('[D9] root may do everything in its own account, within resource policies, SCPs and RCPs', () => {
    const root = { principal: ROOT }
    expectDecision(root, 'Allow')
    expectDecision({ ...root, boundary: [{ ...everything, Action: 'ec2:*' }] }, 'Allow')
    expectDecision({ ...root, resourcePolicy: [{ ...noRead, Principal: '*' }] }, 'ExplicitDeny')
    expectDecision({ ...root, serviceControl: [[everything, noRead]] }, 'ExplicitDeny')
    expectDecision({ ...root, serviceControl: [[{ ...everything, Action: 'ec2:*' }]] }, 'ImplicitDeny')
    expectDecision({ ...root, resourceControl: [[{ ...noRead, Principal: '*' }]] }, 'ExplicitDeny')
  })

  it('[D9] a KMS key gives root nothing without its key policy, and root of another account nothing at all', () => {
    const decrypt = { principal: ROOT, action: 'kms:Decrypt', resource: KEY }
    const policy: Written = { Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' }
    expectDecision(decrypt, 'ImplicitDeny')
    expectDecision({ ...decrypt, resourcePolicy: [{ ...policy, Principal: { AWS: ALICE } }] }, 'ImplicitDeny')
    expectDecision({ ...decrypt, resourcePolicy: [policy] }, 'Allow')
    expectDecision({ principal: `arn:aws:iam::${OTHER}:root` }, 'ImplicitDeny')
  })

  it('[D10] an SCP has to allow at every level, and a Deny at any level denies', () => {
    const asked = { identity: [read] }
    expectDecision({ ...asked, serviceControl: [[everything], [], [everything]] }, 'ImplicitDeny')
    expectDecision({ ...asked, serviceControl: [[everything], [everything], [everything]] }, 'Allow')
    expectDecision({ ...asked, serviceControl: [[everything, noRead], [everything]] }, 'ExplicitDeny')
    expectDecision(asked, 'Allow')
  })

  it('[D10] SCPs bind neither the management account nor service-linked roles', () => {
    const deny = { identity: [read], serviceControl: [[denyEverything]] }
    expectDecision({ ...deny, facts: { managementAccount: true } }, 'Allow')
    const linked = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ops.amazonaws.com/AWSServiceRoleForOps`
    expectDecision({ ...deny, principal: linked }, 'Allow')
    expectDecision({ ...deny, principal: DEPLOY }, 'ExplicitDeny')
  })

  it('[D10] SCPs take NotAction, NotResource and Condition with Allow', () => {
    const asked = { identity: [read], context: { 'aws:RequestedRegion': 'eu-west-1' } }
    const level = (statement: Written) => ({ ...asked, serviceControl: [[statement]] })
    expectDecision(level({ NotAction: 'iam:*', Resource: '*' }), 'Allow')
    expectDecision(level({ Action: '*', NotResource: `${BUCKET}/*` }), 'ImplicitDeny')
    const inRegion = (region: string): Written => ({
      ...everything,
      Condition: { StringEquals: { 'aws:RequestedRegion': region } },
    })
    expectDecision(level(inRegion('eu-west-1')), 'Allow')
    expectDecision(level(inRegion('us-east-1')), 'ImplicitDeny')
  })

  it('[D11] sts:GetCallerIdentity is always allowed', () => {
    const asked = { action: 'sts:GetCallerIdentity', resource: '*' }
    expectDecision({ ...asked, identity: [denyEverything], serviceControl: [[denyEverything]] }, 'Allow')
    expectDecision({ ...asked, action: 'STS:getcalleridentity' }, 'Allow')
  })

  it('[D12] RCPFullAWSAccess stands at every level: an RCP never has to allow', () => {
    expectDecision({ identity: [read], resourceControl: [[], []] }, 'Allow')
    const elsewhere: Written = { ...everything, Effect: 'Deny', Principal: '*', Action: 's3:Put*' }
    expectDecision({ identity: [read], resourceControl: [[elsewhere]] }, 'Allow')
  })

  it('[D12] RCPs bind only services that support them, no service-linked role, and never kms:RetireGrant', () => {
    const denyAll = { identity: [everything], resourceControl: [[{ ...denyEverything, Principal: '*' }]] }
    expectDecision(denyAll, 'ExplicitDeny')
    expectDecision({ ...denyAll, facts: { resourceControlApplies: false } }, 'Allow')
    const terminate = {
      action: 'ec2:TerminateInstances',
      resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`,
    }
    expectDecision({ ...denyAll, ...terminate }, 'Allow')
    expectDecision({ ...denyAll, ...terminate, facts: { resourceControlApplies: true } }, 'ExplicitDeny')
    const linked = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ops.amazonaws.com/AWSServiceRoleForOps`
    expectDecision({ ...denyAll, principal: linked }, 'Allow')
    const delegated: Written = { Principal: { AWS: ROOT }, Action: 'kms:*', Resource: '*' }
    const onKey = { ...denyAll, resource: KEY, resourcePolicy: [delegated] }
    expectDecision({ ...onKey, action: 'kms:RetireGrant' }, 'Allow')
    expectDecision({ ...onKey, action: 'kms:Decrypt' }, 'ExplicitDeny')
  })

  it('[D12] RCPs do not bind resources of the management account', () => {
    const denied = { identity: [read], resourceControl: [[{ ...denyEverything, Principal: '*' }]] }
    expectDecision({ ...denied, facts: { managementAccount: true } }, 'Allow')
    expectDecision({ ...denied, facts: { resourceInManagementAccount: true } }, 'Allow')
  })

  it('[D13] an endpoint policy intersects, and only when the request uses the endpoint', () => {
    const onlyPut = {
      identity: [read],
      endpoint: [{ ...everything, Principal: '*', Action: 's3:PutObject' }],
    }
    expectDecision(onlyPut, 'Allow')
    expectDecision({ ...onlyPut, context: { 'aws:SourceVpce': 'vpce-1' } }, 'ImplicitDeny')
    const full = { endpoint: [{ ...everything, Principal: '*' }], context: { 'aws:SourceVpce': 'vpce-1' } }
    expectDecision({ ...full, identity: [read] }, 'Allow')
    expectDecision(full, 'ImplicitDeny')
    expectDecision({ ...onlyPut, missingKeys: 'unknown' }, 'DependsOnContext')
  })

  it('[D14] a federated session without a session policy has only what names that very session', () => {
    const session = `arn:aws:sts::${ACCOUNT}:federated-user/alice`
    expectDecision({ principal: session, identity: [everything] }, 'ImplicitDeny')
    expectDecision({ principal: session, identity: [everything], session: [read] }, 'Allow')
    expectDecision({ principal: session, resourcePolicy: [readBy({ AWS: session })] }, 'Allow')
    expectDecision({ principal: session, resourcePolicy: [readBy({ AWS: ALICE })] }, 'ImplicitDeny')
    expectDecision(
      { principal: session, identity: [everything], resourcePolicy: [readBy({ AWS: ACCOUNT })] },
      'ImplicitDeny',
    )
  })
})

describe('what an answer carries', () => {
  it('names the statements that determined it', () => {
    expect(ask({ identity: [{ ...read, Action: 's3:Put*' }, read] }).determining).toEqual([
      { policyId: 'identity', at: '/Statement/1' },
    ])
    expect(ask({ identity: [everything], serviceControl: [[everything, noRead]] }).determining).toEqual([
      { policyId: 'scp-0', at: '/Statement/1' },
    ])
    expect(ask({}).determining).toEqual([])
  })

  it('shows the gates in the order in which AWS explains itself', () => {
    const { gates } = ask({
      identity: [read],
      serviceControl: [[everything]],
      resourceControl: [[]],
      boundary: [everything],
    })
    expect(gates.map(({ gate }) => gate)).toEqual([
      'explicit-deny',
      'resource-control',
      'service-control',
      'endpoint',
      'resource-policy',
      'identity',
      'boundary',
      'session',
    ])
  })
})

describe('the flat entry', () => {
  it('reports a broken policy, and it never allows', () => {
    const request = { principal: ALICE, action: 's3:GetObject', resource: OBJECT, resourceAccount: ACCOUNT }
    for (const document of [
      '',
      '{',
      '[]',
      'null',
      '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}',
    ]) {
      const { decision, diagnostics } = authorize({
        request,
        policies: { identity: [{ id: 'broken', document }] },
      })
      expect([document, decision, diagnostics.length > 0]).toEqual([document, 'ImplicitDeny', true])
    }
  })
})
