import type { NodeChange, NodePositionChange } from '@xyflow/react'
import { create } from 'zustand'
import { boundsOf, type Box, boxesOf } from '../canvas/hit-test.ts'
import type { Point } from '../workspace/document.ts'
import { useDrag } from '../canvas/drag-state.ts'
import type { CanvasNode } from '../canvas/use-scene.ts'
import { type Guide, noSnap, type Rect, type Snap, snapTo } from './snap.ts'

/** Pixels of the screen within which an edge is meant. */
const reach = 6

/** What stands in line while something is dragged; apart from the nodes, so that none of them is drawn for it. */
export const useGuides = create<{ readonly guides: readonly Guide[] }>()(() => ({ guides: [] }))

let stage: Stage | undefined
let latest: Snap = noSnap

/** How far what is dragged stands from the pointer's own place, so that it is dropped where it is seen. */
export const snappedBy = () => latest.by

/** Lets what is dragged snap to what stands: gives the same moves, each by as much. */
export function snapped(
  nodes: readonly CanvasNode[],
  moves: readonly NodeChange<CanvasNode>[],
  zoom: number,
): readonly NodeChange<CanvasNode>[] {
  const moving = moves.filter(
    (move): move is NodePositionChange & { position: Point } =>
      move.type === 'position' && move.position !== undefined,
  )
  const ids = new Set(moving.map(({ id }) => id))
  const stage = stageFor(nodes, ids)
  const [first] = moving
  // Over something that takes the drop, the place does not matter.
  if (!first || !stage.whole || useDrag.getState().verdict) {
    show(noSnap)
    return moves
  }
  // All of them move by as much, so the first one tells where all are.
  const from = stage.places.get(first.id) ?? first.position
  const { x, y, width, height } = stage.whole
  const at = { x: x + first.position.x - from.x, y: y + first.position.y - from.y, width, height }
  show(snapTo(at, stage.others, reach / zoom))
  const { by } = latest
  if (by.x === 0 && by.y === 0) return moves
  return moves.map(move =>
    move.type === 'position' && move.position
      ? { ...move, position: { x: move.position.x + by.x, y: move.position.y + by.y } }
      : move,
  )
}

/** The drag is over. */
export function stopSnapping() {
  stage = undefined
  show(noSnap)
}

function show(snap: Snap) {
  latest = snap
  const { guides } = useGuides.getState()
  if (guides.length > 0 || snap.guides.length > 0) useGuides.setState({ guides: snap.guides })
}

interface Stage {
  readonly ids: string
  /** Where the dragged ones began, within what they stand in. */
  readonly places: ReadonlyMap<string, Point>
  /** The rectangle of all of them at the beginning; absent where a member is among them, whose group places it. */
  readonly whole: Rect | undefined
  readonly others: readonly Rect[]
}

/** What stands does not move during a drag, so it is gathered once. */
function stageFor(nodes: readonly CanvasNode[], moving: ReadonlySet<string>): Stage {
  const ids = [...moving].join(' ')
  if (stage?.ids === ids) return stage
  const boxes = boxesOf(nodes)
  const carried = new Set<string>(moving)
  for (const { id, parent } of boxes) if (parent && carried.has(parent)) carried.add(id)
  const dragged = boxes.filter(({ id }) => moving.has(id))
  const isMember = (box: Box) => box.parent?.startsWith('group:') ?? false
  stage = {
    ids,
    places: new Map(nodes.filter(({ id }) => moving.has(id)).map(({ id, position }) => [id, position])),
    whole: dragged.length === 0 || dragged.some(isMember) ? undefined : boundsOf(dragged),
    // A frame is as large as what it holds, so nothing is set against it.
    others: boxes.filter(box => !carried.has(box.id) && !isMember(box) && !/^(?:account|ou):/.test(box.id)),
  }
  return stage
}
