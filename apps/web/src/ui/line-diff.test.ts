import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineDiff } from './line-diff.ts'

const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(lines => lines.join('\n'))

describe('the lines in which two texts differ', () => {
  it('keeps what is the same and says what is gone and what is new', () => {
    expect(lineDiff('a\nb\nc', 'a\nx\nc')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'gone', text: 'b' },
      { kind: 'new', text: 'x' },
      { kind: 'same', text: 'c' },
    ])
  })

  it('gives back either text without the lines of the other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = lineDiff(before, after)
        const without = (kind: string) =>
          lines
            .filter(line => line.kind !== kind)
            .map(({ text }) => text)
            .join('\n')
        expect(without('new')).toBe(before)
        expect(without('gone')).toBe(after)
      }),
    )
  })

  it('finds nothing between a text and itself', () => {
    fc.assert(fc.property(texts, text => lineDiff(text, text).every(({ kind }) => kind === 'same')))
  })
})
