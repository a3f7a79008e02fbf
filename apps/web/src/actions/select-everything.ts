import { drawnEntities } from '../canvas/drawn.ts'
import type { NoteId } from '@iam-canvas/exchange'
import { useMessages } from '../ui/messages.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'

export function selectEverything() {
  const { document } = useWorkspace.getState()
  const ids = drawnEntities(document).map(({ id }) => id)
  const notes = Object.keys(document.layout.notes ?? {}) as NoteId[]
  if (ids.length + notes.length === 0) return
  select({ kind: 'entities', ids, ...(notes.length > 0 && { notes }) })
  useMessages.getState().say(`${ids.length + notes.length} selected`)
}
