import { apply, type Command, entityById, type Model } from '@iam-canvas/core'
import type { PickedLink } from '../workspace/selection.ts'

/** The command that takes a drawn connection away; `undefined` for one that is written in a policy text. */
export function detachCommand(model: Model, link: PickedLink): Command | undefined {
  const source = entityById(model, link.source)
  const target = entityById(model, link.target)
  if (!source || !target) return undefined
  switch (link.kind) {
    case 'attachment':
      if (target.kind !== 'policy') return undefined
      if (source.kind === 'user') return { type: 'DetachUserPolicy', user: source.id, policy: target.id }
      if (source.kind === 'group') return { type: 'DetachGroupPolicy', group: source.id, policy: target.id }
      if (source.kind === 'role') return { type: 'DetachRolePolicy', role: source.id, policy: target.id }
      return undefined
    case 'boundary':
      if (source.kind === 'user') return { type: 'DeleteUserPermissionsBoundary', user: source.id }
      if (source.kind === 'role') return { type: 'DeleteRolePermissionsBoundary', role: source.id }
      return undefined
    case 'member':
      return source.kind === 'user' && target.kind === 'group'
        ? { type: 'RemoveUserFromGroup', user: source.id, group: target.id }
        : undefined
    case 'runs-as':
      return source.kind === 'resource' ? { type: 'SetRunsAs', resource: source.id } : undefined
    case 'control':
      return source.kind === 'policy' && (target.kind === 'account' || target.kind === 'ou')
        ? { type: 'DetachPolicy', policy: source.id, target: target.id }
        : undefined
    case 'trust':
      return undefined
  }
}

/** The model as it would be without the connection, and the command that makes it there. */
export function withoutLink(
  model: Model,
  link: PickedLink,
): { readonly model: Model; readonly attach: Command } | undefined {
  const detach = detachCommand(model, link)
  const attach = attachCommand(model, link)
  const result = detach && apply(model, detach)
  return attach && result?.ok ? { model: result.model, attach } : undefined
}

function attachCommand(model: Model, link: PickedLink): Command | undefined {
  const source = entityById(model, link.source)
  const target = entityById(model, link.target)
  if (target?.kind === 'policy') {
    const policy = target.id
    const boundary = link.kind === 'boundary'
    if (source?.kind === 'group') return { type: 'AttachGroupPolicy', group: source.id, policy }
    if (source?.kind === 'user') {
      const user = source.id
      return { type: boundary ? 'PutUserPermissionsBoundary' : 'AttachUserPolicy', user, policy }
    }
    if (source?.kind === 'role') {
      const role = source.id
      return { type: boundary ? 'PutRolePermissionsBoundary' : 'AttachRolePolicy', role, policy }
    }
  }
  if (source?.kind === 'user' && target?.kind === 'group') {
    return { type: 'AddUserToGroup', user: source.id, group: target.id }
  }
  if (source?.kind === 'policy' && (target?.kind === 'account' || target?.kind === 'ou')) {
    return { type: 'AttachPolicy', policy: source.id, target: target.id }
  }
  if (source?.kind === 'resource' && target?.kind === 'role') {
    return { type: 'SetRunsAs', resource: source.id, role: target.id }
  }
  return undefined
}
