import { describe, expect, it } from 'vitest'
import type { Box } from './hit-test.ts'
import { viewOf } from './view-of.ts'

const pane = { width: 800, height: 600 }
const map = { width: 220, height: 190 }
const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  id: `user:${x}-${y}`,
  x,
  y,
  width,
  height,
  parent: undefined,
})

describe('the view of everything', () => {
  it('never enlarges, and centres above the tools at the foot', () => {
    expect(viewOf([boxAt(100, 50, 200, 100)], pane)).toEqual({ zoom: 1, x: 200, y: 176 })
  })

  it('leaves the map alone where nothing lies under it, however far the whole reaches', () => {
    const boxes = [boxAt(0, 0, 700, 100), boxAt(0, 400, 100, 80)]
    expect(viewOf(boxes, { ...pane, map })).toEqual(viewOf(boxes, pane))
  })

  it('moves what would lie under the map above or beside it', () => {
    const boxes = [boxAt(0, 0, 700, 100), boxAt(600, 400, 100, 80)]
    const { x, y, zoom } = viewOf(boxes, { ...pane, map })
    const under = 700 * zoom + x > pane.width - map.width && 480 * zoom + y > pane.height - map.height
    expect(under).toBe(false)
    expect(zoom).toBeGreaterThan(0.5)
  })
})
