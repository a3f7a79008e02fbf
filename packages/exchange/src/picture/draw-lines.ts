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

/** Something configured: thin and neutral, with a square at the holder, doubled for a boundary. */
export function drawLink({ kind, path, from, to }: PictureLink, palette: Palette): string {
  const d = escaped(path)
  const line = (width: number, colour = palette.line) =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`
  const stroke = kind === 'boundary' ? line(4) + line(1.5, palette.ground) : line(1.25)
  const end =
    kind === 'runs-as'
      ? `<path d="M${round(to.x - 9)} ${round(to.y - 4.5)}l8 4.5-8 4.5z" fill="${palette.line}"/>`
      : kind === 'trust'
        ? `<path d="M${round(to.x + 9)} ${round(to.y - 4)}L${round(to.x + 2)} ${round(to.y)}L${round(to.x + 9)} ${round(to.y + 4)}" fill="none" stroke="${palette.line}" stroke-width="1.25"/>`
        : `<rect x="${round(from.x - 1)}" y="${round(from.y - 3)}" width="6" height="6" rx="1" fill="${palette.line}"/>`
  return stroke + end
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
