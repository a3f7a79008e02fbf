import type { HandlersFor } from './handlers.ts'
import { attach, deleteBoundary, deleteInline, detach, putBoundary, putInline } from './holders.ts'
import type { UserCommand } from './identity-commands.ts'
import { place, rename } from './placement.ts'
import { refuse, unknownId } from './problem.ts'
import { isProblem, tagsProblem, withoutTags, withTags } from './tags.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: neither can be raised. */
const MOST_GROUPS = 10
const MOST_ACCESS_KEYS = 2

export const userHandlers: HandlersFor<UserCommand> = {
  CreateUser(draft, command) {
    const placement = place(draft, 'user', command.user, command)
    if ('problem' in placement) return placement.problem
    const tags = command.tags ?? []
    const invalid = tagsProblem(tags)
    if (invalid) return invalid
    draft.put({
      kind: 'user',
      ...placement.placed,
      groups: [],
      attachedPolicies: [],
      inlinePolicies: [],
      tags,
    })
    return undefined
  },
  DeleteUser(draft, { user }) {
    if (!draft.get('users', user)) return unknownId('user', user)
    draft.remove(user)
    return undefined
  },
  UpdateUser(draft, command) {
    const user = draft.get('users', command.user)
    return user ? rename(draft, user, command) : unknownId('user', command.user)
  },
  AddUserToGroup(draft, command) {
    const user = draft.get('users', command.user)
    if (!user) return unknownId('user', command.user)
    const group = draft.get('groups', command.group)
    if (!group) return unknownId('group', command.group)
    if (user.groups.includes(group.id)) {
      return refuse('already-member', `\`${user.name}\` is already in group \`${group.name}\``, user.id)
    }
    if (user.account !== group.account) {
      return refuse(
        'other-account',
        `\`${user.name}\` is in account ${user.account}, group \`${group.name}\` in ${group.account}: a group takes users of its own account only`,
        user.id,
      )
    }
    if (user.groups.length >= MOST_GROUPS) {
      return refuse(
        'too-many-groups',
        `\`${user.name}\` is in ${MOST_GROUPS} groups already, which is IAM's limit`,
        user.id,
      )
    }
    draft.put({ ...user, groups: [...user.groups, group.id] })
    return undefined
  },
  RemoveUserFromGroup(draft, command) {
    const user = draft.get('users', command.user)
    if (!user) return unknownId('user', command.user)
    if (!user.groups.includes(command.group)) {
      const name = draft.get('groups', command.group)?.name ?? command.group
      return refuse('not-a-member', `\`${user.name}\` is not in group \`${name}\``, user.id)
    }
    draft.put({ ...user, groups: user.groups.filter(id => id !== command.group) })
    return undefined
  },
  AttachUserPolicy: (draft, { user, policy }) => attach(draft, 'user', user, policy),
  DetachUserPolicy: (draft, { user, policy }) => detach(draft, 'user', user, policy),
  PutUserPolicy: (draft, { user, name, text }) => putInline(draft, 'user', user, name, text),
  DeleteUserPolicy: (draft, { user, name }) => deleteInline(draft, 'user', user, name),
  PutUserPermissionsBoundary: (draft, { user, policy }) => putBoundary(draft, 'user', user, policy),
  DeleteUserPermissionsBoundary: (draft, { user }) => deleteBoundary(draft, 'user', user),
  TagUser(draft, command) {
    const user = draft.get('users', command.user)
    if (!user) return unknownId('user', command.user)
    const tags = withTags(user, command.tags)
    if (isProblem(tags)) return tags
    draft.put({ ...user, tags })
    return undefined
  },
  UntagUser(draft, command) {
    const user = draft.get('users', command.user)
    if (!user) return unknownId('user', command.user)
    const tags = withoutTags(user, command.tagKeys)
    if (isProblem(tags)) return tags
    draft.put({ ...user, tags })
    return undefined
  },
  UpdateUserCredentials(draft, { user: id, accessKeys, consolePassword, mfa }) {
    const user = draft.get('users', id)
    if (!user) return unknownId('user', id)
    if (accessKeys !== undefined && ![0, 1, MOST_ACCESS_KEYS].includes(accessKeys)) {
      return refuse(
        'invalid-credentials',
        `a user has no, one or two access keys, not ${accessKeys}`,
        user.id,
      )
    }
    draft.put({
      ...user,
      ...(accessKeys !== undefined && { accessKeys }),
      ...(consolePassword !== undefined && { consolePassword }),
      ...(mfa !== undefined && { mfa }),
    })
    return undefined
  },
}
