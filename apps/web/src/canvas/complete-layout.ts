import type { EntityId, UserId } from '@iam-canvas/core'
import { layoutGraph } from '../layout/layout-graph.ts'
import { homeOf, type Layout, type Point, type WorkspaceDocument } from '../workspace/document.ts'
import { layoutInput } from './layout-input.ts'
import { drawnEntities, peopleOf } from './scene-nodes.ts'
import { memberPosition } from './sizes.ts'

/**
 * Gives a place to whatever has none, and moves nothing else. A user whose group has gone stays where it stood in it;
 * anything new is put into free space near what it is connected to.
 */
export function completeLayout(document: WorkspaceDocument, before?: WorkspaceDocument): Layout {
  const { layout } = document
  const missing = drawnEntities(document).filter(
    ({ id }) =>
      (!layout.positions[id] || hasLostItsGroup(document, before, id)) &&
      !(id.startsWith('user:') && homeOf(document, id as UserId)),
  )
  if (missing.length === 0) return layout
  const kept: Record<EntityId, Point> = { ...layout.positions }
  for (const { id } of missing) {
    const place = before && placeInGroup(before, id)
    if (place) kept[id] = place
  }
  const unknown = missing.some(({ id }) => !kept[id])
  const positions: Readonly<Record<string, Point>> = unknown
    ? layoutGraph({ ...layoutInput(document), pinned: kept }).positions
    : kept
  const placed = missing.flatMap(({ id }) => {
    const place = kept[id] ?? positions[id]
    return place ? [[id, place] as const] : []
  })
  return { ...layout, positions: { ...layout.positions, ...Object.fromEntries(placed) } }
}

/** The position that a member had before it joined a group says nothing about where it stands now. */
function hasLostItsGroup(
  document: WorkspaceDocument,
  before: WorkspaceDocument | undefined,
  id: EntityId,
): boolean {
  if (!before || !id.startsWith('user:') || !homeOf(before, id as UserId)) return false
  return before.layout.positions[id] === document.layout.positions[id]
}

function placeInGroup(document: WorkspaceDocument, id: EntityId): Point | undefined {
  const user = document.model.users[id as UserId]
  const home = user && homeOf(document, user.id)
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
