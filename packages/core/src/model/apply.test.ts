import { describe, expect, it } from 'vitest'
import { apply } from './apply.ts'
import type { Command } from './commands.ts'
import { emptyModel } from './empty-model.ts'
import { expectCommand, expectCommands, expectRefusal } from './testing/expect-command.ts'
import { LAMBDA_TRUST, READ_TABLE, sampleModel } from './testing/sample-model.ts'

const model = sampleModel()

describe('users and groups', () => {
  it('a new user belongs to no group and has no policies', () => {
    const after = expectCommand(model, { type: 'CreateUser', user: 'user:cleo', name: 'cleo', path: '/a/' })
    expect(after.users['user:cleo']).toEqual({
      kind: 'user',
      id: 'user:cleo',
      name: 'cleo',
      path: '/a/',
      account: '123456789012',
      groups: [],
      attachedPolicies: [],
      inlinePolicies: [],
      tags: [],
    })
  })

  it('names are compared without case, within the account only', () => {
    expectRefusal(model, { type: 'CreateUser', user: 'user:x', name: 'ANA' }, 'name-taken')
    expectCommand(model, { type: 'CreateUser', user: 'user:x', name: 'ana', account: '210987654321' })
    expectCommand(model, { type: 'UpdateUser', user: 'user:ana', name: 'Ana' })
    expectRefusal(model, { type: 'UpdateUser', user: 'user:ana', name: 'Ben' }, 'name-taken')
  })

  it.each([
    ['no name', ''],
    ['a slash', 'a/b'],
    ['an accent', 'zoë'],
    ['a blank', 'a b'],
    ['65 characters', 'a'.repeat(65)],
    ['markup', '<script>'],
  ])('a user name with %s is refused', (_, name) => {
    expectRefusal(model, { type: 'CreateUser', user: 'user:x', name }, 'invalid-name')
  })

  it('names that are special in JavaScript are names like any other', () => {
    const after = expectCommands(model, [
      { type: 'CreateUser', user: 'user:__proto__', name: '__proto__' },
      { type: 'TagUser', user: 'user:__proto__', tags: [{ key: '__proto__', value: 'constructor' }] },
      { type: 'PutUserPolicy', user: 'user:__proto__', name: '__proto__', text: '{}' },
      { type: 'AddUserToGroup', user: 'user:__proto__', group: 'group:developers' },
    ])
    expect(after.users['user:__proto__']?.tags).toEqual([{ key: '__proto__', value: 'constructor' }])
  })

  it.each(['eng', '/eng', 'eng/', '/e ng/', ''])('path `%s` is refused', path => {
    expectRefusal(model, { type: 'CreateUser', user: 'user:x', name: 'x', path }, 'invalid-path')
  })

  it('an id has to be new and of the right kind', () => {
    expectRefusal(model, { type: 'CreateUser', user: 'user:ana', name: 'x' }, 'id-taken')
    expectRefusal(model, { type: 'CreateUser', user: 'group:x' as `user:${string}`, name: 'x' }, 'invalid-id')
    expectRefusal(model, { type: 'CreateUser', user: 'user:', name: 'x' }, 'invalid-id')
  })

  it('an account has to be in the model', () => {
    expectRefusal(
      model,
      { type: 'CreateUser', user: 'user:x', name: 'x', account: '999999999999' },
      'invalid-account',
    )
    expectRefusal(model, { type: 'CreateUser', user: 'user:x', name: 'x', account: '12' }, 'invalid-account')
  })

  it('[D7] joining and leaving a group changes the user alone', () => {
    const joined = expectCommand(model, {
      type: 'AddUserToGroup',
      user: 'user:ben',
      group: 'group:developers',
    })
    expect(joined.users['user:ben']?.groups).toEqual(['group:developers'])
    expect(joined.groups).toBe(model.groups)
    const left = expectCommand(joined, {
      type: 'RemoveUserFromGroup',
      user: 'user:ben',
      group: 'group:developers',
    })
    expect(left).toEqual(model)
  })

  it('joining twice, leaving without being in, and joining across accounts are refused', () => {
    expectRefusal(
      model,
      { type: 'AddUserToGroup', user: 'user:ana', group: 'group:developers' },
      'already-member',
    )
    expectRefusal(
      model,
      { type: 'RemoveUserFromGroup', user: 'user:ben', group: 'group:developers' },
      'not-a-member',
    )
    const after = expectCommand(model, {
      type: 'CreateUser',
      user: 'user:x',
      name: 'x',
      account: '210987654321',
    })
    expectRefusal(
      after,
      { type: 'AddUserToGroup', user: 'user:x', group: 'group:developers' },
      'other-account',
    )
  })

  it('a user is in ten groups at most', () => {
    const commands = Array.from({ length: 10 }, (_, at): Command[] => [
      { type: 'CreateGroup', group: `group:g${at}`, name: `g${at}` },
      { type: 'AddUserToGroup', user: 'user:ben', group: `group:g${at}` },
    ])
    const after = expectCommand(model, { type: 'Batch', commands: commands.flat() })
    expectRefusal(
      after,
      { type: 'AddUserToGroup', user: 'user:ben', group: 'group:developers' },
      'too-many-groups',
    )
  })

  it('deleting a group takes it from its members', () => {
    const after = expectCommand(model, { type: 'DeleteGroup', group: 'group:developers' })
    expect(after.users['user:ana']?.groups).toEqual([])
    expect(after.users['user:ben']).toBe(model.users['user:ben'])
  })

  it('undoing a deletion puts the record back where it stood', () => {
    const after = expectCommand(model, { type: 'DeleteUser', user: 'user:ana' })
    expect(Object.keys(after.users)).toEqual(['user:ben'])
  })

  it('credentials are noted without any secret', () => {
    const after = expectCommand(model, {
      type: 'UpdateUserCredentials',
      user: 'user:ana',
      accessKeys: 2,
      mfa: true,
    })
    expect(after.users['user:ana']).toMatchObject({ accessKeys: 2, mfa: true })
    expect(after.users['user:ana']).not.toHaveProperty('consolePassword')
    expectRefusal(
      model,
      { type: 'UpdateUserCredentials', user: 'user:ana', accessKeys: 3 },
      'invalid-credentials',
    )
  })
})

