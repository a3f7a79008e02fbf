import { describe, expect, it } from 'vitest'
import { apply } from './apply.ts'
import type { Command } from './commands.ts'
import { emptyModel } from './empty-model.ts'
import type { Model } from './records.ts'
import { expectCommand } from './testing/expect-command.ts'
import { sampleModel } from './testing/sample-model.ts'

const model = sampleModel()

function modelOf(...commands: readonly Command[]): Model {
  const result = apply(emptyModel('Import'), { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

describe('ReplaceModel', () => {
  it('gives the other model, and undo the first one', () => {
    const other = modelOf({ type: 'CreateUser', user: 'user:ana', name: 'other' })
    expect(expectCommand(model, { type: 'ReplaceModel', model: other })).toEqual(other)
    expect(expectCommand(other, { type: 'ReplaceModel', model })).toEqual(model)
  })

  it('by an equal model changes nothing', () => {
    const copy = JSON.parse(JSON.stringify(model)) as Model
    expect(expectCommand(model, { type: 'ReplaceModel', model: copy })).toBe(model)
  })
})

describe('MergeModel', () => {
  it('merging a model into itself changes nothing', () => {
    expect(expectCommand(model, { type: 'MergeModel', model })).toBe(model)
  })

  it('the same name in the same account is the same user, whatever its id', () => {
    const incoming = modelOf(
      { type: 'CreateGroup', group: 'group:1', name: 'Developers' },
      { type: 'CreateGroup', group: 'group:2', name: 'admins' },
      { type: 'CreateUser', user: 'user:other', name: 'ben' },
      { type: 'AddUserToGroup', user: 'user:other', group: 'group:1' },
      { type: 'AddUserToGroup', user: 'user:other', group: 'group:2' },
    )
    const merged = expectCommand(model, { type: 'MergeModel', model: incoming })
    expect(merged.users['user:ben']?.groups).toEqual(['group:developers', 'group:2'])
    expect(merged.users).not.toHaveProperty('user:other')
    expect(merged.name).toBe('Sample')
  })

  it('another user with the same id gets a new one, and what refers to it follows', () => {
    const incoming = modelOf(
      { type: 'CreateGroup', group: 'group:developers', name: 'readers' },
      { type: 'CreateUser', user: 'user:ana', name: 'zoe' },
      { type: 'AddUserToGroup', user: 'user:ana', group: 'group:developers' },
    )
    const merged = expectCommand(model, { type: 'MergeModel', model: incoming })
    expect(merged.users['user:ana']).toBe(model.users['user:ana'])
    expect(merged.users['user:123456789012/zoe']).toMatchObject({
      name: 'zoe',
      groups: ['group:123456789012/readers'],
    })
  })

  it('a text that the import does not have is kept', () => {
    const incoming: Model = {
      ...emptyModel(),
      policies: {
        'policy:p': {
          kind: 'policy',
          id: 'policy:p',
          name: 'ReadTable',
          path: '/',
          account: '123456789012',
          purpose: 'identity',
          tags: [],
        },
      },
    }
    expect(expectCommand(model, { type: 'MergeModel', model: incoming })).toBe(model)
  })

  it('how a user signs in is kept, but a boundary that is gone is gone', () => {
    const known = modelOf(
      { type: 'AddAwsManagedPolicy', policy: 'policy:b', name: 'ReadOnlyAccess' },
      { type: 'CreateUser', user: 'user:a', name: 'a' },
      { type: 'UpdateUserCredentials', user: 'user:a', accessKeys: 1 },
      { type: 'PutUserPermissionsBoundary', user: 'user:a', policy: 'policy:b' },
    )
    const merged = expectCommand(known, {
      type: 'MergeModel',
      model: modelOf({ type: 'CreateUser', user: 'user:x', name: 'a' }),
    })
    expect(merged.users['user:a']).toMatchObject({ accessKeys: 1 })
    expect(merged.users['user:a']).not.toHaveProperty('permissionsBoundary')
  })

  it('parts of a resource add up', () => {
    const incoming = modelOf({
      type: 'AddResource',
      resource: 'resource:bucket',
      name: 'another name',
      arn: 'arn:aws:s3:::releases',
      parts: ['arn:aws:s3:::releases/build/*'],
      service: 's3',
      resourceType: 'bucket',
    })
    const merged = expectCommand(model, { type: 'MergeModel', model: incoming })
    expect(merged.resources['resource:releases']).toMatchObject({
      name: 'releases',
      parts: ['arn:aws:s3:::releases/*', 'arn:aws:s3:::releases/build/*'],
    })
  })

  it('OUs in the same place are the same', () => {
    const incoming = modelOf(
      {
        type: 'CreateOrganization',
        organization: 'o-exampleorgid',
        root: 'ou:r',
        managementAccount: 'account:123456789012',
      },
      { type: 'CreateOrganizationalUnit', ou: 'ou:w', name: 'Workloads', parent: 'ou:r' },
      { type: 'CreateOrganizationalUnit', ou: 'ou:t', name: 'Test', parent: 'ou:w' },
    )
    const merged = expectCommand(model, { type: 'MergeModel', model: incoming })
    expect(Object.keys(merged.ous)).toEqual(['ou:root', 'ou:workloads', 'ou:t'])
    expect(merged.ous['ou:t']?.parent).toBe('ou:workloads')
  })
})
