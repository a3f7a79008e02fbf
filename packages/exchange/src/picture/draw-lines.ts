import type { Decision } from '@iam-canvas/core'
import { drawText } from './draw-node.ts'
import type { Palette } from './palette.ts'
import type { PictureLine, PictureLink } from './picture.ts'
import { drawGlyph } from './signs.ts'
import { escaped, round, textWidth } from './svg-text.ts'

/** Stroke and end of a decided line; both tell the decision without colour. */
export const STROKES: Readonly<Record<Decision, string>> = {
  Allow: 'stroke-width="2.5"',
  ExplicitDeny: 'stroke-width="2.5"',
  ImplicitDeny: 'stroke-width="1.75" stroke-dasharray="0.1 7"',
  DependsOnContext: 'stroke-width="2.5" stroke-dasharray="12 7"',
}

/** Something configured: thin and neutral, doubled for a boundary, dashed where an organization binds. */
export function drawLink(link: PictureLink, palette: Palette): string {
  const d = escaped(link.path)
  const line = (width: number, colour = palette.line, more = '') =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${more}/>`
  const stroke =
    link.kind === 'boundary'
      ? line(4) + line(1.5, palette.ground)
      : line(1.25, palette.line, link.kind === 'control' ? ' stroke-dasharray="9 5"' : '')
  return stroke + drawEnd(link, palette)
}

/** The end of a line tells its kind: an arrow to the role, a triangle at it, a shield, a bar, a square. */
function drawEnd({ kind, from, to, across = false }: Omit<PictureLink, 'path'>, palette: Palette): string {
  const open = (d: string) => `<path d="${d}" fill="none" stroke="${palette.line}" stroke-width="1.25"/>`
  const solid = (d: string) => `<path d="${d}" fill="${palette.line}"/>`
  switch (kind) {
    case 'trust': {
      const back = to.x + (across ? -9 : 9)
      return open(
        `M${round(back)} ${round(to.y - 4)}L${round(to.x + (across ? 0 : 2))} ${round(to.y)}L${round(back)} ${round(to.y + 4)}`,
      )
    }
    case 'runs-as':
      return solid(
        `M${round(from.x + 10)} ${round(from.y - 4.5)}L${round(from.x + 1)} ${round(from.y)}L${round(from.x + 10)} ${round(from.y + 4.5)}z`,
      )
    case 'control':
      return solid(`M${round(to.x - 5)} ${round(to.y - 9)}h10v5c0 3-2.5 5-5 6c-2.5-1-5-3-5-6z`)
    case 'boundary':
      return open(
        `M${round(from.x + 3)} ${round(from.y + 6)}V${round(from.y - 5)}H${round(from.x + 11)}V${round(from.y + 6)}`,
      )
    default:
      return `<rect x="${round(from.x - 1)}" y="${round(from.y - 3)}" width="6" height="6" rx="1" fill="${palette.line}"/>`
  }
}

export function drawLine({ decision, path, head }: PictureLine, palette: Palette): string {
  const [colour] = palette.decision[decision]
  const common = `fill="none" stroke="${colour}" stroke-linecap="round" stroke-linejoin="round"`
  return `<path d="${escaped(path)}" ${common} ${STROKES[decision]}/><path d="${escaped(head)}" ${common} stroke-width="2.5"/>`
}

/** The sign of a line with its words, over everything else. */
export function drawChip({ decision, at, label }: PictureLine, palette: Palette): string {
  const glyph = drawGlyph(decision, { x: at.x - 9, y: at.y - 9 }, palette)
  if (label === undefined || label === '') return glyph
  const [colour, ground] = palette.decision[decision]
  const width = textWidth(label, 11.5) * 1.1 + 18
  const x = at.x + 15
  const ink = decision === 'ImplicitDeny' ? palette.ink[2] : colour
  const words = drawText(label, x + 8, at.y + 4, { size: 11.5, weight: 600, colour: ink, width: width - 12 })
  return `${glyph}<rect x="${round(x)}" y="${round(at.y - 9)}" width="${round(width)}" height="18" rx="9" fill="${ground}"/>${words}`
}
