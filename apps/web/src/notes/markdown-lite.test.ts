import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownLite } from './markdown-lite.ts'

const pieces = (text: string) => markdownLite(text).flatMap(line => line.pieces)

describe('the text of a note', () => {
  it('knows bold, lists, headings and links', () => {
    expect(markdownLite('# Plan\n- ask **ana**\nsee [docs](https://docs.aws.amazon.com/IAM)')).toEqual([
      { kind: 'heading', pieces: [{ text: 'Plan' }] },
      { kind: 'item', pieces: [{ text: 'ask ' }, { text: 'ana', bold: true }] },
      { kind: 'text', pieces: [{ text: 'see ' }, { text: 'docs', href: 'https://docs.aws.amazon.com/IAM' }] },
    ])
  })

  it('an address by itself is a link', () => {
    expect(pieces('at https://example.com/a now')[1]).toEqual({
      text: 'https://example.com/a',
      href: 'https://example.com/a',
    })
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', 'vbscript:x', '//evil', 'file:///etc'])(
    'does not follow %s',
    address => {
      expect(pieces(`[click](${address})`).some(piece => piece.href !== undefined)).toBe(false)
    },
  )

  it('every link leads to the web or a mail, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl().map(url => `[x](${url})`),
        ),
        text => {
          for (const { href } of pieces(text)) if (href) expect(href).toMatch(/^(https?|mailto):/)
        },
      ),
    )
  })
})
