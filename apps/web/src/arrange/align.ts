import type { EntityId } from '@iam-canvas/core'
import type { NoteId } from '@iam-canvas/exchange'
import type { Point } from '../workspace/document.ts'

export interface Placed extends Point {
  readonly id: EntityId | NoteId
  readonly width: number
  readonly height: number
}

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'
export type Axis = 'horizontally' | 'vertically'

/** New places for those that have to move so that all stand on one line; the outermost of them says where. */
export function aligned(boxes: readonly Placed[], edge: Edge): ReadonlyMap<Placed['id'], Point> {
  const left = Math.min(...boxes.map(box => box.x))
  const right = Math.max(...boxes.map(box => box.x + box.width))
  const top = Math.min(...boxes.map(box => box.y))
  const bottom = Math.max(...boxes.map(box => box.y + box.height))
  // The largest is rounded, and the others follow it: what stands aligned then stays where it is.
  const widest = Math.max(...boxes.map(box => box.width))
  const highest = Math.max(...boxes.map(box => box.height))
  const middle = (start: number, end: number, largest: number, size: number) =>
    Math.round((start + end - largest) / 2) + Math.round((largest - size) / 2)
  const place = (box: Placed): Point => {
    switch (edge) {
      case 'left':
        return { x: left, y: box.y }
      case 'centre':
        return { x: middle(left, right, widest, box.width), y: box.y }
      case 'right':
        return { x: right - box.width, y: box.y }
      case 'top':
        return { x: box.x, y: top }
      case 'middle':
        return { x: box.x, y: middle(top, bottom, highest, box.height) }
      case 'bottom':
        return { x: box.x, y: bottom - box.height }
    }
  }
  return moved(boxes, place)
}

/**
 * New places so that the gaps between neighbours are equal; the first and the last stay. Where they do not fit between
 * those two, they overlap evenly.
 */
export function distributed(boxes: readonly Placed[], axis: Axis): ReadonlyMap<Placed['id'], Point> {
  if (boxes.length < 3) return new Map()
  const at = axis === 'horizontally' ? 'x' : 'y'
  const extent = axis === 'horizontally' ? 'width' : 'height'
  const inOrder = boxes.toSorted((a, b) => a[at] + a[extent] / 2 - (b[at] + b[extent] / 2))
  const first = inOrder[0]!
  const last = inOrder.at(-1)!
  const taken = inOrder.reduce((sum, box) => sum + box[extent], 0)
  const gap = (last[at] + last[extent] - first[at] - taken) / (inOrder.length - 1)
  const places = new Map<string, number>()
  let next = first[at]
  for (const box of inOrder) {
    places.set(box.id, Math.round(next))
    next += box[extent] + gap
  }
  return moved(boxes, box => ({ x: box.x, y: box.y, [at]: places.get(box.id) ?? box[at] }))
}

function moved(boxes: readonly Placed[], place: (box: Placed) => Point): ReadonlyMap<Placed['id'], Point> {
  const places = new Map<Placed['id'], Point>()
  for (const box of boxes) {
    const to = place(box)
    if (to.x !== box.x || to.y !== box.y) places.set(box.id, to)
  }
  return places
}
