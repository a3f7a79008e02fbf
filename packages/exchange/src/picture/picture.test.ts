import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPicture } from './draw-picture.ts'
import type { Picture, PictureKind, PictureLine, PictureNode } from './picture.ts'
import { drawSketch, sketchOf } from './sketch.ts'
import { fitted, textWidth, wrapped } from './svg-text.ts'

const node = (kind: PictureKind, name: string, x: number, more: Partial<PictureNode> = {}): PictureNode => ({
  kind,
  name,
  x,
  y: 0,
  width: 184,
  height: 56,
  rows: [],
  ...more,
})

const from = { x: 184, y: 28 }
const to = { x: 600, y: 28 }
const line = (decision: PictureLine['decision'], label?: string): PictureLine => ({
  decision,
  path: 'M184 28C300 28 480 28 600 28',
  head: 'M593 23L600 28L593 33',
  at: { x: 476, y: 28 },
  from,
  to,
  ...(label !== undefined && { label }),
})

const picture = (name = 'ana', words = 'Read'): Picture => ({
  title: name,
  nodes: [
    node('group', name, 0, { height: 300, stamp: '1 member' }),
    node('user', name, 12, { rows: [{ text: words }], ceiling: name }),
    node('policy', name, 252, {
      height: 90,
      tab: 'not attached',
      rows: [
        { text: words, effect: 'Allow', lines: 2 },
        { text: words, effect: 'Deny' },
        { text: 'and 3 more' },
      ],
    }),
    node('resource', name, 600, {
      service: 's3',
      height: 84,
      rows: [{ text: words }, { text: words, code: true }],
    }),
  ],
  links: [
    { kind: 'attachment', path: 'M184 28C200 28 230 28 252 28', from, to: { x: 252, y: 28 } },
    { kind: 'boundary', path: 'M184 28C200 28 230 28 252 28', from, to: { x: 252, y: 28 } },
  ],
  lines: [
    line('Allow', words),
    line('ExplicitDeny', words),
    line('DependsOnContext', words),
    line('ImplicitDeny'),
  ],
})

const ELEMENTS = new Set(['svg', 'title', 'rect', 'path', 'g', 'text'])
const ATTRIBUTES =
  /^(?:xmlns|width|height|viewBox|font-(?:family|size|weight)|role|x|y|rx|d|fill|stroke|transform|textLength|lengthAdjust|(?:fill|stroke)-[a-z]+)$/

