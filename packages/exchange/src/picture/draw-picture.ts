import { drawChip, drawLine, drawLink } from './draw-lines.ts'
import { drawNode, drawText, SANS_FACE } from './draw-node.ts'
import { drawLegend, legendWidth } from './legend.ts'
import { PALETTES, type PictureTheme } from './palette.ts'
import { FRAMES, type Picture } from './picture.ts'
import { escaped, round, textWidth } from './svg-text.ts'

export interface PictureOptions {
  readonly theme: PictureTheme
  /** Name and key of signs below the picture. */
  readonly legend?: boolean
}

export interface DrawnPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const MARGIN = 32
const LEGEND_HEIGHT = 56

/**
 * A model as one SVG, complete in itself: no script, no style sheet, no font, nothing that is loaded from elsewhere.
 * Names come from anybody's file and are text, never markup. The same picture gives the same text.
 */
export function drawPicture(picture: Picture, { theme, legend = true }: PictureOptions): DrawnPicture {
  const palette = PALETTES[theme]
  const bounds = boundsOf(picture)
  const foot = legend ? LEGEND_HEIGHT : 0
  const needed = legend ? Math.max(legendWidth(picture), Math.min(640, textWidth(picture.title, 13) + 8)) : 0
  const width = Math.ceil(Math.max(bounds.width, needed) + MARGIN * 2)
  const height = Math.ceil(bounds.height + MARGIN * 2 + foot)
  const left = bounds.x - MARGIN
  const top = bounds.y - MARGIN
  const frames = picture.nodes.filter(node => FRAMES.has(node.kind))
  const cards = picture.nodes.filter(node => !FRAMES.has(node.kind))
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${round(left)} ${round(top)} ${width} ${height}" font-family="${SANS_FACE}" role="img">`,
    `<title>${escaped(picture.title)}</title>`,
    `<rect x="${round(left)}" y="${round(top)}" width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...frames.map(node => drawNode(node, palette)),
    ...picture.links.map(link => drawLink(link, palette)),
    ...picture.lines.map(line => drawLine(line, palette)),
    ...cards.map(node => drawNode(node, palette)),
    ...picture.lines.map(line => drawChip(line, palette)),
    ...(picture.nodes.length === 0
      ? [drawText('Nothing is drawn yet', bounds.x, bounds.y + 20, { size: 13, colour: palette.ink[2] })]
      : []),
    ...(legend
      ? [
          drawLegend(picture, palette, {
            x: bounds.x,
            y: bounds.y + bounds.height + 24,
            width: width - MARGIN * 2,
          }),
        ]
      : []),
    '</svg>',
  ]
  return { svg: `${parts.join('\n')}\n`, width, height }
}

/** What the picture covers: nodes with what stands on their edge, and where lines and their signs go. */
function boundsOf({ nodes, lines, links }: Picture) {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  const take = (x: number, y: number, width = 0, height = 0) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  for (const node of nodes) {
    const over = node.ceiling !== undefined || node.tab !== undefined ? 12 : 0
    take(node.x, node.y - over, node.width, node.height + over)
  }
  for (const { at, label } of lines) take(at.x - 9, at.y - 9, 24 + textWidth(label ?? '', 11.5) + 18, 18)
  // A line between two of one column bows out; how far is written in its path.
  for (const { path, from, to } of links) {
    take(from.x, from.y)
    for (const [, x] of path.matchAll(/C(-?[\d.]+) /g))
      take(Math.min(Number(x), Math.max(from.x, to.x) + 100), from.y)
  }
  if (left > right) return { x: 0, y: 0, width: 240, height: 40 }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
