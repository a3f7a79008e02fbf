import type { Point } from '../../workspace/document.ts'

/** Lines into one resource arrive apart from each other; few of them far enough for their words. */
const fewLanes = 3
const laneGap = { few: 22, many: 9 } as const
const mostSpread = 40
/** How far before the resource the sign of a line stands: in the gap that the layout keeps free for it. */
const signAt = 124
/** Longer words make it step back, as far as that gap goes: a letter takes about this much, sign and arrow the rest. */
const letter = 6.4
const besideWords = 44
const furthest = 156

export interface Curve {
  readonly path: string
  readonly label: Point
  readonly arrow: string
  readonly bar: string
}

/** Whether there is room for words on each line; otherwise only the signs are drawn, and words for what is picked. */
export const hasRoomForWords = (lanes: number): boolean => lanes <= fewLanes

/** A curve from a principal to a resource. */
export function accessCurve(from: Point, to: Point, lane: number, lanes: number, words = ''): Curve {
  const gap = hasRoomForWords(lanes) ? laneGap.few : Math.min(laneGap.many, mostSpread / (lanes - 1))
  const end: Point = { x: to.x - 2, y: to.y + (lane - (lanes - 1) / 2) * gap }
  const reach = Math.max(48, Math.abs(end.x - from.x) * 0.42)
  const c1: Point = { x: from.x + reach, y: from.y }
  const c2: Point = { x: end.x - reach, y: end.y }
  // Signs of neighbouring lanes step back from each other instead of lying on one spot.
  const beforeWords = Math.min(furthest, Math.max(signAt, besideWords + words.length * letter))
  const sign = end.x - (hasRoomForWords(lanes) ? beforeWords : 30 + (lane % 5) * 22)
  return {
    path: `M${from.x} ${from.y}C${c1.x} ${c1.y} ${c2.x} ${c2.y} ${end.x} ${end.y}`,
    label: pointAtX(from, c1, c2, end, sign),
    arrow: `M${end.x - 7} ${end.y - 4.5}L${end.x} ${end.y}L${end.x - 7} ${end.y + 4.5}`,
    bar: `M${end.x - 1} ${end.y - 6}V${end.y + 6}`,
  }
}

/** A thin curve from a holder to its policy. */
export function linkCurve(from: Point, to: Point): string {
  const reach = Math.max(28, Math.abs(to.x - from.x) * 0.5)
  return `M${from.x} ${from.y}C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`
}

/** Principals stand in one column, so a line from one to the other bows out to the right and comes back. */
export function trustCurve(from: Point, to: Point): string {
  const bow = 36 + Math.min(60, Math.abs(to.y - from.y) / 6)
  const x = Math.max(from.x, to.x) + bow
  return `M${from.x} ${from.y}C${x} ${from.y} ${x} ${to.y} ${to.x + 3} ${to.y}`
}

/** From a control policy down to the title bar of what it binds. */
export function bindCurve(from: Point, to: Point): string {
  const reach = Math.max(20, Math.abs(to.y - from.y) * 0.5)
  return `M${from.x} ${from.y}C${from.x} ${from.y + reach} ${to.x} ${to.y - reach} ${to.x} ${to.y}`
}

/** The point of the curve at this x, or its middle where the curve does not get there in order. */
function pointAtX(a: Point, b: Point, c: Point, d: Point, x: number): Point {
  if (x <= a.x) return onCubic(a, b, c, d, 0.5)
  let low = 0
  let high = 1
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2
    if (onCubic(a, b, c, d, middle).x < x) low = middle
    else high = middle
  }
  return onCubic(a, b, c, d, low)
}

function onCubic(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const u = 1 - t
  const mix = (k: 'x' | 'y') => u ** 3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t ** 3 * d[k]
  return { x: mix('x'), y: mix('y') }
}
