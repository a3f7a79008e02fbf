import type { Decision } from '@iam-canvas/core'
import { STROKES } from './draw-lines.ts'
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
  plain: 'attached',
  'runs-as': 'runs as',
  boundary: 'permissions boundary',
  trust: 'trust',
} as const

/** Only what the picture shows. */
function entriesOf({ lines, links }: Picture): readonly Entry[] {
  const decided = new Set(lines.map(line => line.decision))
  const kinds = new Set(
    links.map(({ kind }) =>
      kind === 'boundary' || kind === 'trust' || kind === 'runs-as' ? kind : ('plain' as const),
    ),
  )
  return [
    ...(Object.keys(words) as Decision[])
      .filter(decision => decided.has(decision))
      .map(decision => ({ decision, text: words[decision] })),
    ...(['plain', 'runs-as', 'boundary', 'trust'] as const)
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
  if (link === 'boundary') {
    return path(palette.line, 'stroke-width="4"') + path(palette.ground, 'stroke-width="1.5"') + label
  }
  const end =
    link === 'runs-as'
      ? `<path d="M${round(x + 36)} ${round(y - 4.5)}l8 4.5-8 4.5z" fill="${palette.line}"/>`
      : link === 'trust'
        ? `<path d="M${round(x + 37)} ${round(y - 4)}l7 4-7 4" fill="none" stroke="${palette.line}" stroke-width="1.25"/>`
        : `<rect x="${round(x)}" y="${round(y - 3)}" width="6" height="6" rx="1" fill="${palette.line}"/>`
  return path(palette.line, 'stroke-width="1.25"') + end + label
}
