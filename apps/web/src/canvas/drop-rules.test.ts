import { apply, type Command, emptyModel, type EntityId, type Model } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { type DropManner, dropVerdict } from './drop-rules.ts'

const policy = '{"Version":"2012-10-17","Statement":[]}'

const built: readonly Command[] = [
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateUser', user: 'user:bob', name: 'bob' },
  { type: 'CreateGroup', group: 'group:devs', name: 'devs' },
  { type: 'CreateGroup', group: 'group:ops', name: 'ops' },
  { type: 'CreateRole', role: 'role:deploy', name: 'deploy', trustPolicy: policy },
  { type: 'CreatePolicy', policy: 'policy:Read', name: 'Read', text: policy },
  { type: 'AddUserToGroup', user: 'user:bob', group: 'group:devs' },
  { type: 'AttachUserPolicy', user: 'user:bob', policy: 'policy:Read' },
  {
    type: 'AddResource',
    resource: 'resource:table',
    name: 'table',
    arn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/T',
    service: 'dynamodb',
    resourceType: 'table',
  },
]

function modelAfter(commands: readonly Command[]): Model {
  const result = apply(emptyModel(), { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const model = modelAfter(built)
const verdict = (dragged: EntityId, target: EntityId, manner?: DropManner) =>
  dropVerdict(model, dragged, target, manner)

/** The verb or the reason, for tests that read like the drop table. */
function says(dragged: EntityId, target: EntityId, manner?: DropManner): string | undefined {
  const found = verdict(dragged, target, manner)
  return found && (found.ok ? found.verb : `✕ ${found.reason}`)
}

describe('what a drop would do', () => {
  it('a user dropped on a group becomes a member', () => {
    expect(says('user:ana', 'group:devs')).toBe('Add ana to devs')
  })

  it('a member dragged to another group moves there, and with Ctrl joins and stays', () => {
    expect(verdict('user:bob', 'group:ops', { from: 'group:devs' })).toMatchObject({
      verb: 'Move bob to ops',
      command: { type: 'Batch' },
    })
    expect(verdict('user:bob', 'group:ops', { from: 'group:devs', copy: true })).toMatchObject({
      verb: 'Add bob to ops',
      command: { type: 'AddUserToGroup', user: 'user:bob', group: 'group:ops' },
    })
  })

  it('a policy dropped on a user, group or role is attached to it, from either end', () => {
    expect(says('policy:Read', 'user:ana')).toBe('Attach Read to ana')
    expect(says('policy:Read', 'group:devs')).toBe('Attach Read to devs')
    expect(says('policy:Read', 'role:deploy')).toBe('Attach Read to deploy')
    expect(says('user:ana', 'policy:Read')).toBe('Attach Read to ana')
  })

  it('on the ceiling of a user or role a policy becomes the permissions boundary', () => {
    expect(verdict('policy:Read', 'user:ana', { ceiling: true })).toMatchObject({
      verb: 'Set Read as boundary of ana',
      command: { type: 'PutUserPermissionsBoundary' },
    })
    expect(verdict('policy:Read', 'role:deploy', { ceiling: true })).toMatchObject({
      command: { type: 'PutRolePermissionsBoundary' },
    })
  })
})

describe('what a drop refuses, and why', () => {
  it.each<[EntityId, EntityId, string]>([
    ['role:deploy', 'group:devs', '✕ a role cannot join a group: only users can'],
    ['group:devs', 'group:ops', '✕ groups cannot nest: a group holds users only'],
    ['user:bob', 'group:devs', '✕ bob is already in devs'],
    ['policy:Read', 'user:bob', '✕ Read is already attached to bob'],
    [
      'policy:Read',
      'resource:table',
      '✕ an identity-based policy is attached to users, groups and roles, not to a resource',
    ],
    ['group:devs', 'role:deploy', '✕ a group is not a principal: it cannot assume or contain a role'],
  ])('%s onto %s', (dragged, target, words) => {
    expect(says(dragged, target)).toBe(words)
  })

  it('has nothing to say of a thing and itself, or of what is not there', () => {
    expect(verdict('user:ana', 'user:ana')).toBeUndefined()
    expect(verdict('user:ana', 'group:gone')).toBeUndefined()
  })
})

it('whatever a verdict accepts, the model accepts too', () => {
  const ids = [model.users, model.groups, model.roles, model.policies, model.resources].flatMap(records =>
    Object.values(records).map(({ id }): EntityId => id),
  )
  let accepted = 0
  for (const dragged of ids) {
    for (const target of ids) {
      for (const manner of [{}, { copy: true }, { ceiling: true }]) {
        const found = verdict(dragged, target, manner)
        if (!found?.ok) continue
        accepted++
        expect(apply(model, found.command), `${dragged} onto ${target}`).toMatchObject({ ok: true })
      }
    }
  }
  expect(accepted).toBeGreaterThan(10)
})
