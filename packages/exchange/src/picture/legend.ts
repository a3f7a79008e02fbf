import type { Decision } from '@iam-canvas/core'
import { drawLink, STROKES } from './draw-lines.ts'
import { drawText } from './draw-node.ts'
import type { Palette } from './palette.ts'
import type { Picture, PicturePoint } from './picture.ts'
import { drawGlyph } from './signs.ts'
import { round, textWidth } from './svg-text.ts'

const words: Readonly<Record<Decision, string>> = {
  Allow: 'allowed',
  ExplicitDeny: 'explicit deny',
  DependsOnContext: 'depends on context',
  ImplicitDeny: 'implicit deny',
}

interface Entry {
  readonly text: string
  readonly decision?: Decision
  readonly link?: keyof typeof linkWords
}

const linkWords = {
  attachment: 'attached',
  'runs-as': 'runs as',
  boundary: 'permissions boundary',
  trust: 'trust',
  control: 'binds (SCP, RCP)',
} as const
const isNamed = (kind: string): kind is keyof typeof linkWords => Object.hasOwn(linkWords, kind)

/** Only what the picture shows. */
function entriesOf({ lines, links }: Picture): readonly Entry[] {
  const decided = new Set(lines.map(line => line.decision))
  const kinds = new Set(links.map(({ kind }) => kind))
  return [
    ...(Object.keys(words) as Decision[])
      .filter(decision => decided.has(decision))
      .map(decision => ({ decision, text: words[decision] })),
    ...Object.keys(linkWords)
      .filter(isNamed)
      .filter(link => kinds.has(link))
      .map(link => ({ link, text: linkWords[link] })),
  ]
}

const SAMPLE = 52
const GAP = 22
const widthOf = ({ text }: Entry) => SAMPLE + textWidth(text, 11.5) + GAP

export const legendWidth = (picture: Picture): number =>
  entriesOf(picture).reduce((sum, entry) => sum + widthOf(entry), 0)

/** The name of the model, and what the signs in the picture mean. */
export function drawLegend(
  picture: Picture,
  palette: Palette,
  { x, y, width }: PicturePoint & { readonly width: number },
): string {
  const title = drawText(picture.title, x, y + 14, { size: 13, weight: 600, colour: palette.ink[0], width })
  let at = x
  const entries = entriesOf(picture).map(entry => {
    const from = at
    at += widthOf(entry)
    return drawEntry(entry, from, y + 36, palette)
  })
  return `<g>${title}${entries.join('')}</g>`
}

function drawEntry({ decision, link, text }: Entry, x: number, y: number, palette: Palette): string {
  const label = drawText(text, x + SAMPLE, y + 4, { size: 11.5, colour: palette.ink[1] })
  const path = (stroke: string, look: string) =>
    `<path d="M${round(x)} ${round(y)}h44" fill="none" stroke="${stroke}" stroke-linecap="round" ${look}/>`
  if (decision) {
    const [colour] = palette.decision[decision]
    return path(colour, STROKES[decision]) + drawGlyph(decision, { x: x + 13, y: y - 9 }, palette) + label
  }
  if (!link) return label
  const [from, to] = [
    { x, y },
    { x: x + 44, y },
  ]
  return (
    drawLink({ kind: link, path: `M${round(x)} ${round(y)}h44`, from, to, across: true }, palette) + label
  )
}
