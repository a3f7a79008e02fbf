import type { Point } from '../../workspace/document.ts'

const laneGap = 9
const mostSpread = 20

export interface Curve {
  readonly path: string
  readonly label: Point
  readonly arrow: string
  readonly bar: string
}

/** A curve from a principal to a resource; lines into one resource arrive in lanes, so that they can be told apart. */
export function accessCurve(from: Point, to: Point, lane: number, lanes: number): Curve {
  const gap = Math.min(laneGap, (2 * mostSpread) / Math.max(1, lanes - 1))
  const end: Point = { x: to.x - 2, y: to.y + (lane - (lanes - 1) / 2) * gap }
  const reach = Math.max(48, Math.abs(end.x - from.x) * 0.42)
  const c1: Point = { x: from.x + reach, y: from.y }
  const c2: Point = { x: end.x - reach, y: end.y }
  // Labels of neighbouring lanes step back from each other instead of lying on one spot.
  const at = 0.66 - (lane % 3) * 0.07
  return {
    path: `M${from.x} ${from.y}C${c1.x} ${c1.y} ${c2.x} ${c2.y} ${end.x} ${end.y}`,
    label: onCubic(from, c1, c2, end, at),
    arrow: `M${end.x - 7} ${end.y - 4.5}L${end.x} ${end.y}L${end.x - 7} ${end.y + 4.5}`,
    bar: `M${end.x - 1} ${end.y - 6}V${end.y + 6}`,
  }
}

/** A thin curve from a holder to its policy. */
export function linkCurve(from: Point, to: Point): string {
  const reach = Math.max(28, Math.abs(to.x - from.x) * 0.5)
  return `M${from.x} ${from.y}C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`
}

function onCubic(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const u = 1 - t
  const mix = (k: 'x' | 'y') => u ** 3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t ** 3 * d[k]
  return { x: mix('x'), y: mix('y') }
}
