import type { Box, LayoutInput, Point, Rect, Size } from './graph.ts'
import { cellOrigin, memberGrid, sizeHolding } from './member-grid.ts'

/** The members of one group, relative to it, and the size of the group that holds them. */
export interface PlacedMembers {
  readonly positions: ReadonlyMap<string, Point>
  readonly size: Size
}

const touch = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Puts members into the cells of the group's grid, in their order; pinned ones stay and their cells are passed over. */
export function placeMembers(box: Box, pinned: NonNullable<LayoutInput['pinned']>): PlacedMembers {
  if (box.members.length === 0) return { positions: new Map(), size: box }
  const { columns, cell } = memberGrid(box.members)
  const positions = new Map<string, Point>()
  const fixed: Rect[] = []
  for (const { id, width, height } of box.members) {
    const at = pinned[id]
    if (!at) continue
    positions.set(id, at)
    fixed.push({ ...at, width, height })
  }
  const inside = [...fixed]
  let index = 0
  for (const { id, width, height } of box.members) {
    if (positions.has(id)) continue
    let at = cellOrigin({ columns, cell }, index++)
    while (fixed.some(rect => touch(rect, { ...at, ...cell }))) at = cellOrigin({ columns, cell }, index++)
    positions.set(id, at)
    inside.push({ ...at, width, height })
  }
  return { positions, size: sizeHolding(inside, box) }
}
