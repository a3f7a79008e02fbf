import type { EntityId } from '@iam-canvas/core'
import { bringIntoView, focusNode } from '../canvas/canvas-view.ts'
import { isNoteId } from '@iam-canvas/exchange'
import type { NoteId } from '@iam-canvas/exchange'
import { select } from '../workspace/workspace.ts'

/** Selects it, brings it into view, and lets the keys go on from there. */
export function jumpTo(id: EntityId | NoteId) {
  select(isNoteId(id) ? { kind: 'entities', ids: [], notes: [id] } : { kind: 'entities', ids: [id] })
  bringIntoView(id)
  // A node that was out of view is mounted only after the view has moved.
  setTimeout(() => focusNode(id), 200)
}
