import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noSnap, snapTo } from './snap.ts'

const still = { x: 100, y: 100, width: 100, height: 50 }

describe('snapping', () => {
  it('gives in to the nearest edge within reach, and draws a line through both', () => {
    const { by, guides } = snapTo({ x: 104, y: 300, width: 60, height: 20 }, [still], 6)
    expect(by).toEqual({ x: -4, y: 0 })
    expect(guides).toEqual([{ along: 'x', at: 100, from: 100, to: 320 }])
  })

  it('middles meet middles, and both directions at once', () => {
    const { by } = snapTo({ x: 121, y: 147, width: 60, height: 20 }, [still], 6)
    expect(by).toEqual({ x: -1, y: 3 })
  })

  it('nothing within reach moves nothing', () => {
    expect(snapTo({ x: 400, y: 400, width: 10, height: 10 }, [still], 6)).toBe(noSnap)
    expect(snapTo(still, [], 6)).toBe(noSnap)
  })

  it('never moves further than the reach, and what has snapped stays', () => {
    const place = fc.integer({ min: -500, max: 500 })
    const size = fc.integer({ min: 2, max: 200 }).map(half => half * 2)
    const rect = fc.record({ x: place, y: place, width: size, height: size })
    fc.assert(
      fc.property(rect, fc.array(rect, { maxLength: 8 }), (moving, others) => {
        const { by } = snapTo(moving, others, 6)
        expect(Math.abs(by.x)).toBeLessThanOrEqual(6)
        expect(Math.abs(by.y)).toBeLessThanOrEqual(6)
        const there = { ...moving, x: moving.x + by.x, y: moving.y + by.y }
        const again = snapTo(there, others, 6)
        expect(Math.abs(again.by.x) + Math.abs(again.by.y)).toBe(0)
      }),
    )
  })
})
