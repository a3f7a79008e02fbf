import type { Palette } from './palette.ts'
import { FRAMES, type PictureNode, type PictureRow } from './picture.ts'
import { drawSign } from './signs.ts'
import { escaped, fitted, round, textWidth, wrapped } from './svg-text.ts'

interface TextLook {
  readonly size: number
  readonly colour: string
  readonly weight?: number
  readonly code?: boolean
  readonly width?: number
}

/** A line of text on its baseline, cut to a width where one is given. */
export function drawText(text: string, x: number, y: number, look: TextLook): string {
  const { size, colour, weight, code, width } = look
  // Bold letters are wider by about a tenth.
  const measure = weight !== undefined && weight >= 600 ? size * 1.1 : size
  const shown = width === undefined ? text : fitted(text, width, measure, code)
  // Faces differ in width; a text that would run out of its box is set closer instead.
  const wide = width !== undefined && textWidth(shown, measure, code) > width * 0.94
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight ? ` font-weight="${weight}"` : ''}${code ? ` font-family="${CODE_FACE}"` : ''} fill="${colour}"${wide ? ` textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"` : ''}>${escaped(shown)}</text>`
}

const CODE_FACE = 'ui-monospace, &#39;DejaVu Sans Mono&#39;, Menlo, Consolas, monospace'
export const SANS_FACE = 'Inter, system-ui, &#39;Segoe UI&#39;, Roboto, Arial, sans-serif'

/** One node with everything on it. */
export function drawNode(node: PictureNode, palette: Palette): string {
  if (node.kind === 'ghost') return drawGhost(node, palette)
  const body = FRAMES.has(node.kind)
    ? drawFrame(node, palette)
    : node.kind === 'policy' || node.kind === 'note'
      ? drawSheet(node, palette)
      : drawCard(node, palette)
  const over = drawCeiling(node, palette) + drawTab(node, palette)
  return `<g><title>${escaped(`${node.kind} ${node.name}`)}</title>${outlineOf(node, palette)}${body}${over}</g>`
}

/** The outline tells the kind: a sheet has one round corner, a role one slanted, an OU a double border. */
function outlineOf(node: PictureNode, palette: Palette): string {
  const frame = FRAMES.has(node.kind)
  const fill = frame ? palette.frame : node.kind === 'note' ? palette.note : palette.node
  const dash = node.kind === 'external' ? ' stroke-dasharray="4 3"' : ''
  const look = `fill="${fill}"${frame ? ' fill-opacity="0.6"' : ''} stroke="${palette.edge}"${dash}`
  const outer = `<path d="${outline(node)}" ${look}/>`
  if (node.kind !== 'ou') return outer
  const inner = { ...node, x: node.x + 3, y: node.y + 3, width: node.width - 6, height: node.height - 6 }
  return `${outer}<path d="${outline(inner)}" fill="none" stroke="${palette.edge}"/>`
}

function outline(node: PictureNode): string {
  switch (node.kind) {
    case 'function':
      return hexagon(node)
    case 'policy':
      return cornered(node, 4, 18, 4, 4)
    case 'note':
      return cornered(node, 4, 4, 14, 4)
    case 'role':
      return cornered(node, 10, 10, 10, 22)
    case 'group':
    case 'ou':
      return cornered(node, 14, 14, 14, 14)
    case 'account':
      return cornered(node, 4, 4, 4, 4)
    case 'user':
    case 'resource':
    case 'external':
    case 'ghost':
      return cornered(node, 10, 10, 10, 10)
  }
}

/** A rectangle with a radius for each corner, clockwise from the upper left. */
function cornered({ x, y, width, height }: PictureNode, a: number, b: number, c: number, d: number): string {
  const right = x + width
  const foot = y + height
  const arc = (r: number, toX: number, toY: number) => `A${r} ${r} 0 0 1 ${round(toX)} ${round(toY)}`
  return `M${round(x + a)} ${round(y)}H${round(right - b)}${arc(b, right, y + b)}V${round(foot - c)}${arc(c, right - c, foot)}H${round(x + d)}${arc(d, x, foot - d)}V${round(y + a)}${arc(a, x + a, y)}z`
}

function hexagon({ x, y, width, height }: PictureNode): string {
  const cut = Math.min(14, height / 4)
  const middle = round(y + height / 2)
  return `M${round(x + cut)} ${round(y)}H${round(x + width - cut)}L${round(x + width)} ${middle}L${round(x + width - cut)} ${round(y + height)}H${round(x + cut)}L${round(x)} ${middle}z`
}

/** A dashed dot and a name, in one row of a group. */
function drawGhost(node: PictureNode, palette: Palette): string {
  const { x, y, width, height } = node
  const middle = y + height / 2
  const dot = `<path d="M${round(x + 10)} ${round(middle)}a7 7 0 1 1 14 0a7 7 0 1 1-14 0" fill="none" stroke="${palette.ink[2]}" stroke-dasharray="3 2"/>`
  const look = { size: 11.5, colour: palette.ink[2], width: width - 40 }
  return `<g><title>${escaped(`${node.name}, drawn in another group`)}</title>${dot}${drawText(node.name, x + 32, middle + 4, look)}</g>`
}

const HEAD = 56

function drawCard(node: PictureNode, palette: Palette): string {
  const { x, y, width, kind } = node
  const [strong, , quiet] = palette.ink
  const [first, ...rest] = node.rows
  const round32 = kind === 'user' || kind === 'external' ? 16 : 8
  const sign = `<rect x="${round(x + 12)}" y="${round(y + 12)}" width="32" height="32" rx="${round32}" fill="${palette.sign}"/>`
  const words = drawText(node.name, x + 54, y + (first ? 26 : 33), {
    size: 13,
    weight: 600,
    colour: strong,
    width: width - 64,
  })
  const subtitle = first
    ? drawText(first.text, x + 54, y + 42, { size: 11.5, colour: quiet, width: width - 64 })
    : ''
  const parts = rest.map((row, index) => drawPart(node, row, y + HEAD + index * 28, index === 0, palette))
  return sign + drawSign(node, { x: x + 20, y: y + 20 }, palette.ink[1]) + words + subtitle + parts.join('')
}

/** A part of a resource, such as the objects of a bucket, below a hairline. */
function drawPart(node: PictureNode, row: PictureRow, top: number, first: boolean, palette: Palette): string {
  const line = first
    ? `<path d="M${round(node.x + 11)} ${round(top)}h${round(node.width - 22)}" stroke="${palette.edge}"/>`
    : ''
  const size = row.code ? 11 : 11.5
  return `${line}${drawText(row.text, node.x + 12, top + 18, { size, colour: palette.ink[1], code: row.code ?? false, width: node.width - 24 })}`
}

const LINE = 17

function drawSheet(node: PictureNode, palette: Palette): string {
  const { x, y, width } = node
  const [strong, plain, quiet] = palette.ink
  const stamp = drawStamp(node, palette)
  const head =
    drawSign(node, { x: x + 11, y: y + 12 }, plain) +
    drawText(node.name, x + 34, y + 24, {
      size: 13,
      weight: 600,
      colour: strong,
      width: width - 46 - stamp.width,
    })
  let top = y + 38
  const rows = node.rows.map(row => {
    const from = top
    const lines = row.lines ?? 1
    top += lines * LINE
    const colour = row.effect ? plain : quiet
    const indent = row.effect ? 18 : 0
    const room = width - 24 - indent
    const words = wrapped(row.text, room, 11.5, lines).map((text, index) =>
      drawText(text, x + 12 + indent, from + 12 + index * LINE, { size: 11.5, colour, width: room }),
    )
    return effectMark(row, x + 12, from + 12, palette) + words.join('')
  })
  return head + stamp.svg + rows.join('')
}

function effectMark({ effect }: PictureRow, x: number, y: number, palette: Palette): string {
  if (!effect) return ''
  const [colour] = palette.decision[effect === 'Allow' ? 'Allow' : 'ExplicitDeny']
  const path =
    effect === 'Allow'
      ? `M${round(x)} ${round(y - 4)}l3 3.2 5-6.4`
      : `M${round(x + 0.5)} ${round(y - 8)}l7 7m0-7-7 7`
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round"/>`
}

