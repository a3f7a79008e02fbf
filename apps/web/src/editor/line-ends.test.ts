import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editorText } from './line-ends.ts'

const pieces = fc.array(fc.constantFrom('a', '"', '\r\n', '\n', '\r'), { maxLength: 30 })

it('leaves a text without carriage returns alone', () => {
  const { text, at } = editorText('{\n}')
  expect(text).toBe('{\n}')
  expect([0, 1, 3].map(at)).toEqual([0, 1, 3])
})

it('has no carriage return left, and as many lines', () => {
  fc.assert(
    fc.property(pieces, all => {
      const original = all.join('')
      const { text } = editorText(original)
      expect(text).not.toContain('\r')
      expect(text.split('\n')).toEqual(original.split(/\r\n?|\n/))
    }),
  )
})

it('finds every character where it went', () => {
  fc.assert(
    fc.property(pieces, all => {
      const original = all.join('')
      const { text, at } = editorText(original)
      for (let offset = 0; offset <= original.length; offset++) {
        const character = original[offset]
        if (character !== '\r' && character !== undefined) expect(text[at(offset)]).toBe(character)
      }
      expect(at(original.length)).toBe(text.length)
    }),
  )
})
