import type { EntityId } from '@iam-canvas/core'
import type { Point } from '../workspace/document.ts'
import type { SceneNode } from './scene-nodes.ts'
import { frame } from './sizes.ts'

export interface Box extends Point {
  readonly id: EntityId
  readonly width: number
  readonly height: number
  readonly parent: EntityId | undefined
}

type Boxed = Pick<SceneNode, 'id' | 'position' | 'parentId' | 'width' | 'height'>

/** Every node's place on the canvas, whatever it stands in. */
export function boxesOf(nodes: readonly Boxed[]): Box[] {
  const byId = new Map<string, Box>()
  return nodes.map(node => {
    // Parents come before what they hold.
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId)
    const box: Box = {
      // A node's id is the id of the entity it draws.
      id: node.id as EntityId,
      x: node.position.x + (parent?.x ?? 0),
      y: node.position.y + (parent?.y ?? 0),
      width: node.width ?? 0,
      height: node.height ?? 0,
      parent: parent?.id,
    }
    byId.set(node.id, box)
    return box
  })
}

/** How far above a card its ceiling still takes a drop. */
export const ceilingReach = 14
const ceilingDepth = 10

export interface Hit {
  readonly id: EntityId
  /** On the strip at the head of a card, where a permissions boundary is set. */
  readonly ceiling: boolean
  /** Below the title bar of an account or OU, where other things stand. */
  readonly body: boolean
}

/** The innermost node under a point; what is being dragged, and what it carries along, does not count. */
export function hitAt(boxes: readonly Box[], point: Point, except: ReadonlySet<string>): Hit | undefined {
  let found: Box | undefined
  const carried = new Set(except)
  for (const box of boxes) {
    if (box.parent && carried.has(box.parent)) carried.add(box.id)
    if (carried.has(box.id)) continue
    const reach = hasCeiling(box) ? ceilingReach : 0
    const inside =
      point.x >= box.x &&
      point.x <= box.x + box.width &&
      point.y >= box.y - reach &&
      point.y <= box.y + box.height
    // Cards come after frames, and whatever stands in a frame after it, so the last one found is the innermost.
    if (inside) found = box
  }
  return (
    found && {
      id: found.id,
      ceiling: hasCeiling(found) && point.y <= found.y + ceilingDepth,
      body: isFrame(found) && point.y > found.y + frame.bar,
    }
  )
}

const isFrame = ({ id }: Box) => id.startsWith('account:') || id.startsWith('ou:')
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
