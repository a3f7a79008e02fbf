import type { EntityId } from '@iam-canvas/core'
import { isNoteId, type NoteId } from '@iam-canvas/exchange'
import type { Layout, Point, WorkspaceDocument } from '../workspace/document.ts'
import { containersOf } from './containment.ts'
import { frames, pieces } from './drawn.ts'
import { framesOf } from './frames.ts'
import { isMember } from './layout-input.ts'

export type Shifts = ReadonlyMap<EntityId, Point>

/** The layout with these moved by so much: a frame takes everything along that is in it. */
export function shifted(document: WorkspaceDocument, shifts: Shifts): Layout {
  const { layout, model } = document
  const positions: Record<string, Point> = { ...layout.positions }
  for (const { id } of [...frames(model), ...pieces(model)]) {
    const at = layout.positions[id]
    if (!at || isMember(document, id)) continue
    let [x, y] = [at.x, at.y]
    for (const moved of [id, ...containersOf(document, id)]) {
      const by = shifts.get(moved)
      if (by) [x, y] = [x + by.x, y + by.y]
    }
    if (x !== at.x || y !== at.y) positions[id] = { x: Math.round(x), y: Math.round(y) }
  }
  return { ...layout, positions }
}

/** The layout with these, frames or not, moved so that their corners are there. */
export function placedAt(document: WorkspaceDocument, places: ReadonlyMap<EntityId | NoteId, Point>): Layout {
  const found = framesOf(document)
  const shifts = new Map<EntityId, Point>()
  const fresh: [EntityId | NoteId, Point][] = []
  for (const [id, to] of places) {
    if (isNoteId(id)) {
      fresh.push([id, { x: Math.round(to.x), y: Math.round(to.y) }])
      continue
    }
    const from = found.get(id) ?? document.layout.positions[id]
    if (from) shifts.set(id, { x: to.x - from.x, y: to.y - from.y })
    // An empty or collapsed frame is placed by its own corner; for the others it does not count.
    if (!from || !document.layout.positions[id])
      fresh.push([id, { x: Math.round(to.x), y: Math.round(to.y) }])
  }
  const layout = shifted(document, shifts)
  return { ...layout, positions: { ...layout.positions, ...Object.fromEntries(fresh) } }
}
