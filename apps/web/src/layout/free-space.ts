import type { Point, Rect, Size } from './graph.ts'
import { snapUp } from './spacing.ts'

const stripWidth = 256

/** What stands on the canvas, kept in vertical strips, so that free places are found without looking at all of it. */
export class FreeSpace {
  readonly #strips = new Map<number, Rect[]>()
  readonly #gap: number

  /** `gap` is the least distance above, below and beside. */
  constructor(gap: number) {
    this.#gap = gap
  }

  add(rect: Rect): void {
    for (
      let strip = stripOf(rect.x - this.#gap);
      strip <= stripOf(rect.x + rect.width + this.#gap);
      strip++
    ) {
      const there = this.#strips.get(strip)
      if (there) there.push(rect)
      else this.#strips.set(strip, [rect])
    }
  }

  /** The free place for `size` with its left side at `wish.x` that is nearest to the wish: above or below there is always one. */
  nearest(wish: Point, size: Size): Point {
    const { x, y } = wish
    const blocking: Rect[] = []
    for (let strip = stripOf(x); strip <= stripOf(x + size.width); strip++) {
      for (const rect of this.#strips.get(strip) ?? []) {
        if (rect.x < x + size.width + this.#gap && x < rect.x + rect.width + this.#gap) blocking.push(rect)
      }
    }
    const down = this.#firstFree(
      blocking.sort((a, b) => a.y - b.y),
      y,
      size.height,
    )
    if (down === y) return wish
    const flipped = blocking.map(rect => ({ ...rect, y: -rect.y - rect.height })).sort((a, b) => a.y - b.y)
    const up = -this.#firstFree(flipped, -y - size.height, size.height) - size.height
    return { x, y: y - up < down - y ? up : down }
  }

  /** The first top from `y` downwards that is clear of these, which are sorted from top to bottom. */
  #firstFree(blocking: readonly Rect[], y: number, height: number): number {
    let top = y
    for (const rect of blocking) {
      if (rect.y >= top + height + this.#gap) break
      if (rect.y + rect.height + this.#gap > top) top = snapUp(rect.y + rect.height + this.#gap)
    }
    return top
  }
}

const stripOf = (x: number): number => Math.floor(x / stripWidth)
