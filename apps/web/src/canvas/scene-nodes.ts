import {
  type Account,
  type EntityId,
  type ExternalPrincipal,
  type Group,
  type Model,
  type OrganizationalUnit,
  type Policy,
  type Resource,
  type Role,
  type User,
  usesOf,
} from '@iam-canvas/core'
import { type Node, type NodeHandle, Position } from '@xyflow/react'
import type { Point, WorkspaceDocument } from '../workspace/document.ts'
import { containerOf, isCollapsed } from './containment.ts'
import { type Drawn, drawnEntities, type Frame, isHidden, peopleOf, sizeOf } from './drawn.ts'
import { controlsOn, holdsText } from './frame-words.ts'
import { framesOf } from './frames.ts'
import { nodeName } from './node-names.ts'
import { frame as frameMeasure, memberPosition, type Size } from './sizes.ts'

export type UserNode = Node<{ user: User; boundary: string | undefined }, 'user'>
export type RoleNode = Node<{ role: Role; boundary: string | undefined }, 'role'>
export type GroupNode = Node<
  { group: Group; members: number; ghosts: readonly User[]; collapsed: boolean },
  'frame'
>
export type PolicyNode = Node<{ policy: Policy; attached: boolean }, 'policy'>
export type ResourceNode = Node<{ resource: Resource; runsAs: string | undefined }, 'resource'>
export type ExternalNode = Node<{ external: ExternalPrincipal }, 'external'>
/** `controls` are the SCPs and RCPs on its title bar, `holds` what is in it. */
export type FrameData<E extends Frame> = {
  entity: E
  controls: readonly Policy[]
  holds: string
  empty: boolean
  collapsed: boolean
}
export type AccountNode = Node<FrameData<Account>, 'account'>
export type OuNode = Node<FrameData<OrganizationalUnit>, 'ou'>
export type SceneNode =
  | UserNode
  | RoleNode
  | GroupNode
  | PolicyNode
  | ResourceNode
  | ExternalNode
  | AccountNode
  | OuNode

/** Frames lie under lines, lines under cards: set here and nowhere else. */
export const depth = { frame: 0, line: 1, card: 2, dragged: 10 } as const

const handle = (type: 'source' | 'target', position: Position, { width, height }: Size): NodeHandle => ({
  id: position,
  type,
  position,
  x: position === Position.Right ? width : position === Position.Left ? 0 : width / 2,
  y: position === Position.Top ? 0 : position === Position.Bottom ? height : height / 2,
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

    const frames = framesOf(document)
    const members = new Map<EntityId, Point>()
    const nodes: SceneNode[] = []
    for (const entity of drawnEntities(document)) {
      if (isHidden(document, entity.id)) continue
      const size = sizeOf(document, entity)
      const parent = containerOf(document, entity)
      const corner = parent && frames.get(parent)
      const at = frames.get(entity.id) ?? document.layout.positions[entity.id] ?? origin
      const position = members.get(entity.id) ?? (corner ? { x: at.x - corner.x, y: at.y - corner.y } : at)
      const placed = { ...(parent && { parentId: parent }), position }
      const place = [entity, position.x, position.y, size.width, size.height, parent]
      if (entity.kind === 'account' || entity.kind === 'ou') {
        const data = frameData(document, entity, size)
        const key = [...place, data.holds, data.collapsed, data.empty, ...data.controls]
        nodes.push(keep(entity.id, key, () => frameNode(document, entity, size, placed, data)))
        continue
      }
      if (entity.kind === 'group') {
        const people = peopleOf(document, entity)
        people.members.forEach((user, index) =>
          members.set(user.id, memberPosition(index, people.members.length)),
        )
        const { ghosts } = people
        const ghostKey = ghosts.map(ghost => `${ghost.id} ${ghost.name}`).join()
        const collapsed = isCollapsed(document, entity.id)
        nodes.push(
          keep(entity.id, [...place, people.members.length, ghostKey, collapsed], () => ({
            ...common(document, entity, size),
            ...placed,
            zIndex: depth.frame,
            type: 'frame',
            data: { group: entity, members: people.members.length, ghosts, collapsed },
          })),
        )
        continue
      }
      const extra = extraOf(document, entity)
      nodes.push(
        keep(
          entity.id,
          [...place, extra],
          () =>
            ({
              ...common(document, entity, size),
              ...placed,
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

function frameData(document: WorkspaceDocument, entity: Frame, size: Size) {
  const { model } = document
  const collapsed = isCollapsed(document, entity.id)
  return {
    controls: controlsOn(model, entity),
    holds: holdsText(model, entity),
    // The least height is that of a frame with nothing in it.
    empty: !collapsed && size.height === frameMeasure.empty.height,
    collapsed,
  }
}

/** Lines arrive at the title bar; only a collapsed frame has lines of its own, those of what it hides. */
function frameNode(
  document: WorkspaceDocument,
  entity: Frame,
  size: Size,
  placed: { readonly position: Point; readonly parentId?: EntityId },
  data: ReturnType<typeof frameData>,
): AccountNode | OuNode {
  const bar = data.collapsed ? size : { ...size, height: frameMeasure.bar }
  const shared = {
    ...common(document, entity, size),
    ...placed,
    handles: [
      handle('source', Position.Right, bar),
      handle('target', Position.Left, bar),
      handle('target', Position.Top, bar),
    ],
    zIndex: depth.frame,
    // Inside a frame the marquee has to begin: only its bar and its border take the pointer.
    style: { pointerEvents: 'none' as const },
  }
  return entity.kind === 'account'
    ? { ...shared, type: 'account', data: { entity, ...data } }
    : { ...shared, type: 'ou', data: { entity, ...data } }
}

function common(document: WorkspaceDocument, entity: Drawn, size: Size) {
  return {
    id: entity.id,
    ...size,
    measured: size,
    handles: handlesOf(entity, size),
    ariaLabel: nodeName(document, entity),
    ariaRole: 'group' as const,
  }
}

function handlesOf(entity: Drawn, size: Size): NodeHandle[] {
  if (entity.kind === 'resource') return [handle('target', Position.Left, size)]
  if (entity.kind !== 'policy') return [handle('source', Position.Right, size)]
  return entity.purpose === 'identity'
    ? [handle('target', Position.Left, size)]
    : [handle('source', Position.Bottom, size)]
}

/** What a node shows beyond its own record: the name of the boundary or role, whether a policy is attached anywhere. */
function extraOf({ model }: WorkspaceDocument, entity: Drawn): string | undefined {
  switch (entity.kind) {
    case 'user':
    case 'role': {
      const boundary = entity.permissionsBoundary
      return boundary && (model.policies[boundary]?.name ?? boundary)
    }
    case 'policy':
      return isAttached(model, entity) ? 'attached' : undefined
    case 'resource':
      return entity.runsAs && (model.roles[entity.runsAs]?.name ?? entity.runsAs)
    default:
      return undefined
  }
}

function dataOf(entity: Exclude<Drawn, Group | Frame>, extra: string | undefined) {
  switch (entity.kind) {
    case 'user':
      return { user: entity, boundary: extra }
    case 'role':
      return { role: entity, boundary: extra }
    case 'policy':
      return { policy: entity, attached: extra !== undefined }
    case 'resource':
      return { resource: entity, runsAs: extra }
    case 'external':
      return { external: entity }
  }
}

function isAttached(model: Model, policy: Policy): boolean {
  const { attachedTo, boundaryOf, controls } = usesOf(model, policy.id)
  return attachedTo.length + boundaryOf.length + controls.length > 0
}
