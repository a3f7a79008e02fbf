import type { LayoutNode, Point, Rect, Size } from './graph.ts'
import { group, snapUp } from './spacing.ts'

/** Equal cells, so that the size of a group does not depend on the order of its members. */
export interface MemberGrid {
  readonly columns: number
  readonly cell: Size
  readonly size: Size
}

/** A few members stand in one column; many in a grid somewhat wider than high. */
export function memberGrid(members: readonly Size[]): MemberGrid {
  const width = snapUp(Math.max(...members.map(member => member.width)))
  const height = snapUp(Math.max(...members.map(member => member.height)))
  const count = members.length
  const shape = (height + group.memberGap) / (width + group.memberGap)
  const columns = count <= 4 ? 1 : Math.min(count, Math.max(1, Math.round(Math.sqrt(count * shape * 1.2))))
  const rows = Math.ceil(count / columns)
  return {
    columns,
    cell: { width, height },
    size: {
      width: 2 * group.padding + columns * width + (columns - 1) * group.memberGap,
      height: group.header + rows * height + (rows - 1) * group.memberGap + group.padding,
    },
  }
}

/** Where the cell stands in its group. */
export function cellOrigin({ columns, cell }: Pick<MemberGrid, 'columns' | 'cell'>, index: number): Point {
  return {
    x: group.padding + (index % columns) * (cell.width + group.memberGap),
    y: group.header + Math.floor(index / columns) * (cell.height + group.memberGap),
  }
}

/** The size of a group that holds these rectangles, given relative to it, and is no smaller than `least`. */
export function sizeHolding(inside: readonly Rect[], least: Size): Size {
  let { width, height } = least
  for (const rect of inside) {
    width = Math.max(width, snapUp(rect.x + rect.width + group.padding))
    height = Math.max(height, snapUp(rect.y + rect.height + group.padding))
  }
  return { width, height }
}

/** A group as a box: the least size it may have, or what its members need. */
export function groupSize(least: Size, members: readonly LayoutNode[]): Size {
  if (members.length === 0) return { width: least.width, height: least.height }
  const needed = memberGrid(members).size
  return { width: Math.max(least.width, needed.width), height: Math.max(least.height, needed.height) }
}
