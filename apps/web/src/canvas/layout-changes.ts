import type { EntityId, GroupId, UserId } from '@iam-canvas/core'
import type { Layout, Point } from '../workspace/document.ts'

/** Positions are kept whole: half a pixel is nothing anyone placed. */
const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })

export function withPositions(layout: Layout, places: ReadonlyMap<string, Point>): Layout {
  const moved = Object.fromEntries([...places].map(([id, place]) => [id, rounded(place)]))
  return { ...layout, positions: { ...layout.positions, ...moved } }
}

/** The users among `ids` are from now on drawn in this group. */
export function homeChosen(layout: Layout, ids: readonly EntityId[], home: GroupId): Layout {
  const users = ids.filter((id): id is UserId => id.startsWith('user:'))
  return { ...layout, homes: { ...layout.homes, ...Object.fromEntries(users.map(id => [id, home])) } }
}
