import { boxGraph } from './boxes.ts'
import { components } from './components.ts'
import { freshLayout } from './fresh-layout.ts'
import type { Box, BoxGraph, Layout, LayoutInput, Point, Rect, Size } from './graph.ts'
import { insertBoxes } from './insert-boxes.ts'
import { placeMembers } from './place-members.ts'
import { bandGap, snapUp } from './spacing.ts'

/** So many newcomers without any link to what stands are laid out among themselves, not fitted in one by one. */
const manyNewcomers = 24

/**
 * Places every node without overlaps: principals, policies and resources in bands from left to right. Pinned nodes stay
 * exactly where they are and the others go into free space near what they are linked to. The same input always gives
 * the same layout.
 */
export function layoutGraph(input: LayoutInput): Layout {
  const pinned = finite(input.pinned ?? {})
  const folded = boxGraph(input)
  const inside = folded.boxes.map(box => placeMembers(box, pinned))
  const boxes = folded.boxes.map((box, index) => ({
    ...box,
    width: inside[index]!.size.width,
    height: inside[index]!.size.height,
  }))
  const graph: BoxGraph = { ...folded, boxes }
  const places = placeBoxes(graph, pinned)
  const positions: Record<string, Point> = {}
  const sizes: Record<string, Size> = {}
  boxes.forEach((box, index) => {
    positions[box.id] = places.get(box)!
    if (box.kind === 'group') sizes[box.id] = { width: box.width, height: box.height }
    for (const [id, at] of inside[index]!.positions) positions[id] = at
  })
  return { positions, sizes, bounds: boundsOf(places) }
}

/** A place that is no number pins nothing. */
function finite(pinned: NonNullable<LayoutInput['pinned']>): NonNullable<LayoutInput['pinned']> {
  return Object.fromEntries(
    Object.entries(pinned).filter(([, { x, y }]) => Number.isFinite(x) && Number.isFinite(y)),
  )
}

function placeBoxes(graph: BoxGraph, pinned: NonNullable<LayoutInput['pinned']>): ReadonlyMap<Box, Point> {
  const places = new Map<Box, Point>()
  for (const box of graph.boxes) {
    const at = pinned[box.id]
    if (at) places.set(box, at)
  }
  const parts = components(graph)
  if (places.size === 0) return freshLayout(graph, parts)
  const [known, strangers] = split(parts, part => part.some(box => places.has(graph.boxes[box]!)))
  if (strangers.reduce((sum, part) => sum + part.length, 0) > manyNewcomers) {
    insertBoxes(graph, places, known.flat())
    const { x, y, height } = boundsOf(places)
    const below = snapUp(y + height + bandGap)
    for (const [box, at] of freshLayout(graph, strangers)) places.set(box, { x: x + at.x, y: below + at.y })
    return places
  }
  insertBoxes(graph, places, [...known, ...strangers].flat())
  return places
}

function split<T>(all: readonly T[], first: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(one => first(one)), all.filter(one => !first(one))]
}

function boundsOf(places: ReadonlyMap<Box, Point>): Rect {
  if (places.size === 0) return { x: 0, y: 0, width: 0, height: 0 }
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const [box, { x, y }] of places) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + box.width)
    bottom = Math.max(bottom, y + box.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
