import type { Point } from '../workspace/document.ts'

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

/** A line along which things stand in line: across the whole of what it joins. */
export interface Guide {
  readonly along: 'x' | 'y'
  /** The x of an upright line, the y of a level one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Snap {
  readonly by: Point
  readonly guides: readonly Guide[]
}

export const noSnap: Snap = { by: { x: 0, y: 0 }, guides: [] }

/**
 * How far what is dragged has to give so that an edge or its middle stands in line with that of another, if one is within
 * reach; each direction by itself, and the nearest counts. Takes one pass over the others.
 */
export function snapTo(moving: Rect, others: readonly Rect[], reach: number): Snap {
  const x = nearest('x', moving, others, reach)
  const y = nearest('y', moving, others, reach)
  if (!x && !y) return noSnap
  const by = { x: x?.by ?? 0, y: y?.by ?? 0 }
  const there: Rect = { ...moving, x: moving.x + by.x, y: moving.y + by.y }
  return { by, guides: [...(x ? [guide('x', x, there)] : []), ...(y ? [guide('y', y, there)] : [])] }
}

interface Near {
  readonly by: number
  readonly at: number
  readonly with: Rect
}

const places = (rect: Rect, along: 'x' | 'y'): readonly [number, number, number] => {
  const size = along === 'x' ? rect.width : rect.height
  return [rect[along], rect[along] + size / 2, rect[along] + size]
}

function nearest(along: 'x' | 'y', moving: Rect, others: readonly Rect[], reach: number): Near | undefined {
  const mine = places(moving, along)
  let best: Near | undefined
  for (const other of others) {
    const theirs = places(other, along)
    for (let at = 0; at < 3; at++) {
      // Edges meet edges and middles meet middles: anything else looks like chance.
      for (const to of at === 1 ? [1] : [0, 2]) {
        const by = (theirs[to] ?? 0) - (mine[at] ?? 0)
        if (Math.abs(by) > reach || (best && Math.abs(by) >= Math.abs(best.by))) continue
        best = { by, at: theirs[to] ?? 0, with: other }
      }
    }
  }
  return best
}

function guide(along: 'x' | 'y', near: Near, there: Rect): Guide {
  const across = along === 'x' ? 'y' : 'x'
  const size = along === 'x' ? 'height' : 'width'
  return {
    along,
    at: near.at,
    from: Math.min(there[across], near.with[across]),
    to: Math.max(there[across] + there[size], near.with[across] + near.with[size]),
  }
}
