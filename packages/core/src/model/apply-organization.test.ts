import { describe, expect, it } from 'vitest'
import { emptyModel } from './empty-model.ts'
import { expectCommand, expectCommands, expectRefusal } from './testing/expect-command.ts'
import { sampleModel } from './testing/sample-model.ts'

const model = sampleModel()
const FULL = 'policy:FullAWSAccess'

describe('the organization', () => {
  it('[D10] enabling SCPs attaches FullAWSAccess to the root, every OU and every account of the organization', () => {
    const after = expectCommands(emptyModel(), [
      { type: 'AddAccount', account: 'account:b', number: '210987654321', name: 'B' },
      { type: 'AddAccount', account: 'account:outside', number: '111122223333', name: 'Outside' },
      {
        type: 'CreateOrganization',
        organization: 'o-exampleorgid',
        root: 'ou:root',
        managementAccount: 'account:123456789012',
      },
      { type: 'CreateOrganizationalUnit', ou: 'ou:a', name: 'A', parent: 'ou:root' },
      { type: 'MoveAccount', account: 'account:b', ou: 'ou:a' },
      { type: 'EnablePolicyType', purpose: 'service-control' },
    ])
    expect(after.ous['ou:root']?.attachedPolicies).toEqual([FULL])
    expect(after.ous['ou:a']?.attachedPolicies).toEqual([FULL])
    expect(after.accounts['account:b']?.attachedPolicies).toEqual([FULL])
    expect(after.accounts['account:outside']?.attachedPolicies).toEqual([])
    expect(after.policies[FULL]).toMatchObject({ account: 'aws', purpose: 'service-control' })
  })

  it('[D10] whatever joins later gets FullAWSAccess too', () => {
    const after = expectCommands(model, [
      { type: 'CreateOrganizationalUnit', ou: 'ou:new', name: 'New', parent: 'ou:workloads' },
      { type: 'AddAccount', account: 'account:new', number: '111122223333', name: 'New', ou: 'ou:new' },
    ])
    expect(after.ous['ou:new']?.attachedPolicies).toEqual([FULL])
    expect(after.accounts['account:new']).toMatchObject({ ou: 'ou:new', attachedPolicies: [FULL] })
  })

  it('[D12] enabling RCPs attaches nothing: RCPFullAWSAccess is implied', () => {
    const after = expectCommand(model, { type: 'EnablePolicyType', purpose: 'resource-control' })
    expect(after.accounts).toBe(model.accounts)
    expect(after.organization?.resourceControlPolicies).toBe(true)
  })

  it('disabling a policy type detaches every policy of that type', () => {
    const after = expectCommand(model, { type: 'DisablePolicyType', purpose: 'service-control' })
    expect(after.ous['ou:workloads']?.attachedPolicies).toEqual([])
    expect(after.accounts['account:prod']?.attachedPolicies).toEqual([])
    expectRefusal(after, { type: 'DisablePolicyType', purpose: 'service-control' }, 'policy-type-disabled')
    expectRefusal(
      after,
      { type: 'AttachPolicy', policy: 'policy:DenyRegions', target: 'ou:workloads' },
      'policy-type-disabled',
    )
  })

  it('only SCPs and RCPs are attached to accounts and OUs', () => {
    expectRefusal(
      model,
      { type: 'AttachPolicy', policy: 'policy:ReadTable', target: 'ou:root' },
      'wrong-purpose',
    )
    expectCommand(model, { type: 'AttachPolicy', policy: 'policy:DenyRegions', target: 'account:prod' })
    expectRefusal(
      model,
      { type: 'AttachPolicy', policy: 'policy:DenyRegions', target: 'ou:workloads' },
      'already-attached',
    )
  })

  it('an account outside the organization takes no SCP', () => {
    const after = expectCommand(model, { type: 'RemoveAccountFromOrganization', account: 'account:prod' })
    expect(after.accounts['account:prod']).not.toHaveProperty('ou')
    expect(after.accounts['account:prod']?.attachedPolicies).toEqual([])
    expectRefusal(
      after,
      { type: 'AttachPolicy', policy: 'policy:DenyRegions', target: 'account:prod' },
      'not-in-organization',
    )
  })

  it('an OU with something in it stays, and so does the root', () => {
    expectRefusal(model, { type: 'DeleteOrganizationalUnit', ou: 'ou:workloads' }, 'not-empty')
    expectRefusal(model, { type: 'DeleteOrganizationalUnit', ou: 'ou:root' }, 'is-root')
    const after = expectCommand(model, { type: 'MoveAccount', account: 'account:prod', ou: 'ou:root' })
    expectCommand(after, { type: 'DeleteOrganizationalUnit', ou: 'ou:workloads' })
  })

  it('an OU never ends up inside itself', () => {
    const after = expectCommand(model, {
      type: 'CreateOrganizationalUnit',
      ou: 'ou:inner',
      name: 'Inner',
      parent: 'ou:workloads',
    })
    expectRefusal(
      after,
      { type: 'MoveOrganizationalUnit', ou: 'ou:workloads', parent: 'ou:inner' },
      'ou-cycle',
    )
    expectRefusal(
      after,
      { type: 'MoveOrganizationalUnit', ou: 'ou:workloads', parent: 'ou:workloads' },
      'ou-cycle',
    )
    expectCommand(after, { type: 'MoveOrganizationalUnit', ou: 'ou:inner', parent: 'ou:root' })
  })

  it('deleting the organization leaves the accounts', () => {
    const after = expectCommand(model, { type: 'DeleteOrganization' })
    expect(after.ous).toEqual({})
    expect(after).not.toHaveProperty('organization')
    expect(Object.keys(after.accounts)).toEqual(Object.keys(model.accounts))
    expect(after.accounts['account:123456789012']).not.toHaveProperty('management')
  })

  it('the management account neither leaves nor goes', () => {
    const account = 'account:123456789012'
    expectRefusal(model, { type: 'RemoveAccountFromOrganization', account }, 'is-management')
    expectRefusal(model, { type: 'RemoveAccount', account }, 'is-management')
  })
})

