import type { CDPSession, Page } from '@playwright/test'

/** Milliseconds of the page's own thread, not of the clock: what else the machine does is not in them. */
export interface Spent {
  /** From the letter until the frame that shows it: everything, and what of it is our code and the libraries'. */
  readonly atOnce: number
  readonly script: number
  /** In the half second after that: the checks and the saving, in slices that let others in between. */
  readonly later: number
}

/** Types a letter again and again where the focus is; `''` types nothing, which is the anchor. */
export async function keystrokes(page: Page, letter: string, times: number): Promise<Spent[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const all: Spent[] = []
  for (let turn = 0; turn < times; turn++) {
    const before = await spent(session)
    await typed(page, letter)
    const shown = await spent(session)
    await page.waitForTimeout(500)
    const after = await spent(session)
    all.push({
      atOnce: shown.task - before.task,
      script: shown.script - before.script,
      later: after.task - shown.task,
    })
  }
  await session.detach()
  return all
}

async function spent(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => (metrics.find(metric => metric.name === name)?.value ?? 0) * 1_000
  return { task: of('TaskDuration'), script: of('ScriptDuration') }
}

/** Until the frame has been painted: a message is handled after it. */
const typed = (page: Page, letter: string): Promise<void> =>
  page.evaluate(
    text =>
      new Promise<void>(resolve => {
        // The old way is the one that goes through the editor's own handling of input.
        if (text !== '') document.execCommand('insertText', false, text)
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve())
          port1.start()
          port2.postMessage(undefined)
        })
      }),
    letter,
  )
