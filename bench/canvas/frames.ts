import type { Page } from '@playwright/test'

export interface Frames {
  readonly perSecond: number
  /** The 95th of a hundred gaps between two frames, in milliseconds. */
  readonly p95: number
  /** The share of the time in which the page's own thread was at work. */
  readonly busy: number
}

/** What is measured of an app runs in its page, under this name. */
interface Watched {
  gaps: number[]
  watch: number
  firstDrawn: number | undefined
}

/** From before the page's first script: when the first node stands on the screen. */
export const watchFirstNode = (page: Page) =>
  page.addInitScript(() => {
    const watched = window as unknown as Watched
    const look = () => {
      if (!document.querySelector('.react-flow__node')) {
        requestAnimationFrame(look)
        return
      }
      // The frame after this one shows what is in the page now.
      requestAnimationFrame(() => {
        watched.firstDrawn = performance.now()
      })
    }
    requestAnimationFrame(look)
  })

/** Milliseconds from the start of the navigation to the first node on the screen. */
export async function firstNodeAfter(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (window as unknown as Watched).firstDrawn, undefined, {
    timeout: 60_000,
  })
  return (await handle.jsonValue()) ?? 0
}

/** Runs something with the hand and says how the frames came meanwhile. */
export async function framesDuring(page: Page, run: () => Promise<unknown>): Promise<Frames> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const atWork = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.gaps = []
    let last = performance.now()
    const frame = () => {
      const now = performance.now()
      watched.gaps.push(now - last)
      last = now
      watched.watch = requestAnimationFrame(frame)
    }
    watched.watch = requestAnimationFrame(frame)
  })
  const before = await atWork()
  const begun = performance.now()
  await run()
  const taken = (performance.now() - begun) / 1000
  const busy = ((await atWork()) - before) / taken
  const gaps = await page.evaluate(() => {
    const watched = window as unknown as Watched
    cancelAnimationFrame(watched.watch)
    return watched.gaps
  })
  await session.detach()
  const sorted = [...gaps].sort((a, b) => a - b)
  return { perSecond: gaps.length / taken, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, busy }
}
