import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aligned, type Axis, distributed, type Edge, type Placed } from './align.ts'

const a: Placed = { id: 'user:a', x: 0, y: 0, width: 100, height: 50 }
const b: Placed = { id: 'user:b', x: 30, y: 200, width: 200, height: 100 }
const c: Placed = { id: 'user:c', x: 500, y: 90, width: 100, height: 50 }

const whole = fc.integer({ min: -2_000, max: 2_000 })
const size = fc.integer({ min: 1, max: 400 })
const boxes = fc
  .array(fc.record({ x: whole, y: whole, width: size, height: size }), { minLength: 2, maxLength: 12 })
  .map(list => list.map((box, index): Placed => ({ ...box, id: `user:${index}` })))
const edge = fc.constantFrom<Edge>('left', 'centre', 'right', 'top', 'middle', 'bottom')
const axis = fc.constantFrom<Axis>('horizontally', 'vertically')

const after = (list: readonly Placed[], places: ReturnType<typeof aligned>): Placed[] =>
  list.map(box => ({ ...box, ...places.get(box.id) }))

describe('aligning', () => {
  it('puts all on the outermost edge, and moves along one axis only', () => {
    expect([...aligned([a, b, c], 'left')]).toEqual([
      ['user:b', { x: 0, y: 200 }],
      ['user:c', { x: 0, y: 90 }],
    ])
    expect([...aligned([a, b], 'bottom')]).toEqual([['user:a', { x: 0, y: 250 }]])
    expect([...aligned([a, b], 'centre')]).toEqual([
      ['user:a', { x: 65, y: 0 }],
      ['user:b', { x: 15, y: 200 }],
    ])
  })

  it('what is aligned already stays', () => {
    fc.assert(
      fc.property(boxes, edge, (list, to) => {
        expect(aligned(after(list, aligned(list, to)), to).size).toBe(0)
      }),
    )
  })
})

describe('distributing', () => {
  it('makes the gaps equal between the first and the last, which stay', () => {
    expect([...distributed([a, b, c], 'horizontally')]).toEqual([['user:b', { x: 200, y: 200 }]])
    expect(distributed([a, b], 'vertically').size).toBe(0)
  })

  it('gaps differ by no more than rounding, and nothing leaves its row or column', () => {
    fc.assert(
      fc.property(boxes, axis, (list, along) => {
        const [at, extent, across] =
          along === 'horizontally' ? (['x', 'width', 'y'] as const) : (['y', 'height', 'x'] as const)
        const placed = after(list, distributed(list, along))
        expect(placed.map(box => box[across])).toEqual(list.map(box => box[across]))
        if (list.length < 3) return
        const order = list.toSorted((p, q) => p[at] + p[extent] / 2 - (q[at] + q[extent] / 2))
        const inOrder = order.map(box => placed.find(one => one.id === box.id)!)
        const gaps = inOrder
          .slice(1)
          .map((box, index) => box[at] - inOrder[index]![at] - inOrder[index]![extent])
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2)
      }),
    )
  })
})
