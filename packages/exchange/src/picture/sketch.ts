import type { Decision } from '@iam-canvas/core'
import { PALETTES, type PictureTheme } from './palette.ts'
import { FRAMES, type Picture } from './picture.ts'
import { round } from './svg-text.ts'

/**
 * A model in a hundred numbers: enough for a thumbnail, small enough to be kept beside a name in a list of hundreds.
 * Boxes are `[0 card, 1 sheet, 2 frame; x, y, width, height]`, lines `[decision; x, y, x, y]`.
 */
export interface Sketch {
  readonly boxes: readonly (readonly number[])[]
  readonly lines: readonly (readonly number[])[]
}

const MOST_BOXES = 90
const MOST_LINES = 60
const decisions: readonly Decision[] = ['Allow', 'ExplicitDeny', 'DependsOnContext', 'ImplicitDeny']

/** The first boxes and lines of a picture, in whole numbers. */
export function sketchOf({ nodes, lines }: Picture): Sketch {
  const whole = (...values: number[]) => values.map(Math.round)
  return {
    boxes: nodes
      .filter(({ kind }) => kind !== 'ghost')
      .slice(0, MOST_BOXES)
      .map(({ kind, x, y, width, height }) =>
        whole(FRAMES.has(kind) ? 2 : kind === 'policy' || kind === 'note' ? 1 : 0, x, y, width, height),
      ),
    lines: lines
      .slice(0, MOST_LINES)
      .map(({ decision, from, to }) => whole(decisions.indexOf(decision), from.x, from.y, to.x, to.y)),
  }
}

/** A thumbnail of this size, without words. */
export function drawSketch(sketch: Sketch, theme: PictureTheme, width: number, height: number): string {
  const palette = PALETTES[theme]
  const xs = sketch.boxes.flatMap(([, x = 0, , w = 0]) => [x, x + w])
  const ys = sketch.boxes.flatMap(([, , y = 0, , h = 0]) => [y, y + h])
  const start = { x: Math.min(...xs), y: Math.min(...ys) }
  const wide = Math.max(1, Math.max(...xs) - start.x)
  const high = Math.max(1, Math.max(...ys) - start.y)
  const margin = 12
  // A model of two things is not blown up to fill the card.
  const scale = Math.min((width - margin * 2) / wide, (height - margin * 2) / high, 0.42)
  const toX = (x: number) => round((width - wide * scale) / 2 + (x - start.x) * scale)
  const toY = (y: number) => round((height - high * scale) / 2 + (y - start.y) * scale)
  const boxes = sketch.boxes.map(([look = 0, x = 0, y = 0, w = 0, h = 0]) => {
    const radius = round(Math.max(1, (look === 2 ? 14 : look === 1 ? 4 : 10) * scale))
    const fill = look === 2 ? palette.frame : palette.node
    const bar =
      look !== 2 && w * scale > 18
        ? `<rect x="${toX(x + (look === 1 ? 12 : 54))}" y="${toY(y + 18)}" width="${round(w * (look === 1 ? 0.6 : 0.42) * scale)}" height="${round(Math.max(1.2, 9 * scale))}" rx="1" fill="${palette.line}" fill-opacity="0.6"/>`
        : ''
    return `<rect x="${toX(x)}" y="${toY(y)}" width="${round(Math.max(2, w * scale))}" height="${round(Math.max(2, h * scale))}" rx="${radius}" fill="${fill}" stroke="${palette.line}" stroke-opacity="0.55"/>${bar}`
  })
  const lines = sketch.lines.map(([index = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => {
    const decision = decisions[index] ?? 'ImplicitDeny'
    const [colour] = palette.decision[decision]
    const reach = (x2 - x1) * 0.42
    const dash = decision === 'DependsOnContext' ? ' stroke-dasharray="4 3"' : ''
    return `<path d="M${toX(x1)} ${toY(y1)}C${toX(x1 + reach)} ${toY(y1)} ${toX(x2 - reach)} ${toY(y2)} ${toX(x2)} ${toY(y2)}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${palette.ground}"/>${boxes.join('')}${lines.join('')}</svg>`
}
