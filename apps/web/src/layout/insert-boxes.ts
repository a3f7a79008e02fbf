import { FreeSpace } from './free-space.ts'
import { type Band, type Box, type BoxGraph, neighboursOf, type Point } from './graph.ts'
import { bandGap, rowGap, snap, snapUp, wrapGap } from './spacing.ts'

/** What a pixel aside costs against one along the band. Below one: better another column than past the end of this one. */
const asideCost = 0.5

interface Linked {
  readonly box: Box
  readonly at: Point
}

interface Extent {
  /** The left sides of its boxes: its columns. */
  readonly columns: Set<number>
  left: number
  right: number
  bottom: number
}

/** Those of `among` without a place: the ones linked to what stands come first, and so on outwards, then the others. */
function outwards(
  graph: BoxGraph,
  among: readonly number[],
  standing: ReadonlyMap<Box, Point>,
): readonly number[] {
  const stands = (box: number) => standing.has(graph.boxes[box]!)
  const queue = among.filter(stands)
  const seen = new Set(queue)
  let at = 0
  const spread = () => {
    for (; at < queue.length; at++) {
      for (const next of neighboursOf(graph, queue[at]!)) {
        if (seen.has(next)) continue
        seen.add(next)
        queue.push(next)
      }
    }
  }
  spread()
  for (const box of among) {
    if (seen.has(box)) continue
    seen.add(box)
    queue.push(box)
    spread()
  }
  return queue.filter(box => !stands(box))
}

/** Gives a place to the boxes of `among` that have none, in free space near what they are linked to. */
export function insertBoxes(graph: BoxGraph, positions: Map<Box, Point>, among: readonly number[]): void {
  const space = new FreeSpace(rowGap.tight)
  const extents = new Map<Band, Extent>()
  const stand = (box: Box, at: Point) => {
    space.add({ ...at, width: box.width, height: box.height })
    const { columns, left, right, bottom } = extents.get(box.band) ?? {
      columns: new Set<number>(),
      left: Number.POSITIVE_INFINITY,
      right: Number.NEGATIVE_INFINITY,
      bottom: Number.NEGATIVE_INFINITY,
    }
    extents.set(box.band, {
      columns: columns.add(at.x),
      left: Math.min(left, at.x),
      right: Math.max(right, at.x + box.width),
      bottom: Math.max(bottom, at.y + box.height),
    })
  }
  for (const [box, at] of positions) stand(box, at)
  for (const index of outwards(graph, among, positions)) {
    const box = graph.boxes[index]!
    const linked: Linked[] = []
    for (const next of neighboursOf(graph, index)) {
      const at = positions.get(graph.boxes[next]!)
      if (at) linked.push({ box: graph.boxes[next]!, at })
    }
    const at = placeFor(box, linked, extents, space)
    positions.set(box, at)
    stand(box, at)
  }
}

/** What may not be passed on either side: the bands before and behind. */
function roomOf(band: Band, extents: ReadonlyMap<Band, Extent>): { from: number; to: number } {
  let from = Number.NEGATIVE_INFINITY
  let to = Number.POSITIVE_INFINITY
  for (const [other, { left, right }] of extents) {
    if (other < band) from = Math.max(from, right + bandGap)
    if (other > band) to = Math.min(to, left - bandGap)
  }
  return { from, to }
}

function placeFor(
  box: Box,
  linked: readonly Linked[],
  extents: ReadonlyMap<Band, Extent>,
  space: FreeSpace,
): Point {
  const room = roomOf(box.band, extents)
  const own = extents.get(box.band)
  const y = snap(wishedTop(box, linked, own))
  const start = wishedLeft(box, linked, own, room)
  const lefts = columnsNear(start, box, own)
  let best = space.nearest({ x: lefts[0]!, y }, box)
  let least = Math.abs(lefts[0]! - start) * asideCost + Math.abs(best.y - y)
  for (const x of lefts) {
    const aside = Math.abs(x - start) * asideCost
    if (aside >= least) break
    if (x < room.from || x + box.width > room.to) continue
    const found = space.nearest({ x, y }, box)
    const cost = aside + Math.abs(found.y - y)
    if (cost < least) [least, best] = [cost, found]
  }
  return best
}

/** Beside what it is linked to, on the side where its band is; else in the first column of its band. */
function wishedLeft(
  box: Box,
  linked: readonly Linked[],
  own: Extent | undefined,
  room: { readonly from: number; readonly to: number },
): number {
  const beside = linked
    .filter(({ box: other }) => other.band !== box.band)
    .map(({ box: other, at }) =>
      other.band < box.band ? at.x + other.width + bandGap : at.x - bandGap - box.width,
    )
  const first = own && (box.band === 0 ? Math.max(...own.columns) : own.left)
  const wish = beside.length > 0 ? mean(beside) : (first ?? firstLeft(box, room))
  return own ? snap(wish) : snap(Math.max(room.from, Math.min(wish, room.to - box.width)))
}

/** Where its left side may be, nearest first: in the columns of its band, one further out, or where none of them is near. */
function columnsNear(start: number, box: Box, own: Extent | undefined): readonly number[] {
  if (!own) return [start]
  const step = snapUp(box.width) + wrapGap
  const lefts = [...own.columns, own.left - step, snapUp(own.right) + wrapGap]
  if (!lefts.some(x => Math.abs(x - start) < step)) lefts.push(start)
  return lefts.sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function wishedTop(box: Box, linked: readonly Linked[], own: Extent | undefined): number {
  if (linked.length === 0) return own ? own.bottom + rowGap.wide : 0
  return mean(linked.map(({ box: other, at }) => at.y + other.height / 2)) - box.height / 2
}

/** Where a band begins that has nothing yet: next to the one before, or in the middle of two. */
function firstLeft(box: Box, { from, to }: { readonly from: number; readonly to: number }): number {
  if (Number.isFinite(from) && Number.isFinite(to)) return (from + to - box.width) / 2
  if (Number.isFinite(from)) return from
  return Number.isFinite(to) ? to - box.width : 0
}
