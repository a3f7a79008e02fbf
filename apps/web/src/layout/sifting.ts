import { fanCrossings } from './crossings.ts'
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
    const from = ends.length
    for (const next of neighboursOf(graph, box)) {
      const step = graph.boxes[next]!.band - band
      if (step * side === 1) ends.push(place[next]!)
      else if (step * side === 2) ends.push((place[box]! + place[next]!) / 2)
    }
    if (ends.length - from > 1) {
      const own = ends.slice(from).sort((a, b) => a - b)
      for (let at = 0; at < own.length; at++) ends[from + at] = own[at]!
    }
    start[index + 1] = ends.length
  })
  return { start, ends: Float64Array.from(ends) }
}

/**
 * Moves each box of a band, in turn, past those near it to where its lines cross theirs least. Never adds a crossing
 * between two boxes of the band.
 */
export function sift(ordering: Ordering, band: Band): void {
  const boxes = ordering.order[band]
  if (boxes.length < 2) return
  const sides = [fansOf(ordering, band, -1), fansOf(ordering, band, 1)]
  /** What it costs more to have `upper` above `lower` than below; both are indices at the start of the pass. */
  const excess = (upper: number, lower: number): number => {
    let sum = 0
    for (const { start, ends } of sides) {
      const a = { from: start[upper]!, to: start[upper + 1]! }
      const b = { from: start[lower]!, to: start[lower + 1]! }
      if (a.from === a.to || b.from === b.to) continue
      sum += fanCrossings(ends, a, b) - fanCrossings(ends, b, a)
    }
    return sum
  }
  const now = boxes.map((_, index) => index)
  for (let moving = 0; moving < boxes.length; moving++) {
    const at = now.indexOf(moving, Math.max(0, moving - reach))
    const here = at >= 0 ? at : now.indexOf(moving)
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
    if (best === here) continue
    now.splice(here, 1)
    now.splice(best, 0, moving)
  }
  const old = boxes.slice()
  now.forEach((from, to) => {
    boxes[to] = old[from]!
  })
  refreshPlaces(ordering, band)
}
