import { type EntityId, entityById } from '@iam-canvas/core'
import { homeOf, type Point } from '../workspace/document.ts'
import type { NoteId } from '@iam-canvas/exchange'
import { commit } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { placedAt } from './frame-moves.ts'
import { framesOf } from './frames.ts'

/** Moves what is selected by arrow keys. A burst of presses is one undo step, and is saved like a drag. */
export function nudge(dx: number, dy: number) {
  const { document, selection } = useWorkspace.getState()
  if (selection.kind !== 'entities') return
  const places = new Map<EntityId | NoteId, Point>()
  for (const id of [...selection.ids, ...(selection.notes ?? [])]) {
    const entity = entityById(document.model, id)
    // A member stands where its group puts it.
    if (entity?.kind === 'user' && homeOf(document, entity.id)) continue
    const { x, y } = framesOf(document).get(id as EntityId) ?? document.layout.positions[id] ?? { x: 0, y: 0 }
    places.set(id, { x: x + dx, y: y + dy })
  }
  if (places.size === 0) return
  const [first] = places.keys()
  const name = (first && entityById(document.model, first)?.name) ?? 'Note'
  commit({
    layout: placedAt(document, places),
    label: places.size === 1 ? `${name} moved` : `${places.size} moved`,
    mergeKey: `nudge ${[...places.keys()].join(' ')}`,
  })
}
