import { alignColumn } from './align.ts'
import { chooseColumns, type PlacedBand, type Stack, stack } from './columns.ts'
import { type Band, type Box, type BoxGraph, neighboursOf, type Point } from './graph.ts'
import { orderPart } from './ordering.ts'
import { bandGap, looseGap, rowGap, snap, snapUp } from './spacing.ts'

const bands: readonly Band[] = [0, 1, 2]
const rank = { group: 0, user: 1, role: 2, external: 3, policy: 0, resource: 0 }

/** The parts below each other: linked ones in their own order, then the boxes that stand alone, by kind. */
function stacksOf(
  graph: BoxGraph,
  parts: readonly (readonly number[])[],
): readonly (Stack & { order: number[] })[] {
  const order: [number[], number[], number[]] = [[], [], []]
  const alone: [number[], number[], number[]] = [[], [], []]
  const place = new Float64Array(graph.boxes.length)
  for (const part of parts) {
    if (part.length === 1) alone[graph.boxes[part[0]!]!.band].push(part[0]!)
    else {
      const ordered = orderPart(graph, part, place)
      for (const band of bands) for (const box of ordered[band]) order[band].push(box)
    }
  }
  return bands.map(band => {
    const last = alone[band].sort((a, b) => rank[graph.boxes[a]!.kind] - rank[graph.boxes[b]!.kind] || a - b)
    const all = [...order[band], ...last]
    const loose = band === 1 && order[band].length > 0 ? order[band].length : all.length
    return { band, order: all, boxes: all.map(box => graph.boxes[box]!), loose }
  })
}

/** Moves the boxes of bands with one column to the height of what they are linked to; the tallest band stays. */
function alignBands(
  graph: BoxGraph,
  stacks: readonly (Stack & { order: number[] })[],
  placed: readonly PlacedBand[],
) {
  const tallest = Math.max(...placed.map(band => band.height))
  const anchor = placed.findIndex(band => band.height === tallest)
  const top = new Float64Array(graph.boxes.length)
  const settled = new Set<Band>()
  stacks.forEach(({ band, order }, index) => {
    const { placed: rects, height, columns } = placed[index]!
    const shift = snap((tallest - height) / 2)
    order.forEach((box, at) => {
      top[box] = rects[at]!.at.y + shift
    })
    if (index === anchor || columns > 1) settled.add(band)
  })
  const movable = ([1, 0, 2] as const).filter(band => !settled.has(band))
  for (let round = 0; round < 2; round++) {
    for (const band of movable) {
      const { order, loose } = stacks[band]!
      const tops = alignColumn(
        order.map((box, index) => {
          const { height } = graph.boxes[box]!
          let sum = 0
          let weight = 0
          for (const next of neighboursOf(graph, box)) {
            const other = graph.boxes[next]!
            if (other.band === band || !settled.has(other.band)) continue
            sum += top[next]! + (other.height - height) / 2
            weight++
          }
          const gap = index + 1 === loose ? looseGap : rowGap.wide
          const step = snapUp(height) + gap
          return weight > 0 ? { top: sum / weight, weight, step } : { top: top[box]!, weight: 0.01, step }
        }),
      )
      order.forEach((box, index) => {
        top[box] = tops[index]!
      })
      settled.add(band)
    }
  }
  return top
}

/** Where each box of these parts goes when nothing stands yet; the whole begins at 0, 0. */
export function freshLayout(graph: BoxGraph, parts: readonly (readonly number[])[]): ReadonlyMap<Box, Point> {
  const positions = new Map<Box, Point>()
  const stacks = stacksOf(graph, parts)
  if (stacks.every(({ order }) => order.length === 0)) return positions
  const columns = chooseColumns(stacks)
  const placed = stacks.map((band, index) => stack(band, columns[index]!))
  const top = alignBands(graph, stacks, placed)
  let first = Number.POSITIVE_INFINITY
  for (const { order } of stacks) for (const box of order) first = Math.min(first, top[box]!)
  let left = 0
  stacks.forEach(({ order }, index) => {
    const { placed: rects, width } = placed[index]!
    order.forEach((box, at) => {
      positions.set(graph.boxes[box]!, { x: left + rects[at]!.at.x, y: top[box]! - first })
    })
    // An empty band between two others keeps its gap: a policy may come later.
    if (left > 0 || order.length > 0) left += snapUp(width) + bandGap
  })
  return positions
}