/** The texts of an SVG; fails on anything that is not one of the few elements and attributes a picture needs. */
function textsOf(svg: string): string[] {
  const texts: string[] = []
  const open: string[] = []
  let at = 0
  const tag = /<(\/?)([a-z]+)((?:\s[\w-]+="[^"<>&]*(?:&#39;[^"<>&]*)*")*)\s?(\/?)>/gi
  for (const match of svg.matchAll(tag)) {
    const text = svg.slice(at, match.index)
    if (/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`not plain text: ${text}`)
    if (text.trim() !== '') texts.push(text)
    at = match.index + match[0].length
    const [, closing, element = '', attributes = '', empty] = match
    if (!ELEMENTS.has(element)) throw new Error(`element ${element}`)
    for (const [, attribute = ''] of attributes.matchAll(/\s([\w-]+)=/g)) {
      if (!ATTRIBUTES.test(attribute)) throw new Error(`attribute ${attribute}`)
    }
    if (closing && open.pop() !== element) throw new Error(`</${element}> closes nothing`)
    if (!closing && !empty) open.push(element)
  }
  if (open.length > 0 || svg.slice(at).trim() !== '') throw new Error(`left open: ${open.join()}`)
  return texts
}

describe('a picture of a model', () => {
  it('names every node, says what each row says, and what each line allows', () => {
    const texts = textsOf(drawPicture(picture('ana', 'get item'), { theme: 'light' }).svg)
    for (const text of ['ana', 'get item', '1 member', 'not attached', 'and 3 more'])
      expect(texts).toContain(text)
  })

  it('explains the signs it uses, and no others', () => {
    const all = textsOf(drawPicture(picture(), { theme: 'light' }).svg)
    for (const word of ['allowed', 'explicit deny', 'depends on context', 'implicit deny', 'attached'])
      expect(all).toContain(word)
    const one = textsOf(
      drawPicture({ ...picture(), lines: [line('Allow')], links: [] }, { theme: 'light' }).svg,
    )
    expect(one).toContain('allowed')
    expect(one).not.toContain('explicit deny')
    expect(one).not.toContain('attached')
    expect(textsOf(drawPicture(picture(), { theme: 'light', legend: false }).svg)).not.toContain('allowed')
  })

  it('tells each decision by stroke and sign, not by colour alone', () => {
    const looks = (['Allow', 'ExplicitDeny', 'DependsOnContext', 'ImplicitDeny'] as const).map(decision =>
      drawPicture(
        { ...picture(), nodes: [], links: [], lines: [line(decision)] },
        { theme: 'dark', legend: false },
      ).svg.replaceAll(/#[\da-f]{6}/g, 'colour'),
    )
    expect(new Set(looks).size).toBe(4)
  })

  it('draws each kind in its own shape', () => {
    const kinds: PictureKind[] = [
      'user',
      'group',
      'role',
      'policy',
      'resource',
      'function',
      'external',
      'account',
      'ou',
      'note',
      'ghost',
    ]
    const shapes = kinds.map(kind =>
      drawPicture(
        { title: '', nodes: [node(kind, 'x', 0)], links: [], lines: [] },
        { theme: 'light', legend: false },
      ).svg.replaceAll(kind, ''),
    )
    expect(new Set(shapes).size).toBe(kinds.length)
  })

  it('holds everything it draws inside its edges, and an empty model says so', () => {
    const drawn = drawPicture(picture(), { theme: 'light' })
    expect(drawn.width).toBeGreaterThan(784 + 60)
    expect(drawn.height).toBeGreaterThan(300 + 60)
    const empty = drawPicture({ title: 'Empty', nodes: [], links: [], lines: [] }, { theme: 'dark' })
    expect(textsOf(empty.svg)).toContain('Nothing is drawn yet')
  })

  it('light and dark differ in colours only', () => {
    const plain = (theme: 'light' | 'dark') =>
      drawPicture(picture(), { theme }).svg.replaceAll(/#[\da-f]{6}/g, 'colour')
    expect(plain('light')).toBe(plain('dark'))
    expect(drawPicture(picture(), { theme: 'light' }).svg).not.toBe(
      drawPicture(picture(), { theme: 'dark' }).svg,
    )
  })

  it('is the same text for the same picture', () => {
    expect(drawPicture(picture(), { theme: 'light' })).toEqual(drawPicture(picture(), { theme: 'light' }))
  })

  it('writes any name as text: markup, quotes, control and direction marks', () => {
    const hostile = '</text><script>alert(1)</script><image href="x" onerror=\'y\'/>&amp;\u202E\u0000'
    const { svg } = drawPicture(picture(hostile, hostile), { theme: 'light' })
    expect(() => textsOf(svg)).not.toThrow()
    expect(svg).not.toMatch(/<script|<image|[\u0000\u202e]/)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (name, words) => {
        const drawn = drawPicture(picture(name, words), { theme: 'dark' }).svg
        textsOf(drawn)
        return !/[\u0000-\u0009\u000b-\u001f]/.test(drawn) && drawn === Buffer.from(drawn).toString()
      }),
      { numRuns: 300 },
    )
  })

  it('writes path data of a line as an attribute, whatever it holds', () => {
    const bad = '"/><script>alert(1)</script>'
    const { svg } = drawPicture(
      {
        ...picture(),
        lines: [{ ...line('Allow'), path: bad, head: bad }],
        links: [{ kind: bad, path: bad, from, to }],
      },
      { theme: 'light' },
    )
    expect(svg).not.toContain('<script')
  })
})

describe('a thumbnail', () => {
  it('is small for any model and well-formed', () => {
    const many = {
      ...picture(),
      nodes: Array.from({ length: 5_000 }, (_, at) => node('user', 'x'.repeat(200), at * 200)),
    }
    const sketch = sketchOf(many)
    expect(JSON.stringify(sketch).length).toBeLessThan(4_000)
    expect(textsOf(drawSketch(sketch, 'light', 280, 150))).toEqual([])
    expect(textsOf(drawSketch({ boxes: [], lines: [] }, 'dark', 280, 150))).toEqual([])
    expect(drawSketch(sketchOf(picture()), 'light', 280, 150)).not.toMatch(/NaN|Infinity/)
  })
})

describe('texts that must fit', () => {
  it('are cut with an ellipsis, and never wider than their place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 20, max: 300 }),
        fc.boolean(),
        (text, width, code) => {
          const cut = fitted(text, width, 12, code)
          return textWidth(cut, 12, code) <= width && (cut === text || cut.endsWith('…'))
        },
      ),
    )
  })

  it('break at blanks into no more lines than there are', () => {
    expect(wrapped('get, query, scan on GameOutcome', 98, 11.5, 2)).toEqual([
      'get, query, scan',
      'on GameOutcome',
    ])
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 3 }),
        (text, width, lines) => {
          const rows = wrapped(text, width, 12, lines)
          return rows.length <= lines && rows.every(row => textWidth(row, 12) <= width)
        },
      ),
    )
  })
})
