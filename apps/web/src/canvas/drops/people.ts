import {
  type Command,
  type Entity,
  type Group,
  type Model,
  type Policy,
  type Role,
  type User,
} from '@iam-canvas/core'
import { attach } from '@iam-canvas/core/edits'
import type { DropManner, DropVerdict } from '../drop-rules.ts'
import { moveToAccount } from './accounts.ts'
import { needsAccount, refused } from './refused.ts'
import { letAssume } from './trust.ts'

const outside = refused('nobody outside can be changed from here: drag them onto a role or resource instead')

export function dropUser(
  model: Model,
  user: User,
  where: Entity,
  manner: DropManner,
): DropVerdict | undefined {
  switch (where.kind) {
    case 'group':
      return joinGroup(user, where, manner)
    case 'policy':
      return attachPolicy(where, user)
    case 'role':
      return letAssume(model, user, where)
    case 'user':
      return refused('a user cannot contain another user')
    case 'resource':
      return refused('access is granted by policies: attach one to the user')
    case 'account':
      return moveToAccount(model, user, where)
    case 'ou':
      return needsAccount(where)
    case 'external':
      return outside
  }
}

function joinGroup(user: User, group: Group, { copy, from }: DropManner): DropVerdict {
  if (user.account !== group.account) {
    return refused(`${group.name} is in another account: a group takes users of its own account only`)
  }
  if (user.groups.includes(group.id)) {
    return from && from !== group.id && !copy
      ? {
          ok: true,
          verb: `Move ${user.name} to ${group.name}`,
          command: { type: 'RemoveUserFromGroup', user: user.id, group: from },
          home: group.id,
        }
      : refused(`${user.name} is already in ${group.name}`)
  }
  const add: Command = { type: 'AddUserToGroup', user: user.id, group: group.id }
  if (from && !copy) {
    const leave: Command = { type: 'RemoveUserFromGroup', user: user.id, group: from }
    return {
      ok: true,
      verb: `Move ${user.name} to ${group.name}`,
      command: { type: 'Batch', commands: [leave, add] },
      home: group.id,
    }
  }
  return {
    ok: true,
    verb: `Add ${user.name} to ${group.name}`,
    command: add,
    ...(user.groups.length === 0 && { home: group.id }),
  }
}

export function dropRole(model: Model, role: Role, where: Entity): DropVerdict | undefined {
  switch (where.kind) {
    case 'group':
      return refused('a role cannot join a group: only users can')
    case 'user':
      return refused('a user does not hold a role: drag the user onto the role to let it assume it')
    case 'role':
      return letAssume(model, role, where)
    case 'resource':
      return refused('access is granted by policies: attach one to the role')
    case 'policy':
      return attachPolicy(where, role)
    case 'account':
      return moveToAccount(model, role, where)
    case 'ou':
      return needsAccount(where)
    case 'external':
      return outside
  }
}

export function dropGroup(model: Model, group: Group, where: Entity): DropVerdict | undefined {
  switch (where.kind) {
    case 'group':
      return refused('groups cannot nest: a group holds users only')
    case 'role':
      return refused('a group is not a principal: it cannot assume or contain a role')
    case 'user':
      return joinGroup(where, group, {})
    case 'policy':
      return attachPolicy(where, group)
    case 'resource':
      return refused('access is granted by policies: attach one to the group')
    case 'account':
      return moveToAccount(model, group, where)
    case 'ou':
      return needsAccount(where)
    case 'external':
      return outside
  }
}

export function attachPolicy(policy: Policy, holder: User | Group | Role): DropVerdict {
  if (policy.purpose !== 'identity') {
    return refused('a control policy is attached to accounts and OUs, not to a principal')
  }
  if (holder.attachedPolicies.includes(policy.id)) {
    return refused(`${policy.name} is already attached to ${holder.name}`)
  }
  if (!isUsableIn(policy, holder)) return otherAccount(policy)
  return { ok: true, verb: `Attach ${policy.name} to ${holder.name}`, command: attach(holder.id, policy.id) }
}

export const isUsableIn = (policy: Policy, holder: User | Group | Role): boolean =>
  policy.account === 'aws' || policy.account === holder.account

export const otherAccount = (policy: Policy): DropVerdict =>
  refused(`${policy.name} belongs to another account: a customer managed policy works in its own only`)
