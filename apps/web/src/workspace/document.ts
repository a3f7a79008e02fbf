import type { EntityId, GroupId, Model, UserId } from '@iam-canvas/core'

export interface Point {
  readonly x: number
  readonly y: number
}

export type NoteId = `note:${string}`

export const noteColours = ['yellow', 'blue', 'green', 'rose'] as const

/** Something written on the canvas beside the model. */
export interface Note {
  readonly id: NoteId
  readonly text: string
  readonly colour: (typeof noteColours)[number]
  readonly width: number
  readonly height: number
}

/** Where things stand. A user drawn inside a group has no position of its own: the group lays out its members. */
export interface Layout {
  readonly positions: Readonly<Record<EntityId | NoteId, Point>>
  /** The group that a user of several groups is drawn in; the others show a ghost. */
  readonly homes: Readonly<Record<UserId, GroupId>>
  /** Notes by their id; where they stand is among the positions. */
  readonly notes?: Readonly<Record<NoteId, Note>>
}

/**
 * What is saved and undone: the account, the picture, and the texts still being typed. A draft is kept beside the
 * model because a half-typed policy is not yet what its writer means: the model holds the last complete text.
 */
export interface WorkspaceDocument {
  readonly model: Model
  readonly layout: Layout
  readonly drafts: Readonly<Record<string, string>>
}

export const emptyLayout: Layout = { positions: {}, homes: {} }

/** The group a user is drawn in, if any. */
export function homeOf(
  document: Pick<WorkspaceDocument, 'model' | 'layout'>,
  user: UserId,
): GroupId | undefined {
  const groups = document.model.users[user]?.groups ?? []
  const chosen = document.layout.homes[user]
  return chosen && groups.includes(chosen) ? chosen : groups[0]
}