describe('accounts', () => {
  it('a number has twelve digits and is used once', () => {
    const account = { type: 'AddAccount', account: 'account:x', name: 'X' } as const
    expectRefusal(model, { ...account, number: '1234' }, 'invalid-account')
    expectRefusal(model, { ...account, number: '12345678901a' }, 'invalid-account')
    expectRefusal(model, { ...account, number: '123456789012' }, 'account-taken')
    expect(expectCommand(model, { ...account, number: '000000000001' }).accounts['account:x']?.account).toBe(
      '000000000001',
    )
  })

  it('removing an account removes what lives in it', () => {
    const after = expectCommands(model, [
      { type: 'CreateRole', role: 'role:x', name: 'x', trustPolicy: '{}', account: '210987654321' },
      { type: 'CreateUser', user: 'user:x', name: 'x', account: '210987654321' },
      { type: 'RemoveAccount', account: 'account:prod' },
    ])
    expect(after.users).toEqual(model.users)
    expect(after.roles).toEqual(model.roles)
    expectRefusal(emptyModel(), { type: 'RemoveAccount', account: 'account:123456789012' }, 'last-account')
  })

  it('another number takes everything of the account along, the ARNs of its resources too', () => {
    const after = expectCommand(model, {
      type: 'RenumberAccount',
      account: 'account:123456789012',
      number: '444455556666',
    })
    expect(after.users['user:ana']?.account).toBe('444455556666')
    expect(after.resources['resource:resize']?.arn).toBe(
      'arn:aws:lambda:eu-west-1:444455556666:function:resize',
    )
    expect(after.resources['resource:releases']).toMatchObject({
      arn: 'arn:aws:s3:::releases',
      account: '444455556666',
    })
    expect(after.policies['policy:ReadTable']?.text).toBe(model.policies['policy:ReadTable']?.text)
  })

  it('moving to another account cuts what cannot reach across', () => {
    const account = '210987654321'
    const user = expectCommand(model, { type: 'MoveToAccount', entity: 'user:ana', account })
    expect(user.users['user:ana']).toMatchObject({ account, groups: [] })
    const bound = expectCommand(model, { type: 'MoveToAccount', entity: 'user:ben', account })
    expect(bound.users['user:ben']).not.toHaveProperty('permissionsBoundary')
    expect(bound.users['user:ben']?.attachedPolicies).toEqual([])
    const policy = expectCommand(model, { type: 'MoveToAccount', entity: 'policy:ReadTable', account })
    expect(policy.groups['group:developers']?.attachedPolicies).toEqual([])
    const role = expectCommand(model, { type: 'MoveToAccount', entity: 'role:deploy', account })
    expect(role.resources['resource:resize']).not.toHaveProperty('runsAs')
    expectRefusal(model, { type: 'MoveToAccount', entity: 'policy:ReadOnlyAccess', account }, 'aws-managed')
  })
})
