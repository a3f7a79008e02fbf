import type { CliFor } from './cli-handlers.ts'
import {
  type Cli,
  joined,
  line,
  nameOf,
  noLine,
  oneLine,
  pathOption,
  policyArn,
  withDocument,
} from './cli-lines.ts'
import { recordIn } from './collections.ts'
import type { GroupCommand, RoleCommand, UserCommand } from './identity-commands.ts'
import { membersOf } from './indexes.ts'
import type { GroupId, Model, PolicyId, RoleId, UserId } from './records.ts'
import { option, shellWord, tagsOption } from './shell-words.ts'

type Kind = 'user' | 'group' | 'role'
type HolderOf = UserId | GroupId | RoleId

const named = (kind: Kind, model: Model, id: HolderOf): string => option(`${kind}-name`, nameOf(model, id))

const attach = (kind: Kind, model: Model, id: HolderOf, policy: PolicyId): string =>
  line(`iam attach-${kind}-policy`, named(kind, model, id), option('policy-arn', policyArn(model, policy)))
export const detachLine = (kind: Kind, model: Model, id: HolderOf, policy: PolicyId): string =>
  line(`iam detach-${kind}-policy`, named(kind, model, id), option('policy-arn', policyArn(model, policy)))
const putInline = (kind: Kind, model: Model, id: HolderOf, name: string, text: string): Cli =>
  withDocument(
    [`iam put-${kind}-policy`, named(kind, model, id), option('policy-name', name)],
    'policy-document',
    text,
    name,
  )
const deleteInline = (kind: Kind, model: Model, id: HolderOf, name: string): string =>
  line(`iam delete-${kind}-policy`, named(kind, model, id), option('policy-name', name))
const putBoundary = (kind: Kind, model: Model, id: HolderOf, policy: PolicyId): Cli =>
  oneLine(
    `iam put-${kind}-permissions-boundary`,
    named(kind, model, id),
    option('permissions-boundary', policyArn(model, policy)),
  )
export const deleteBoundaryLine = (kind: Kind, model: Model, id: HolderOf): string =>
  line(`iam delete-${kind}-permissions-boundary`, named(kind, model, id))
const tagKeys = (keys: readonly string[]): string => `--tag-keys ${keys.map(shellWord).join(' ')}`

/** IAM deletes only what holds nothing: these come first. */
function emptied(kind: Kind, model: Model, id: HolderOf): readonly string[] {
  const collection = ({ user: 'users', group: 'groups', role: 'roles' } as const)[kind]
  const holder = recordIn(model, collection, id)
  if (!holder) return []
  return [
    ...holder.attachedPolicies.map(policy => detachLine(kind, model, id, policy)),
    ...holder.inlinePolicies.map(({ name }) => deleteInline(kind, model, id, name)),
  ]
}

export const userCli: CliFor<UserCommand> = {
  CreateUser: ({ name, path, tags }) =>
    oneLine(
      'iam create-user',
      option('user-name', name),
      pathOption(path),
      tags?.length ? tagsOption(tags) : undefined,
    ),
  DeleteUser({ user: id }, model) {
    const user = recordIn(model, 'users', id)
    const lines = [
      ...(user?.groups ?? []).map(group => leave(model, id, group)),
      ...emptied('user', model, id),
      ...(user?.consolePassword ? [line('iam delete-login-profile', named('user', model, id))] : []),
      line('iam delete-user', named('user', model, id)),
    ]
    return user?.accessKeys || user?.mfa
      ? { lines, note: 'Before the last line, delete its access keys and deactivate its MFA devices.' }
      : { lines }
  },
  UpdateUser: ({ user, name, path }, model) =>
    oneLine(
      'iam update-user',
      named('user', model, user),
      name !== undefined && option('new-user-name', name),
      path !== undefined && option('new-path', path),
    ),
  AddUserToGroup: ({ user, group }, model) =>
    oneLine('iam add-user-to-group', named('user', model, user), named('group', model, group)),
  RemoveUserFromGroup: ({ user, group }, model) => ({ lines: [leave(model, user, group)] }),
  AttachUserPolicy: ({ user, policy }, model) => ({ lines: [attach('user', model, user, policy)] }),
  DetachUserPolicy: ({ user, policy }, model) => ({ lines: [detachLine('user', model, user, policy)] }),
  PutUserPolicy: ({ user, name, text }, model) => putInline('user', model, user, name, text),
  DeleteUserPolicy: ({ user, name }, model) => ({ lines: [deleteInline('user', model, user, name)] }),
  PutUserPermissionsBoundary: ({ user, policy }, model) => putBoundary('user', model, user, policy),
  DeleteUserPermissionsBoundary: ({ user }, model) => ({ lines: [deleteBoundaryLine('user', model, user)] }),
  TagUser: ({ user, tags }, model) => oneLine('iam tag-user', named('user', model, user), tagsOption(tags)),
  UntagUser: ({ user, tagKeys: keys }, model) =>
    oneLine('iam untag-user', named('user', model, user), tagKeys(keys)),
  UpdateUserCredentials({ user: id, accessKeys, consolePassword, mfa }, model) {
    const user = recordIn(model, 'users', id)
    const name = named('user', model, id)
    const more = (accessKeys ?? 0) - (user?.accessKeys ?? 0)
    const parts: Cli[] = [
      { lines: Array.from({ length: Math.max(0, more) }, () => line('iam create-access-key', name)) },
    ]
    if (accessKeys !== undefined && more < 0) {
      parts.push({
        lines: [
          line('iam list-access-keys', name),
          line('iam delete-access-key', name, '--access-key-id KEY'),
        ],
        note: 'KEY is the id of the access key to delete.',
      })
    }
    if (consolePassword !== undefined && consolePassword !== (user?.consolePassword ?? false)) {
      parts.push(
        consolePassword
          ? oneLine('iam create-login-profile', name, '--password "$PASSWORD" --password-reset-required')
          : oneLine('iam delete-login-profile', name),
      )
    }
    if (mfa !== undefined && mfa !== (user?.mfa ?? false)) {
      parts.push(noLine('MFA devices are registered, and removed, with codes from the device itself.'))
    }
    return joined(parts)
  },
}

