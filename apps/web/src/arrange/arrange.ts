import { type EntityId, entityById } from '@iam-canvas/core'
import { shownBoxes } from '../canvas/canvas-view.ts'
import { placedAt } from '../canvas/frame-moves.ts'
import type { NoteId } from '@iam-canvas/exchange'
import { useMessages } from '../ui/messages.ts'
import type { Point } from '../workspace/document.ts'
import { commit } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { aligned, type Axis, distributed, type Edge, type Placed } from './align.ts'

/** Those of the selection that have a place of their own: a member stands where its group puts it. */
export function freeBoxes(): readonly Placed[] {
  const { selection } = useWorkspace.getState()
  if (selection.kind !== 'entities') return []
  const chosen = new Set<string>([...selection.ids, ...(selection.notes ?? [])])
  return shownBoxes().filter(box => chosen.has(box.id) && !box.parent?.startsWith('group:'))
}

export const align = (edge: Edge) => arrange(aligned(freeBoxes(), edge), `aligned ${alignedTo[edge]}`)

export const distribute = (axis: Axis) => arrange(distributed(freeBoxes(), axis), `distributed ${axis}`)

const alignedTo: Readonly<Record<Edge, string>> = {
  left: 'to the left',
  centre: 'to the centre',
  right: 'to the right',
  top: 'to the top',
  middle: 'to the middle',
  bottom: 'to the bottom',
}

/** Moves them as one undo step. */
function arrange(places: ReadonlyMap<EntityId | NoteId, Point>, done: string) {
  if (places.size === 0) {
    useMessages.getState().say('Nothing has to move')
    return
  }
  const { document } = useWorkspace.getState()
  const [first] = places.keys()
  const name = (first && entityById(document.model, first)?.name) ?? 'Note'
  const label = `${places.size === 1 ? name : `${places.size} things`} ${done}`
  commit({ layout: placedAt(document, places), label })
  useMessages.getState().say(label)
}
