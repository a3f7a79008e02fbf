import {
  type Entity,
  type EntityId,
  type ExternalPrincipal,
  type Group,
  membersOf,
  type Policy,
  type Resource,
  type Role,
  type User,
  usesOf,
} from '@iam-canvas/core'
import { type Node, type NodeHandle, Position } from '@xyflow/react'
import { homeOf, type Point, type WorkspaceDocument } from '../workspace/document.ts'
import { nodeName } from './node-names.ts'
import { summarizePolicy } from './policy-sentences.ts'
import { card, groupSize, memberPosition, policy as policyMeasure, resourceSize, type Size } from './sizes.ts'

export type UserNode = Node<{ user: User; boundary: string | undefined }, 'user'>
export type RoleNode = Node<{ role: Role; boundary: string | undefined }, 'role'>
export type GroupNode = Node<{ group: Group; members: number; ghosts: readonly User[] }, 'frame'>
export type PolicyNode = Node<{ policy: Policy; attached: boolean }, 'policy'>
export type ResourceNode = Node<{ resource: Resource }, 'resource'>
export type ExternalNode = Node<{ external: ExternalPrincipal }, 'external'>
export type SceneNode = UserNode | RoleNode | GroupNode | PolicyNode | ResourceNode | ExternalNode

/** Frames lie under lines, lines under cards: set here and nowhere else. */
export const depth = { frame: 0, line: 1, card: 2, dragged: 10 } as const

type Drawn = User | Role | Group | Policy | Resource | ExternalPrincipal

export const drawnEntities = ({ model }: WorkspaceDocument): readonly Drawn[] => [
  ...Object.values(model.groups),
  ...Object.values(model.users),
  ...Object.values(model.roles),
  ...Object.values(model.externals),
  ...Object.values(model.policies).filter(policy => policy.purpose === 'identity'),
  ...Object.values(model.resources),
]

/** The users drawn inside a group, in order, and those that are members but drawn elsewhere. */
export function peopleOf(document: WorkspaceDocument, group: Group) {
  const users = membersOf(document.model, group.id).flatMap(id => document.model.users[id] ?? [])
  return {
    members: users.filter(user => homeOf(document, user.id) === group.id),
    ghosts: users.filter(user => homeOf(document, user.id) !== group.id),
  }
}

export function sizeOf(document: WorkspaceDocument, entity: Entity): Size {
  switch (entity.kind) {
    case 'group': {
      const { members, ghosts } = peopleOf(document, entity)
      return groupSize(members.length, ghosts.length)
    }
    case 'policy':
      return { width: policyMeasure.width, height: summarizePolicy(entity).height }
    case 'resource':
      return resourceSize(entity.parts.length)
    default:
      return card
  }
}

const handle = (type: 'source' | 'target', position: Position, { width, height }: Size): NodeHandle => ({
  id: position,
  type,
  position,
  x: position === Position.Right ? width : 0,
  y: height / 2,
  width: 1,
  height: 1,
})

interface Remembered {
  readonly key: readonly unknown[]
  readonly node: SceneNode
}

/**
 * The nodes of a document, parents before children. A node whose entity, place and surroundings are the same as the
 * last time is the same object, so that React Flow and React leave it alone.
 */
export function createSceneNodes() {
  let remembered = new Map<string, Remembered>()
  let last: (Pick<WorkspaceDocument, 'model' | 'layout'> & { readonly nodes: SceneNode[] }) | undefined

  return (document: WorkspaceDocument): SceneNode[] => {
    // A draft or another request draws no node otherwise.
    if (last?.model === document.model && last.layout === document.layout) return last.nodes
    const next = new Map<string, Remembered>()
    const keep = (id: string, key: readonly unknown[], make: () => SceneNode) => {
      const known = remembered.get(id)
      const same = known?.key.length === key.length && key.every((part, index) => part === known.key[index])
      const entry = same ? known : { key, node: make() }
      next.set(id, entry)
      return entry.node
    }

    const nodes: SceneNode[] = []
    const inside = new Map<EntityId, { readonly parent: EntityId; readonly position: Point }>()
    for (const entity of drawnEntities(document)) {
      const size = sizeOf(document, entity)
      if (entity.kind === 'group') {
        const { members, ghosts } = peopleOf(document, entity)
        members.forEach((user, index) =>
          inside.set(user.id, { parent: entity.id, position: memberPosition(index, members.length) }),
        )
        const position = document.layout.positions[entity.id] ?? origin
        const ghostKey = ghosts.map(ghost => `${ghost.id} ${ghost.name}`).join()
        const key = [entity, position.x, position.y, size.width, size.height, members.length, ghostKey]
        nodes.push(
          keep(entity.id, key, () => ({
            ...common(document, entity, size),
            position,
            zIndex: depth.frame,
            type: 'frame',
            data: { group: entity, members: members.length, ghosts },
          })),
        )
        continue
      }
      const placed = inside.get(entity.id)
      const position = placed?.position ?? document.layout.positions[entity.id] ?? origin
      const extra = extraOf(document, entity)
      const key = [entity, position.x, position.y, placed?.parent, extra, size.height]
      nodes.push(
        keep(
          entity.id,
          key,
          () =>
            ({
              ...common(document, entity, size),
              position,
              ...(placed && { parentId: placed.parent }),
              zIndex: depth.card,
              type: entity.kind,
              data: dataOf(entity, extra),
              // `type` and `data` are made for the same kind just above, which the spread cannot show.
            }) as SceneNode,
        ),
      )
    }
    remembered = next
    last = { model: document.model, layout: document.layout, nodes }
    return nodes
  }
}

const origin: Point = { x: 0, y: 0 }

function common(document: WorkspaceDocument, entity: Drawn, size: Size) {
  const handles =
    entity.kind === 'policy' || entity.kind === 'resource'
      ? [handle('target', Position.Left, size)]
      : [handle('source', Position.Right, size)]
  return {
    id: entity.id,
    ...size,
    measured: size,
    handles,
    ariaLabel: nodeName(document, entity),
    ariaRole: 'group' as const,
  }
}

/** What a node shows beyond its own record: the name of the boundary, whether a policy is attached anywhere. */
function extraOf({ model }: WorkspaceDocument, entity: Drawn): string | undefined {
  if (entity.kind === 'user' || entity.kind === 'role') {
    const boundary = entity.permissionsBoundary
    return boundary && (model.policies[boundary]?.name ?? boundary)
  }
  if (entity.kind === 'policy') return isAttached(model, entity) ? 'attached' : undefined
  return undefined
}

function dataOf(entity: Exclude<Drawn, Group>, extra: string | undefined) {
  switch (entity.kind) {
    case 'user':
      return { user: entity, boundary: extra }
    case 'role':
      return { role: entity, boundary: extra }
    case 'policy':
      return { policy: entity, attached: extra !== undefined }
    case 'resource':
      return { resource: entity }
    case 'external':
      return { external: entity }
  }
}

function isAttached(model: WorkspaceDocument['model'], policy: Policy): boolean {
  const { attachedTo, boundaryOf } = usesOf(model, policy.id)
  return attachedTo.length + boundaryOf.length > 0
}
