import type { NoteId } from '@iam-canvas/exchange'
import { containerOf } from '../canvas/containment.ts'
import { drawnEntities, isHidden } from '../canvas/drawn.ts'
import { useMessages } from '../ui/messages.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'

/** Frames follow from what is in them; only an empty or collapsed one has to be picked by itself. */
export function selectEverything() {
  const { document } = useWorkspace.getState()
  const shown = drawnEntities(document).filter(({ id }) => !isHidden(document, id))
  const containers = new Set(shown.map(entity => containerOf(document, entity)))
  const ids = shown.flatMap(({ id }) => (/^(?:account|ou):/.test(id) && containers.has(id) ? [] : [id]))
  const notes = Object.keys(document.layout.notes ?? {}) as NoteId[]
  if (ids.length + notes.length === 0) return
  select({ kind: 'entities', ids, ...(notes.length > 0 && { notes }) })
  useMessages.getState().say(`${ids.length + notes.length} selected`)
}
