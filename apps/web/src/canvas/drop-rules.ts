import {
  type Command,
  type Entity,
  type EntityId,
  entityById,
  type Group,
  type GroupId,
  type Model,
  type Policy,
  type Role,
  type User,
} from '@iam-canvas/core'

/** What a drop on a target would do, said before it is done; or why it is refused. */
export type DropVerdict =
  | { readonly ok: true; readonly verb: string; readonly command: Command; readonly home?: GroupId }
  | { readonly ok: false; readonly reason: string }

export interface DropManner {
  /** Ctrl or Cmd held: join and stay, instead of moving from one group to the other. */
  readonly copy?: boolean
  /** The group the user was dragged out of. */
  readonly from?: GroupId | undefined
  /** On the strip at the head of a user or role that sets the permissions boundary. */
  readonly ceiling?: boolean
}

const refused = (reason: string): DropVerdict => ({ ok: false, reason })

/**
 * The drop table, drag by target. One function for mouse, handle, keyboard and menu: whatever connects two things
 * asks here. `undefined` when the two have nothing to do with each other that is worth saying.
 */
export function dropVerdict(
  model: Model,
  dragged: EntityId,
  target: EntityId,
  manner: DropManner = {},
): DropVerdict | undefined {
  if (dragged === target) return undefined
  const what = entityById(model, dragged)
  const where = entityById(model, target)
  if (!what || !where) return undefined
  switch (what.kind) {
    case 'user':
      return dropUser(what, where, manner)
    case 'role':
      return dropRole(where)
    case 'group':
      return dropGroup(what, where)
    case 'policy':
      return dropPolicy(what, where, manner)
    case 'resource':
      return where.kind === 'policy' || where.kind === 'resource'
        ? undefined
        : refused('access is granted by policies: attach one that names this resource')
    case 'account':
    case 'ou':
    case 'external':
      return undefined
  }
}

function dropUser(user: User, where: Entity, manner: DropManner): DropVerdict | undefined {
  switch (where.kind) {
    case 'group':
      return joinGroup(user, where, manner)
    case 'policy':
      return attach(where, user)
    case 'user':
      return refused('a user cannot contain another user')
    case 'role':
      return refused('who may assume a role is written in its trust policy')
    case 'resource':
      return refused('access is granted by policies: attach one to the user')
    case 'account':
    case 'ou':
    case 'external':
      return undefined
  }
}

function joinGroup(user: User, group: Group, { copy, from }: DropManner): DropVerdict {
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

function dropRole(where: Entity): DropVerdict | undefined {
  switch (where.kind) {
    case 'group':
      return refused('a role cannot join a group: only users can')
    case 'user':
      return refused('a user does not hold a role: it may assume one, if the trust policy says so')
    case 'role':
      return refused('who may assume a role is written in its trust policy')
    case 'resource':
      return refused('access is granted by policies: attach one to the role')
    case 'policy':
    case 'account':
    case 'ou':
    case 'external':
      return undefined
  }
}

function dropGroup(group: Group, where: Entity): DropVerdict | undefined {
  switch (where.kind) {
    case 'group':
      return refused('groups cannot nest: a group holds users only')
    case 'role':
      return refused('a group is not a principal: it cannot assume or contain a role')
    case 'user':
      return joinGroup(where, group, {})
    case 'policy':
      return attach(where, group)
    case 'resource':
      return refused('access is granted by policies: attach one to the group')
    case 'account':
    case 'ou':
    case 'external':
      return undefined
  }
}

function dropPolicy(policy: Policy, where: Entity, manner: DropManner): DropVerdict | undefined {
  switch (where.kind) {
    case 'user':
    case 'role':
      return manner.ceiling ? setBoundary(policy, where) : attach(policy, where)
    case 'group':
      return attach(policy, where)
    case 'resource':
      return refused('an identity-based policy is attached to users, groups and roles, not to a resource')
    case 'policy':
      return refused('policies do not contain each other: attach both to the same principal')
    case 'account':
    case 'ou':
    case 'external':
      return undefined
  }
}

function attach(policy: Policy, holder: User | Group | Role): DropVerdict {
  if (policy.purpose !== 'identity') {
    return refused('a control policy is attached to the organization, not to a principal')
  }
  if (holder.attachedPolicies.includes(policy.id)) {
    return refused(`${policy.name} is already attached to ${holder.name}`)
  }
  return { ok: true, verb: `Attach ${policy.name} to ${holder.name}`, command: attachCommand(policy, holder) }
}

function attachCommand(policy: Policy, holder: User | Group | Role): Command {
  switch (holder.kind) {
    case 'user':
      return { type: 'AttachUserPolicy', user: holder.id, policy: policy.id }
    case 'group':
      return { type: 'AttachGroupPolicy', group: holder.id, policy: policy.id }
    case 'role':
      return { type: 'AttachRolePolicy', role: holder.id, policy: policy.id }
  }
}

function setBoundary(policy: Policy, holder: User | Role): DropVerdict {
  if (policy.purpose !== 'identity') return refused('a control policy cannot be a permissions boundary')
  if (holder.permissionsBoundary === policy.id) {
    return refused(`${policy.name} is already the boundary of ${holder.name}`)
  }
  const command: Command =
    holder.kind === 'user'
      ? { type: 'PutUserPermissionsBoundary', user: holder.id, policy: policy.id }
      : { type: 'PutRolePermissionsBoundary', role: holder.id, policy: policy.id }
  return { ok: true, verb: `Set ${policy.name} as boundary of ${holder.name}`, command }
}
