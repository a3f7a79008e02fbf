/** What a layout is made from and what it gives. Everything is plain JSON, so that it can cross to a worker. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Point, Size {}

export type LayoutKind = 'user' | 'group' | 'role' | 'policy' | 'resource' | 'external'

/**
 * A node to place. `width` and `height` are in canvas pixels; for a group they are the least it may have. `parent`
 * names the group that a user is drawn in; a parent that is missing or not a group counts as none.
 */
export interface LayoutNode extends Size {
  readonly id: string
  readonly kind: LayoutKind
  readonly parent?: string
}

/** Direction does not matter here, and a link to a member counts for its group. */
export interface LayoutLink {
  readonly source: string
  readonly target: string
}

export interface LayoutInput {
  readonly nodes: readonly LayoutNode[]
  readonly links: readonly LayoutLink[]
  /** Nodes that keep their place, in the form of `Layout.positions`. */
  readonly pinned?: Readonly<Record<string, Point>>
}

export interface Layout {
  /** Top left corners: absolute for nodes on the canvas, relative to the group for its members. */
  readonly positions: Readonly<Record<string, Point>>
  /** The size of each group, grown to hold its members. */
  readonly sizes: Readonly<Record<string, Size>>
  /** What all nodes together cover; all zero when there are none. */
  readonly bounds: Rect
}

/** The three bands, left to right. */
export type Band = 0 | 1 | 2

export const bandOf: Readonly<Record<LayoutKind, Band>> = {
  group: 0,
  user: 0,
  role: 0,
  external: 0,
  policy: 1,
  resource: 2,
}

/** Whatever stands on the canvas itself: a group with its members, or a node without a parent. */
export interface Box extends Size {
  readonly id: string
  readonly kind: LayoutKind
  readonly band: Band
  readonly members: readonly LayoutNode[]
}

/** Boxes by index, and who is linked to whom: the neighbours of box `i` are `neighbour[start[i]]` to `start[i + 1]`. */
export interface BoxGraph {
  readonly boxes: readonly Box[]
  readonly start: Int32Array
  readonly neighbour: Int32Array
}

export function neighboursOf(graph: BoxGraph, box: number): Int32Array {
  return graph.neighbour.subarray(graph.start[box], graph.start[box + 1])
}
