import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyBit, bitsFor, hasBit, setBit } from './bitset.ts'

it('a range holds any bit exactly when one of its cells does', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(130), { maxLength: 6 }),
      fc.nat(131),
      fc.nat(131),
      (cells, from, end) => {
        const bits = bitsFor(131)
        for (const cell of cells) setBit(bits, cell)
        const range = Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index)
        expect(anyBit(bits, from, end)).toBe(range.some(cell => hasBit(bits, cell)))
      },
    ),
  )
})
