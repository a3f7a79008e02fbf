import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countCrossings, fanExcess } from './crossings.ts'

// Few different places, so that lines often share an end.
const place = fc.integer({ min: 0, max: 6 })
const fan = fc.array(place, { maxLength: 6 }).map(ends => ends.sort((a, b) => a - b))

const pairsWhere = (a: readonly number[], b: readonly number[], holds: (x: number, y: number) => boolean) =>
  a.reduce((sum, x) => sum + b.filter(y => holds(x, y)).length, 0)

it('counts the pairs of lines whose ends stand in opposite order, whatever the lines', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), lines => {
      let expected = 0
      for (const [left, right] of lines) {
        for (const [otherLeft, otherRight] of lines) if (left < otherLeft && right > otherRight) expected++
      }
      const [left, right] = [0, 1].map(side => Float64Array.from(lines, line => line[side]!))
      expect(countCrossings(left!, right!)).toBe(expected)
    }),
  )
})

it('weighs one fan above the other against the other way round, whatever the fans', () => {
  fc.assert(
    fc.property(fan, fan, (upper, lower) => {
      const ends = Float64Array.from([...upper, ...lower])
      const start = Int32Array.of(0, upper.length, upper.length + lower.length)
      const crossed = pairsWhere(upper, lower, (a, b) => a > b)
      const otherwise = pairsWhere(upper, lower, (a, b) => a < b)
      expect(fanExcess(ends, start, 0, 1)).toBe(crossed - otherwise)
      expect(fanExcess(ends, start, 1, 0)).toBe(otherwise - crossed)
    }),
  )
})