describe('policies and what holds them', () => {
  it('a policy is attached once', () => {
    const after = expectCommand(model, {
      type: 'AttachRolePolicy',
      role: 'role:deploy',
      policy: 'policy:ReadTable',
    })
    expect(after.roles['role:deploy']?.attachedPolicies).toEqual(['policy:ReadTable'])
    expectRefusal(
      after,
      { type: 'AttachRolePolicy', role: 'role:deploy', policy: 'policy:ReadTable' },
      'already-attached',
    )
    expect(
      expectCommand(after, { type: 'DetachRolePolicy', role: 'role:deploy', policy: 'policy:ReadTable' }),
    ).toEqual(model)
    expectRefusal(
      model,
      { type: 'DetachRolePolicy', role: 'role:deploy', policy: 'policy:ReadTable' },
      'not-attached',
    )
  })

  it('an SCP goes to no user, group, role or boundary', () => {
    const policy = 'policy:DenyRegions'
    expectRefusal(model, { type: 'AttachUserPolicy', user: 'user:ana', policy }, 'wrong-purpose')
    expectRefusal(model, { type: 'AttachGroupPolicy', group: 'group:developers', policy }, 'wrong-purpose')
    expectRefusal(model, { type: 'AttachRolePolicy', role: 'role:deploy', policy }, 'wrong-purpose')
    expectRefusal(model, { type: 'PutUserPermissionsBoundary', user: 'user:ana', policy }, 'wrong-purpose')
  })

  it('a customer managed policy stays in its account, an AWS managed one goes everywhere', () => {
    const after = expectCommand(model, {
      type: 'CreateRole',
      role: 'role:x',
      name: 'x',
      trustPolicy: '{}',
      account: '210987654321',
    })
    expectRefusal(
      after,
      { type: 'AttachRolePolicy', role: 'role:x', policy: 'policy:ReadTable' },
      'other-account',
    )
    expectCommand(after, { type: 'AttachRolePolicy', role: 'role:x', policy: 'policy:ReadOnlyAccess' })
  })

  it('deleting a policy takes it from everyone, as boundary too', () => {
    const after = expectCommand(model, { type: 'DeletePolicy', policy: 'policy:ReadTable' })
    expect(after.users['user:ben']).not.toHaveProperty('permissionsBoundary')
    expect(after.users['user:ben']?.attachedPolicies).toEqual([])
    expect(after.groups['group:developers']?.attachedPolicies).toEqual([])
    expect(after.users['user:ana']).toBe(model.users['user:ana'])
    const scp = expectCommand(model, { type: 'DeletePolicy', policy: 'policy:DenyRegions' })
    expect(scp.ous['ou:workloads']?.attachedPolicies).toEqual(['policy:FullAWSAccess'])
  })

  it('an AWS managed policy cannot be edited, but taken off the drawing', () => {
    const policy = 'policy:ReadOnlyAccess'
    expectRefusal(model, { type: 'CreatePolicyVersion', policy, text: '{}' }, 'aws-managed')
    expectRefusal(model, { type: 'RenamePolicy', policy, name: 'x' }, 'aws-managed')
    expectRefusal(model, { type: 'TagPolicy', policy, tags: [{ key: 'a', value: 'b' }] }, 'aws-managed')
    expectCommand(model, { type: 'DeletePolicy', policy })
  })

  it('a text is supplied once to a policy that has none', () => {
    const command: Command = { type: 'SupplyPolicyText', policy: 'policy:ReadOnlyAccess', text: READ_TABLE }
    const after = expectCommand(model, command)
    expect(after.policies['policy:ReadOnlyAccess']?.text).toBe(READ_TABLE)
    expectRefusal(after, command, 'has-text')
  })

  it.each(['', '{"Statement": [', '\u0000', 'x\r\n', '{"Version":"2012-10-17","Version":1}'])(
    'no text is refused, half-typed or not: %j',
    text => {
      const after = expectCommands(model, [
        { type: 'CreatePolicyVersion', policy: 'policy:ReadTable', text },
        { type: 'PutRolePolicy', role: 'role:deploy', name: 'logs', text },
        { type: 'UpdateAssumeRolePolicy', role: 'role:deploy', text },
        { type: 'PutResourcePolicy', resource: 'resource:releases', text },
      ])
      expect(after.policies['policy:ReadTable']?.text).toBe(text)
      expect(after.roles['role:deploy']?.inlinePolicies).toEqual([{ name: 'logs', text }])
      expect(after.roles['role:deploy']?.trustPolicy).toBe(text)
      expect(after.resources['resource:releases']?.resourcePolicy).toBe(text)
    },
  )

  it('writing the same text again changes nothing', () => {
    expect(
      expectCommand(model, { type: 'PutRolePolicy', role: 'role:deploy', name: 'logs', text: READ_TABLE }),
    ).toBe(model)
    expect(
      expectCommand(model, { type: 'UpdateAssumeRolePolicy', role: 'role:deploy', text: LAMBDA_TRUST }),
    ).toBe(model)
    expect(
      expectCommand(model, { type: 'CreatePolicyVersion', policy: 'policy:ReadTable', text: READ_TABLE }),
    ).toBe(model)
  })

  it('what changes nothing leaves no trace in the history', () => {
    for (const command of [
      { type: 'TagUser', user: 'user:ana', tags: [] },
      { type: 'UntagRole', role: 'role:deploy', tagKeys: [] },
      { type: 'UpdateUser', user: 'user:ana', name: 'ana', path: '/' },
      { type: 'UpdateResource', resource: 'resource:releases', arn: 'arn:aws:s3:::releases' },
      { type: 'SetRunsAs', resource: 'resource:resize', role: 'role:deploy' },
      { type: 'Batch', commands: [] },
    ] as const) {
      expect(expectCommand(model, command)).toBe(model)
    }
  })

  it('inline policies come and go by name', () => {
    const after = expectCommand(model, { type: 'DeleteRolePolicy', role: 'role:deploy', name: 'logs' })
    expect(after.roles['role:deploy']?.inlinePolicies).toEqual([])
    expectRefusal(
      after,
      { type: 'DeleteRolePolicy', role: 'role:deploy', name: 'logs' },
      'unknown-inline-policy',
    )
    expectRefusal(model, { type: 'PutUserPolicy', user: 'user:ana', name: 'a b', text: '' }, 'invalid-name')
  })

  it('a boundary is replaced, not stacked', () => {
    const bound = expectCommand(model, {
      type: 'PutUserPermissionsBoundary',
      user: 'user:ben',
      policy: 'policy:ReadOnlyAccess',
    })
    expect(bound.users['user:ben']?.permissionsBoundary).toBe('policy:ReadOnlyAccess')
    const free = expectCommand(bound, { type: 'DeleteUserPermissionsBoundary', user: 'user:ben' })
    expect(free.users['user:ben']).not.toHaveProperty('permissionsBoundary')
    expectRefusal(free, { type: 'DeleteUserPermissionsBoundary', user: 'user:ben' }, 'no-boundary')
  })
})