function drawFrame(node: PictureNode, palette: Palette): string {
  const stamp = drawStamp(node, palette)
  const name = drawText(node.name, node.x + 38, node.y + 27, {
    size: 13,
    weight: 600,
    colour: palette.ink[0],
    width: node.width - 52 - stamp.width,
  })
  const [row] = node.rows
  const hint = row
    ? drawText(row.text, node.x + 14, node.y + 64, {
        size: 11.5,
        colour: palette.ink[2],
        width: node.width - 28,
      })
    : ''
  return drawSign(node, { x: node.x + 14, y: node.y + 14 }, palette.ink[1]) + name + stamp.svg + hint
}

function drawStamp(node: PictureNode, palette: Palette): { readonly svg: string; readonly width: number } {
  if (node.stamp === undefined) return { svg: '', width: 0 }
  const width = Math.min(textWidth(node.stamp, 11), node.width / 2)
  const svg = drawText(
    node.stamp,
    node.x + node.width - 12 - width,
    node.y + (FRAMES.has(node.kind) ? 27 : 24),
    {
      size: 11,
      colour: palette.ink[2],
      width: width + 1,
    },
  )
  return { svg, width: width + 8 }
}

/** The permissions boundary: a lid with a double line. */
function drawCeiling(node: PictureNode, palette: Palette): string {
  if (node.ceiling === undefined) return ''
  const width = Math.min(textWidth(node.ceiling, 10.5) + 14, 110)
  const x = node.x + node.width - 10 - width
  const y = node.y - 11
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="19" rx="5" fill="${palette.node}" stroke="${palette.ink[2]}"/><path d="M${round(x + 2)} ${round(y + 16.5)}h${round(width - 4)}" stroke="${palette.ink[2]}"/>${drawText(node.ceiling, x + 7, y + 12.5, { size: 10.5, weight: 500, colour: palette.ink[1], width: width - 12 })}`
}

function drawTab(node: PictureNode, palette: Palette): string {
  if (node.tab === undefined) return ''
  const width = textWidth(node.tab, 10.5) + 14
  const x = node.x + 10
  const y = node.y - 9
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="18" rx="5" fill="${palette.ground}" stroke="${palette.ink[2]}" stroke-dasharray="3 2"/>${drawText(node.tab, x + 7, y + 12.5, { size: 10.5, colour: palette.ink[2], width: width - 12 })}`
}
