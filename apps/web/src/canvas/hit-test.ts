import type { EntityId } from '@iam-canvas/core'
import type { Point } from '../workspace/document.ts'
import type { SceneNode } from './scene-nodes.ts'

export interface Box extends Point {
  readonly id: EntityId
  readonly width: number
  readonly height: number
  readonly parent: EntityId | undefined
}

/** Every node's place on the canvas, members of a group included. */
export function boxesOf(nodes: readonly SceneNode[]): Box[] {
  const byId = new Map(nodes.map(node => [node.id, node]))
  return nodes.map(node => {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId)
    return {
      // A node's id is the id of the entity it draws.
      id: node.id as EntityId,
      x: node.position.x + (parent?.position.x ?? 0),
      y: node.position.y + (parent?.position.y ?? 0),
      width: node.width ?? 0,
      height: node.height ?? 0,
      parent: parent?.id as EntityId | undefined,
    }
  })
}

/** How far above a card its ceiling still takes a drop. */
export const ceilingReach = 14
const ceilingDepth = 10

export interface Hit {
  readonly id: EntityId
  /** On the strip at the head of a card, where a permissions boundary is set. */
  readonly ceiling: boolean
}

/** The innermost node under a point; what is being dragged, and what it carries along, does not count. */
export function hitAt(boxes: readonly Box[], point: Point, except: ReadonlySet<string>): Hit | undefined {
  let found: Box | undefined
  for (const box of boxes) {
    if (except.has(box.id) || (box.parent && except.has(box.parent))) continue
    const reach = hasCeiling(box) ? ceilingReach : 0
    const inside =
      point.x >= box.x &&
      point.x <= box.x + box.width &&
      point.y >= box.y - reach &&
      point.y <= box.y + box.height
    // Cards come after frames, and a member after its group, so the last one found is the innermost.
    if (inside && (!found || box.parent || !isFrame(box) || isFrame(found))) found = box
  }
  return found && { id: found.id, ceiling: hasCeiling(found) && point.y <= found.y + ceilingDepth }
}

const isFrame = ({ id }: Box) => id.startsWith('group:')
const hasCeiling = ({ id }: Box) => id.startsWith('user:') || id.startsWith('role:')

export function boundsOf(boxes: readonly Box[]) {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map(box => box.x + box.width)) - x,
    height: Math.max(...boxes.map(box => box.y + box.height)) - y,
  }
}
