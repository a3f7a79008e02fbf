import type { EntityId, GroupId, Model, UserId } from '@iam-canvas/core'
import { nothingPinned, type Pins } from './asked-context.ts'
import type { CanvasNote, NoteId } from '@iam-canvas/exchange'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where things stand. A user drawn inside a group has no position of its own: the group lays out its members. */
export interface Layout {
  readonly positions: Readonly<Record<EntityId | NoteId, Point>>
  /** The group that a user of several groups is drawn in; the others show a ghost. */
  readonly homes: Readonly<Record<UserId, GroupId>>
  /** Notes by their id; where they stand is among the positions. */
  readonly notes?: Readonly<Record<NoteId, CanvasNote>>
  /** Groups, accounts and OUs of which only the title bar is drawn. */
  readonly collapsed?: readonly EntityId[]
}

/**
 * What is saved: the account, the picture, the texts still being typed, and the request that is asked about. All but
 * the request is undone: that is a question and changes nothing. A draft is kept beside the
 * model because a half-typed policy is not yet what its writer means: the model holds the last complete text.
 */
export interface WorkspaceDocument {
  readonly model: Model
  readonly layout: Layout
  readonly drafts: Readonly<Record<string, string>>
  readonly request?: Pins
}

export const pinsOf = ({ request }: WorkspaceDocument): Pins => request ?? nothingPinned

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