describe('tags', () => {
  it('a known key gets the new value, whatever its case', () => {
    const after = expectCommands(model, [
      { type: 'TagRole', role: 'role:deploy', tags: [{ key: 'Team', value: 'a' }] },
      {
        type: 'TagRole',
        role: 'role:deploy',
        tags: [
          { key: 'team', value: 'b' },
          { key: 'cost center', value: '' },
        ],
      },
    ])
    expect(after.roles['role:deploy']?.tags).toEqual([
      { key: 'team', value: 'b' },
      { key: 'cost center', value: '' },
    ])
    const less = expectCommand(after, { type: 'UntagRole', role: 'role:deploy', tagKeys: ['TEAM'] })
    expect(less.roles['role:deploy']?.tags).toHaveLength(1)
    expectRefusal(less, { type: 'UntagRole', role: 'role:deploy', tagKeys: ['team'] }, 'unknown-tag')
  })

  it.each([
    ['', 'x'],
    ['a'.repeat(129), 'x'],
    ['a', 'x'.repeat(257)],
    ['aws:cloudformation', 'x'],
    ['a,b', 'x'],
  ])('tag %j is refused', (key, value) => {
    expectRefusal(model, { type: 'TagUser', user: 'user:ana', tags: [{ key, value }] }, 'invalid-tag')
  })
})

