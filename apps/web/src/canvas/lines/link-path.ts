import type { Point } from '../../workspace/document.ts'
import type { PickedLink } from '../../workspace/selection.ts'
import { card } from '../sizes.ts'
import { bindCurve, linkCurve, trustCurve } from './curve.ts'

export interface LinkPath {
  readonly path: string
  readonly end: Point
  /** A trust line that arrives at the left of its role, instead of going around it. */
  readonly across: boolean
}

const room = 40

/** How the line of a link runs between the handles of its two ends. */
export function linkPath(kind: PickedLink['kind'], source: Point, target: Point): LinkPath {
  // From far left a trust line arrives at the left of the role, instead of going around it.
  const across = kind === 'trust' && source.x + room < target.x - card.width
  const end = { x: across ? target.x - card.width - 1 : target.x, y: target.y }
  const curve = kind === 'trust' && !across ? trustCurve : kind === 'control' ? bindCurve : linkCurve
  return { path: curve(source, end), end, across }
}
