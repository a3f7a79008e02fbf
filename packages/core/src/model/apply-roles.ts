import type { HandlersFor } from './handlers.ts'
import { attach, deleteBoundary, deleteInline, detach, putBoundary, putInline } from './holders.ts'
import type { RoleCommand } from './identity-commands.ts'
import { place, rename } from './placement.ts'
import { unknownId } from './problem.ts'
import { forgetRole } from './references.ts'
import { isProblem, tagsProblem, withoutTags, withTags } from './tags.ts'

export const roleHandlers: HandlersFor<RoleCommand> = {
  CreateRole(draft, command) {
    const placement = place(draft, 'role', command.role, command)
    if ('problem' in placement) return placement.problem
    const tags = command.tags ?? []
    const invalid = tagsProblem(tags)
    if (invalid) return invalid
    draft.put({
      kind: 'role',
      ...placement.placed,
      trustPolicy: command.trustPolicy,
      attachedPolicies: [],
      inlinePolicies: [],
      tags,
    })
    return undefined
  },
  DeleteRole(draft, { role }) {
    if (!draft.get('roles', role)) return unknownId('role', role)
    forgetRole(draft, role)
    draft.remove(role)
    return undefined
  },
  RenameRole(draft, command) {
    const role = draft.get('roles', command.role)
    return role ? rename(draft, role, command) : unknownId('role', command.role)
  },
  UpdateAssumeRolePolicy(draft, { role: id, text }) {
    const role = draft.get('roles', id)
    if (!role) return unknownId('role', id)
    draft.put({ ...role, trustPolicy: text })
    return undefined
  },
  AttachRolePolicy: (draft, { role, policy }) => attach(draft, 'role', role, policy),
  DetachRolePolicy: (draft, { role, policy }) => detach(draft, 'role', role, policy),
  PutRolePolicy: (draft, { role, name, text }) => putInline(draft, 'role', role, name, text),
  DeleteRolePolicy: (draft, { role, name }) => deleteInline(draft, 'role', role, name),
  PutRolePermissionsBoundary: (draft, { role, policy }) => putBoundary(draft, 'role', role, policy),
  DeleteRolePermissionsBoundary: (draft, { role }) => deleteBoundary(draft, 'role', role),
  TagRole(draft, command) {
    const role = draft.get('roles', command.role)
    if (!role) return unknownId('role', command.role)
    const tags = withTags(role, command.tags)
    if (isProblem(tags)) return tags
    draft.put({ ...role, tags })
    return undefined
  },
  UntagRole(draft, command) {
    const role = draft.get('roles', command.role)
    if (!role) return unknownId('role', command.role)
    const tags = withoutTags(role, command.tagKeys)
    if (isProblem(tags)) return tags
    draft.put({ ...role, tags })
    return undefined
  },
}
