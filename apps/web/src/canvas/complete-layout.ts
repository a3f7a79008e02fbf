import type { UserId } from '@iam-canvas/core'
import { layoutGraph } from '../layout/layout-graph.ts'
import { homeOf, type Layout, type Point, type WorkspaceDocument } from '../workspace/document.ts'
import { isFramed } from './containment.ts'
import { drawnEntities, peopleOf } from './drawn.ts'
import { completeFrames } from './complete-frames.ts'
import { isMember, layoutInput } from './layout-input.ts'
import { memberPosition } from './sizes.ts'

/**
 * Gives a place to whatever has none, and moves nothing else. A user whose group has gone stays where it stood in it;
 * anything new is put into free space near what it is connected to. Where accounts are drawn, it goes into its own, and
 * frames that would overlap make way.
 */
export function completeLayout(document: WorkspaceDocument, before?: WorkspaceDocument): Layout {
  const layout = withoutGroup(document, before)
  if (isFramed(document.model)) return completeFrames({ ...document, layout }, before)
  const missing = drawnEntities(document).filter(({ id }) => !layout.positions[id] && !isMember(document, id))
  if (missing.length === 0) return layout
  const { positions } = layoutGraph({ ...layoutInput(document), pinned: layout.positions })
  const found: Readonly<Record<string, Point>> = positions
  const placed = missing.flatMap(({ id }) => {
    const place = found[id]
    return place ? [[id, place] as const] : []
  })
  return { ...layout, positions: { ...layout.positions, ...Object.fromEntries(placed) } }
}

/** Those that were drawn in a group and are not any more stand where they stood in it. */
function withoutGroup(document: WorkspaceDocument, before: WorkspaceDocument | undefined): Layout {
  const { layout } = document
  if (!before || before.model === document.model) return layout
  const left = Object.values(before.model.users).flatMap(({ id }) => {
    if (!document.model.users[id] || isMember(document, id) || !isMember(before, id)) return []
    // Placed in this very change: by hand.
    if (before.layout.positions[id] !== layout.positions[id]) return []
    const place = placeInGroup(before, id)
    return place ? [[id, place] as const] : []
  })
  if (left.length === 0) return layout
  return { ...layout, positions: { ...layout.positions, ...Object.fromEntries(left) } }
}

function placeInGroup(document: WorkspaceDocument, id: UserId): Point | undefined {
  const home = homeOf(document, id)
  const group = home && document.model.groups[home]
  if (!group) return undefined
  const corner = document.layout.positions[group.id] ?? { x: 0, y: 0 }
  const { members } = peopleOf(document, group)
  const inside = memberPosition(
    members.findIndex(member => member.id === id),
    members.length,
  )
  return { x: corner.x + inside.x, y: corner.y + inside.y }
}
