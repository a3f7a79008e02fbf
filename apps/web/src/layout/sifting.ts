import { fanExcess } from './crossings.ts'
import { type Band, neighboursOf } from './graph.ts'
import { type Ordering, refreshPlaces } from './ordering.ts'

/** How far a box may move in one pass. Far moves are the sweeps' work. */
const reach = 24

/** Where the lines of each box of a band end on one side, sorted: box `order[i]` has `ends[start[i]]` to `start[i+1]`. */
interface Fans {
  readonly start: Int32Array
  readonly ends: Float64Array
}

function fansOf({ graph, order, place }: Ordering, band: Band, side: -1 | 1): Fans {
  const start = new Int32Array(order[band].length + 1)
  const ends: number[] = []
  order[band].forEach((box, index) => {
    for (const next of neighboursOf(graph, box)) {
      const step = graph.boxes[next]!.band - band
      if (step * side === 1) ends.push(place[next]!)
      else if (step * side === 2) ends.push((place[box]! + place[next]!) / 2)
    }
    start[index + 1] = ends.length
  })
  const sorted = Float64Array.from(ends)
  for (let box = 0; box < order[band].length; box++) {
    if (start[box + 1]! - start[box]! > 1) sorted.subarray(start[box], start[box + 1]).sort()
  }
  return { start, ends: sorted }
}

/**
 * Moves each box of a band, in turn, past those near it to where its lines cross theirs least. Never adds a crossing
 * between two boxes of the band.
 */
export function sift(ordering: Ordering, band: Band): void {
  const boxes = ordering.order[band]
  if (boxes.length < 2) return
  const left = fansOf(ordering, band, -1)
  const right = fansOf(ordering, band, 1)
  const excess = (upper: number, lower: number): number =>
    fanExcess(left.ends, left.start, upper, lower) + fanExcess(right.ends, right.start, upper, lower)
  const now = Int32Array.from(boxes.keys())
  for (let moving = 0; moving < boxes.length; moving++) {
    const here = now.indexOf(moving)
    let best = here
    let least = 0
    let cost = 0
    for (let to = here - 1; to >= Math.max(0, here - reach); to--) {
      cost += excess(moving, now[to]!)
      if (cost < least) [least, best] = [cost, to]
    }
    cost = 0
    for (let to = here + 1; to <= Math.min(now.length - 1, here + reach); to++) {
      cost -= excess(moving, now[to]!)
      if (cost < least) [least, best] = [cost, to]
    }
    if (best < here) now.copyWithin(best + 1, best, here)
    else now.copyWithin(here, here + 1, best + 1)
    now[best] = moving
  }
  const old = boxes.slice()
  now.forEach((from, to) => {
    boxes[to] = old[from]!
  })
  refreshPlaces(ordering, band)
}
