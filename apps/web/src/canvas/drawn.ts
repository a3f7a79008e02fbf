import {
  type Account,
  type Entity,
  type EntityId,
  type ExternalPrincipal,
  type Group,
  membersOf,
  type Model,
  type OrganizationalUnit,
  type OuId,
  type Policy,
  type Resource,
  type Role,
  type User,
} from '@iam-canvas/core'
import { homeOf, type WorkspaceDocument } from '../workspace/document.ts'
import { remembered } from '../workspace/remembered.ts'
import { containersOf, isCollapsed, isFramed } from './containment.ts'
import { framesOf } from './frames.ts'
import { summarizePolicy } from './policy-sentences.ts'
import {
  card,
  group as groupMeasure,
  groupSize,
  policy as policyMeasure,
  resourceSize,
  type Size,
} from './sizes.ts'

export type Frame = Account | OrganizationalUnit
/** Whatever stands by itself or in a frame of an account: everything but the frames. */
export type Piece = User | Role | Group | Policy | Resource | ExternalPrincipal
export type Drawn = Frame | Piece

/** OUs and accounts, the outer ones first; none where there is nothing to tell apart. */
export const frames = remembered((model: Model): readonly Frame[] => {
  if (!isFramed(model)) return []
  const depths = new Map<OuId, number>()
  const depthOf = (ou: OrganizationalUnit, seen: number): number => {
    const known = depths.get(ou.id)
    if (known !== undefined) return known
    const parent = ou.parent && model.ous[ou.parent]
    // A file may hold OUs that contain each other.
    const depth = parent && seen < 20 ? depthOf(parent, seen + 1) + 1 : 0
    depths.set(ou.id, depth)
    return depth
  }
  const ous = Object.values(model.ous).map(ou => ({ ou, depth: depthOf(ou, 0) }))
  return [...ous.sort((a, b) => a.depth - b.depth).map(({ ou }) => ou), ...Object.values(model.accounts)]
})

/** AWS attaches it to everything, so drawing it would say nothing: frames show it as a chip. */
const isFullAccess = ({ account, purpose }: Policy) => account === 'aws' && purpose !== 'identity'

export const pieces = remembered((model: Model): readonly Piece[] => [
  ...Object.values(model.groups),
  ...Object.values(model.users),
  ...Object.values(model.roles),
  ...Object.values(model.externals),
  ...Object.values(model.policies).filter(policy => !isFullAccess(policy)),
  ...Object.values(model.resources),
])

/** Everything that has a place in the picture, frames before what they hold. */
export const drawnEntities = ({ model }: Pick<WorkspaceDocument, 'model'>): readonly Drawn[] => [
  ...frames(model),
  ...pieces(model),
]

/** The users drawn inside a group, in order, and those that are members but drawn elsewhere. */
export function peopleOf(document: Pick<WorkspaceDocument, 'model' | 'layout'>, group: Group) {
  const users = membersOf(document.model, group.id).flatMap(id => document.model.users[id] ?? [])
  return {
    members: users.filter(user => homeOf(document, user.id) === group.id),
    ghosts: users.filter(user => homeOf(document, user.id) !== group.id),
  }
}

export function sizeOf(document: WorkspaceDocument, entity: Entity): Size {
  switch (entity.kind) {
    case 'group': {
      if (isCollapsed(document, entity.id))
        return { width: groupSize(0, 0).width, height: groupMeasure.header }
      const { members, ghosts } = peopleOf(document, entity)
      return groupSize(members.length, ghosts.length)
    }
    case 'policy':
      return { width: policyMeasure.width, height: summarizePolicy(entity).height }
    case 'resource':
      return resourceSize(entity.parts.length)
    case 'account':
    case 'ou':
      return framesOf(document).get(entity.id) ?? card
    default:
      return card
  }
}

/** Whether an entity is inside a collapsed frame and so not drawn. */
export function isHidden(document: WorkspaceDocument, id: EntityId): boolean {
  const { collapsed } = document.layout
  if (!collapsed || collapsed.length === 0) return false
  return containersOf(document, id).some(container => collapsed.includes(container))
}
