import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Rect } from './graph.ts'
import { overlap, part, type Unit } from './part.ts'
import { shelves } from './shelves.ts'

const units = fc.array(
  fc.record({
    rect: fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
      width: fc.integer({ min: 20, max: 400 }),
      height: fc.integer({ min: 20, max: 400 }),
    }),
    frame: fc.boolean(),
  }),
  { maxLength: 14 },
)

const moved = (all: readonly Unit[]) =>
  part(all, 16).map(({ x, y }, index): Rect => {
    const { rect } = all[index]!
    return { ...rect, x: rect.x + x, y: rect.y + y }
  })

it('afterwards no frame overlaps anything, and the first stays', () => {
  fc.assert(
    fc.property(units, all => {
      const rects = moved(all)
      rects.forEach((rect, i) => {
        rects.slice(i + 1).forEach((other, j) => {
          if (all[i]!.frame || all[i + 1 + j]!.frame) expect(overlap(rect, other)).toBe(false)
        })
      })
      if (all[0]) expect(rects[0]).toEqual(all[0].rect)
    }),
  )
})

it('what overlaps nothing does not move', () => {
  const apart: Unit[] = [
    { rect: { x: 0, y: 0, width: 100, height: 100 }, frame: true },
    { rect: { x: 104, y: 0, width: 100, height: 100 }, frame: true },
  ]
  expect(part(apart, 32)).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ])
})

it('shelves hold boxes without overlaps and about as wide as a screen', () => {
  const boxes = Array.from({ length: 12 }, () => ({ width: 300, height: 200 }))
  const { at, size } = shelves(boxes, 32)
  const rects = at.map((point, index) => ({ ...point, ...boxes[index]! }))
  rects.forEach((rect, i) => {
    for (const other of rects.slice(i + 1)) expect(overlap(rect, other)).toBe(false)
  })
  expect(size.width / size.height).toBeGreaterThan(1)
  expect(size.width / size.height).toBeLessThan(3)
})