describe('resources', () => {
  it('an ARN has six parts and is drawn once', () => {
    const queue = {
      type: 'AddResource',
      resource: 'resource:q',
      name: 'q',
      service: 'sqs',
      resourceType: 'queue',
    } as const
    expectRefusal(model, { ...queue, arn: 'q' }, 'invalid-arn')
    expectRefusal(model, { ...queue, arn: 'arn:aws:s3:::releases' }, 'arn-taken')
    const after = expectCommand(model, { ...queue, arn: 'arn:aws:sqs:eu-west-1:210987654321:q' })
    expect(after.resources['resource:q']?.account).toBe('210987654321')
  })

  it('what runs as a role no longer does when the role is deleted', () => {
    const after = expectCommand(model, { type: 'DeleteRole', role: 'role:deploy' })
    expect(after.resources['resource:resize']).not.toHaveProperty('runsAs')
  })

  it('a role is passed within its own account', () => {
    const after = expectCommand(model, {
      type: 'CreateRole',
      role: 'role:x',
      name: 'x',
      trustPolicy: LAMBDA_TRUST,
      account: '210987654321',
    })
    expectRefusal(after, { type: 'SetRunsAs', resource: 'resource:resize', role: 'role:x' }, 'other-account')
    expect(expectCommand(model, { type: 'SetRunsAs', resource: 'resource:releases' })).toBe(model)
  })
})

describe('several at once', () => {
  it('a batch is refused as a whole, and says at which step', () => {
    const result = apply(model, {
      type: 'Batch',
      commands: [
        { type: 'DeleteUser', user: 'user:ana' },
        { type: 'DeleteUser', user: 'user:ana' },
      ],
    })
    expect(result).toMatchObject({ ok: false, problem: { code: 'unknown-id', step: 1 } })
  })

  it('an unknown command is a problem and no crash', () => {
    expectRefusal(model, { type: 'constructor' } as unknown as Command, 'unknown-command')
  })

  it('renaming the model', () => {
    expect(expectCommand(emptyModel(), { type: 'RenameModel', name: 'Shop' }).name).toBe('Shop')
    expectRefusal(model, { type: 'RenameModel', name: ' ' }, 'invalid-name')
  })
})
