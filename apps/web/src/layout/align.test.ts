import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignColumn } from './align.ts'

const wishes = fc.array(
  fc.record({
    top: fc.integer({ min: -4000, max: 4000 }),
    weight: fc.integer({ min: 1, max: 9 }),
    step: fc.integer({ min: 1, max: 100 }).map(step => step * 4),
  }),
  { maxLength: 40 },
)

describe('alignColumn', () => {
  it('gives each what it wishes while nothing is in the way', () => {
    const far = [0, 400, 1200].map(top => ({ top, weight: 1, step: 100 }))
    expect(alignColumn(far)).toEqual([0, 400, 1200])
  })

  it('lets two with the same wish share it, the heavier nearer to it', () => {
    expect(alignColumn([100, 100].map(top => ({ top, weight: 1, step: 80 })))).toEqual([60, 140])
    expect(
      alignColumn([
        { top: 100, weight: 3, step: 80 },
        { top: 100, weight: 1, step: 80 },
      ]),
    ).toEqual([80, 160])
  })

  it('keeps order, distances and the grid', () => {
    fc.assert(
      fc.property(wishes, column => {
        const tops = alignColumn(column)
        expect(tops.map(top => Math.abs(top % 4))).toEqual(column.map(() => 0))
        const room = tops.slice(1).map((top, index) => top - tops[index]! - column[index]!.step)
        expect(Math.min(0, ...room)).toBe(0)
      }),
    )
  })
})
