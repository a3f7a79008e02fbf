import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pngSize } from './png.ts'

it('is twice as large as drawn, and never larger than browsers can hold', () => {
  expect(pngSize({ svg: '', width: 800, height: 500 })).toEqual({ scale: 2, width: 1600, height: 1000 })
  const side = fc.integer({ min: 1, max: 200_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const size = pngSize({ svg: '', width, height })
      return size.width <= 8_192 && size.height <= 8_192 && size.width * size.height <= 16_000_000
    }),
  )
})
