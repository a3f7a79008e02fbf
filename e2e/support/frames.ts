import type { Page } from '@playwright/test'

interface FramesWindow {
  longestGap: number
  /** Ends the watch before, if there was one. */
  watch: number
}

/** Starts to measure how long the page goes without drawing a frame, which is how long it does not answer. */
export const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const watching = window as unknown as FramesWindow
    watching.longestGap = 0
    cancelAnimationFrame(watching.watch)
    let last = performance.now()
    const frame = () => {
      const now = performance.now()
      watching.longestGap = Math.max(watching.longestGap, now - last)
      last = now
      watching.watch = requestAnimationFrame(frame)
    }
    watching.watch = requestAnimationFrame(frame)
  })

/** The longest time without a frame since watching began, in milliseconds. */
export const longestGap = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as FramesWindow).longestGap)
