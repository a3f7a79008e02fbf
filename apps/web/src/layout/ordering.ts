import { countCrossings } from './crossings.ts'
import { type Band, type BoxGraph, neighboursOf } from './graph.ts'
import { sift } from './sifting.ts'

/** The boxes of one connected part, from top to bottom in each band. */
export type BandOrder = readonly [number[], number[], number[]]

/** The order under way; `place` is each box's middle, from 0 at the top of its band to 1 at the bottom. */
export interface Ordering {
  readonly graph: BoxGraph
  readonly order: BandOrder
  readonly place: Float64Array
}

const bands: readonly Band[] = [0, 1, 2]

/** Recomputes the places of a band from its order: tall boxes take more of it. */
export function refreshPlaces({ graph, order, place }: Ordering, band: Band): void {
  let total = 0
  for (const box of order[band]) total += graph.boxes[box]!.height
  let above = 0
  for (const box of order[band]) {
    const { height } = graph.boxes[box]!
    place[box] = (above + height / 2) / (total || 1)
    above += height
  }
}

/** Sorts a band by the mean place of each box's neighbours in the other bands that count. */
function sortByBarycenter(ordering: Ordering, band: Band, counts: readonly Band[]): void {
  const { graph, order, place } = ordering
  const key = new Float64Array(graph.boxes.length)
  for (const box of order[band]) {
    let sum = 0
    let count = 0
    for (const next of neighboursOf(graph, box)) {
      if (!counts.includes(graph.boxes[next]!.band)) continue
      sum += place[next]!
      count++
    }
    key[box] = count === 0 ? place[box]! : sum / count
  }
  order[band].sort((a, b) => key[a]! - key[b]!)
  refreshPlaces(ordering, band)
}

/** Crossings of straight lines between three equally distant rulers; one from the first to the last passes halfway. */
function crossings({ graph, order, place }: Ordering): number {
  const segments: readonly [number[], number[]][] = [
    [[], []],
    [[], []],
  ]
  const add = (gap: 0 | 1, from: number, to: number) => {
    segments[gap]![0].push(from)
    segments[gap]![1].push(to)
  }
  for (const band of [0, 1] as const) {
    for (const box of order[band]) {
      const from = place[box]!
      for (const next of neighboursOf(graph, box)) {
        const other = graph.boxes[next]!.band
        const to = place[next]!
        if (other === band + 1) add(band, from, to)
        else if (other === band + 2) {
          add(0, from, (from + to) / 2)
          add(1, (from + to) / 2, to)
        }
      }
    }
  }
  return segments.reduce(
    (sum, [left, right]) => sum + countCrossings(Float64Array.from(left), Float64Array.from(right)),
    0,
  )
}

const copy = (order: BandOrder): BandOrder => [order[0].slice(), order[1].slice(), order[2].slice()]

/** Groups at the top, outsiders at the bottom, where crossings leave the choice: a part may stand on its head. */
function headUp({ graph, order }: Ordering): BandOrder {
  const rank = { group: 0, user: 1, role: 2, external: 3, policy: 0, resource: 0 }
  const first = order[0]
  let tilt = 0
  first.forEach((box, index) => {
    tilt += (index - (first.length - 1) / 2) * rank[graph.boxes[box]!.kind]
  })
  if (tilt < 0) for (const band of bands) order[band].reverse()
  return order
}

/** How often to sweep: small parts can afford to be thorough. */
const rounds = (size: number): number => (size > 1200 ? 5 : size > 500 ? 8 : 16)

/**
 * Orders one connected part so that few links cross: barycenter sweeps there and back, then each box is moved among
 * its nearest neighbours to wherever it crosses least. The best order seen is kept. Deterministic.
 */
export function orderPart(graph: BoxGraph, part: readonly number[], place: Float64Array): BandOrder {
  const order: BandOrder = [[], [], []]
  for (const box of part) order[graph.boxes[box]!.band].push(box)
  const ordering: Ordering = { graph, order, place }
  for (const band of bands) refreshPlaces(ordering, band)
  if (part.length < 4) return headUp(ordering)

  let best = copy(order)
  let fewest = crossings(ordering)
  const keepIfBetter = (): 'better' | 'no better' | 'perfect' => {
    const now = crossings(ordering)
    if (now >= fewest) return 'no better'
    fewest = now
    best = copy(order)
    return now === 0 ? 'perfect' : 'better'
  }
  for (let round = fewest > 0 ? rounds(part.length) : 0, idle = 0; round > 0 && idle < 4; round--) {
    sortByBarycenter(ordering, 1, [0])
    sortByBarycenter(ordering, 2, [0, 1])
    sortByBarycenter(ordering, 1, [0, 2])
    sortByBarycenter(ordering, 0, [0, 1, 2])
    for (const band of bands) sift(ordering, band)
    const found = keepIfBetter()
    if (found === 'perfect') return headUp({ graph, order: best, place })
    idle = found === 'better' ? 0 : idle + 1
  }
  for (const band of bands) {
    order[band].splice(0, order[band].length, ...best[band])
    refreshPlaces(ordering, band)
  }
  for (let round = 0; round < 2; round++) {
    for (const band of [1, 2, 0] as const) sift(ordering, band)
    if (keepIfBetter() !== 'better') break
  }
  return headUp({ graph, order: best, place })
}
