import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FreeSpace } from './free-space.ts'

const number = (most: number) => fc.integer({ min: -most, max: most })
const length = fc.integer({ min: 1, max: 600 })
const rect = fc.record({ x: number(900), y: number(900), width: length, height: length })

describe('FreeSpace', () => {
  it('grants a wish that is free', () => {
    expect(new FreeSpace(24).nearest({ x: 5, y: 7 }, { width: 100, height: 50 })).toEqual({ x: 5, y: 7 })
  })

  it('goes to the nearer side of what is in the way', () => {
    const space = new FreeSpace(24)
    space.add({ x: 0, y: 0, width: 100, height: 100 })
    expect(space.nearest({ x: 0, y: 20 }, { width: 100, height: 40 })).toEqual({ x: 0, y: -64 })
    expect(space.nearest({ x: 0, y: 60 }, { width: 100, height: 40 })).toEqual({ x: 0, y: 124 })
  })

  it('finds a place that keeps its distance from everything, whatever stands there', () => {
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 30 }), rect, (standing, { x, y, ...size }) => {
        const space = new FreeSpace(24)
        for (const one of standing) space.add(one)
        const at = space.nearest({ x, y }, size)
        expect(at.x).toBe(x)
        const near = standing.filter(
          other =>
            at.x < other.x + other.width + 24 &&
            other.x < at.x + size.width + 24 &&
            at.y < other.y + other.height + 24 &&
            other.y < at.y + size.height + 24,
        )
        expect(near).toEqual([])
      }),
    )
  })
})
