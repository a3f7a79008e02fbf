import type { Decision } from '@iam-canvas/core'

/** What a drawn thing is; it decides shape and sign. A resource's sign follows its service. */
export type PictureKind =
  | 'user'
  | 'group'
  | 'role'
  | 'policy'
  | 'resource'
  | 'function'
  | 'external'
  | 'account'
  | 'ou'
  | 'note'
  /** A user who is a member here and is drawn in another group. */
  | 'ghost'

export interface PicturePoint {
  readonly x: number
  readonly y: number
}

export interface PictureNode extends PicturePoint {
  readonly kind: PictureKind
  readonly width: number
  readonly height: number
  readonly name: string
  /** The service of a resource: `s3`. */
  readonly service?: string
  /** What stands below the name, in order. */
  readonly rows: readonly PictureRow[]
  /** The name of the permissions boundary, drawn as a ceiling. */
  readonly ceiling?: string
  /** A word at the upper right: "AWS", "2 members". */
  readonly stamp?: string
  /** A word on the upper left edge: "not attached". */
  readonly tab?: string
}

export interface PictureRow {
  readonly text: string
  readonly effect?: 'Allow' | 'Deny'
  /** Written in a fixed pitch: an ARN, a path. */
  readonly code?: boolean
  /** How many lines of the node it takes; one unless said otherwise. */
  readonly lines?: number
}

/** Something configured: an attachment, a boundary, trust. `path` is SVG path data, from the holder. */
export interface PictureLink {
  readonly kind: string
  readonly path: string
  readonly from: PicturePoint
  readonly to: PicturePoint
  /** Arrives from the left; trust otherwise goes around its role and arrives from the right. */
  readonly across?: boolean
}

/** Something decided: what a principal may do on a resource. `path` and `head` are SVG path data. */
export interface PictureLine {
  readonly decision: Decision
  readonly path: string
  readonly head: string
  /** Where the sign stands. */
  readonly at: PicturePoint
  readonly from: PicturePoint
  readonly to: PicturePoint
  /** Absent where there is no room for words. */
  readonly label?: string
}

/**
 * A model laid out, as plain records: whoever knows sizes and places hands them in, and drawing needs no page. Frames
 * (groups, accounts, OUs) stand before what they hold.
 */
export interface Picture {
  readonly title: string
  readonly nodes: readonly PictureNode[]
  readonly links: readonly PictureLink[]
  readonly lines: readonly PictureLine[]
}

export const FRAMES: ReadonlySet<PictureKind> = new Set<PictureKind>(['group', 'account', 'ou'])
