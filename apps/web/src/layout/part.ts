import type { Point, Rect } from './graph.ts'

/** Something on the canvas that moves as one: a frame with all that is in it, or a single card. */
export interface Unit {
  readonly rect: Rect
  /** Two cards may overlap if a person wants it so; nothing may overlap a frame. */
  readonly frame: boolean
}

/**
 * How far each unit has to move so that no frame overlaps anything. The first ones stay, later ones make way by the
 * shortest step; what overlaps nothing does not move.
 */
export function part(units: readonly Unit[], gap: number): readonly Point[] {
  const standing: Unit[] = []
  return units.map(unit => {
    const others = standing.filter(other => unit.frame || other.frame)
    const at = others.some(other => overlap(unit.rect, other.rect))
      ? freePlace(unit.rect, others, gap)
      : unit.rect
    standing.push({ ...unit, rect: { ...unit.rect, x: at.x, y: at.y } })
    return { x: at.x - unit.rect.x, y: at.y - unit.rect.y }
  })
}

/** The nearest place straight beside, above or below. Past the last one there is always room. */
function freePlace(rect: Rect, others: readonly Unit[], gap: number): Point {
  const candidates = others.flatMap(({ rect: other }): Point[] => [
    { x: other.x + other.width + gap, y: rect.y },
    { x: other.x - gap - rect.width, y: rect.y },
    { x: rect.x, y: other.y + other.height + gap },
    { x: rect.x, y: other.y - gap - rect.height },
  ])
  const far = (at: Point) => Math.abs(at.x - rect.x) + Math.abs(at.y - rect.y)
  return (
    candidates
      .sort((a, b) => far(a) - far(b))
      .find(at => !others.some(other => overlap({ ...rect, ...at }, other.rect))) ?? rect
  )
}

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
