import type { EntityId } from '@iam-canvas/core'
import type { Box } from './hit-test.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const ahead: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** How much a step aside counts against a step ahead. */
const aside = 2

/**
 * The neighbour that lies in a direction: joined by a line, and the nearest of those that lie rather ahead than aside.
 * Where none lies so, whichever is the least off the direction, as long as it is not behind.
 */
export function neighbourIn(
  direction: Direction,
  from: Box,
  neighbours: readonly Box[],
): EntityId | undefined {
  const [dx, dy] = ahead[direction]
  let best: { readonly id: EntityId; readonly cost: number } | undefined
  for (const box of neighbours) {
    if (box.id === from.id) continue
    const x = box.x + box.width / 2 - (from.x + from.width / 2)
    const y = box.y + box.height / 2 - (from.y + from.height / 2)
    const forward = x * dx + y * dy
    if (forward <= 0) continue
    const cost = forward + aside * Math.abs(x * dy + y * dx)
    if (!best || cost < best.cost) best = { id: box.id, cost }
  }
  return best?.id
}