const leave = (model: Model, user: UserId, group: GroupId): string =>
  line('iam remove-user-from-group', named('user', model, user), named('group', model, group))

export const groupCli: CliFor<GroupCommand> = {
  CreateGroup: ({ name, path }) => oneLine('iam create-group', option('group-name', name), pathOption(path)),
  DeleteGroup: ({ group }, model) => ({
    lines: [
      ...membersOf(model, group).map(user => leave(model, user, group)),
      ...emptied('group', model, group),
      line('iam delete-group', named('group', model, group)),
    ],
  }),
  UpdateGroup: ({ group, name, path }, model) =>
    oneLine(
      'iam update-group',
      named('group', model, group),
      name !== undefined && option('new-group-name', name),
      path !== undefined && option('new-path', path),
    ),
  AttachGroupPolicy: ({ group, policy }, model) => ({ lines: [attach('group', model, group, policy)] }),
  DetachGroupPolicy: ({ group, policy }, model) => ({ lines: [detachLine('group', model, group, policy)] }),
  PutGroupPolicy: ({ group, name, text }, model) => putInline('group', model, group, name, text),
  DeleteGroupPolicy: ({ group, name }, model) => ({ lines: [deleteInline('group', model, group, name)] }),
}

export const roleCli: CliFor<RoleCommand> = {
  CreateRole: ({ name, path, trustPolicy, tags }) =>
    withDocument(
      [
        'iam create-role',
        option('role-name', name),
        pathOption(path) || '',
        tags?.length ? tagsOption(tags) : '',
      ],
      'assume-role-policy-document',
      trustPolicy,
      `${name}-trust`,
    ),
  DeleteRole({ role: id }, model) {
    const name = named('role', model, id)
    const profiles = recordIn(model, 'roles', id)?.instanceProfiles ?? []
    return {
      lines: [
        ...profiles.map(profile =>
          line('iam remove-role-from-instance-profile', option('instance-profile-name', profile), name),
        ),
        ...emptied('role', model, id),
        line('iam delete-role', name),
      ],
    }
  },
  RenameRole: () =>
    noLine('IAM cannot rename a role or move it to another path: create a new one, and delete this.'),
  UpdateAssumeRolePolicy: ({ role, text }, model) =>
    withDocument(
      ['iam update-assume-role-policy', named('role', model, role)],
      'policy-document',
      text,
      `${nameOf(model, role)}-trust`,
    ),
  AttachRolePolicy: ({ role, policy }, model) => ({ lines: [attach('role', model, role, policy)] }),
  DetachRolePolicy: ({ role, policy }, model) => ({ lines: [detachLine('role', model, role, policy)] }),
  PutRolePolicy: ({ role, name, text }, model) => putInline('role', model, role, name, text),
  DeleteRolePolicy: ({ role, name }, model) => ({ lines: [deleteInline('role', model, role, name)] }),
  PutRolePermissionsBoundary: ({ role, policy }, model) => putBoundary('role', model, role, policy),
  DeleteRolePermissionsBoundary: ({ role }, model) => ({ lines: [deleteBoundaryLine('role', model, role)] }),
  TagRole: ({ role, tags }, model) => oneLine('iam tag-role', named('role', model, role), tagsOption(tags)),
  UntagRole: ({ role, tagKeys: keys }, model) =>
    oneLine('iam untag-role', named('role', model, role), tagKeys(keys)),
}
