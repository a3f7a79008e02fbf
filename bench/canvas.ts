import type { Browser, Page } from '@playwright/test'
import { firstNodeAfter, framesDuring, watchFirstNode, type Frames } from './canvas/frames.ts'
import { dragAbout, panAbout, zoomAbout } from './canvas/hands.ts'
import { appWith, launch, newPage, served } from './canvas/open-app.ts'
import { row } from './measure.ts'

/**
 * The canvas rows of the design's table in the built app, each against React Flow as it comes at the same size in the
 * same run: `npm run bench:canvas`. Both pages run in the same headless Chromium. Ratios are what counts.
 */
const appFolder = process.env.BENCH_APP ?? ''
const stockFolder = process.env.BENCH_STOCK ?? ''

async function stockWith(browser: Browser, address: string, nodes: number): Promise<Page> {
  const page = await newPage(browser)
  await page.goto(`${address}?nodes=${nodes}`)
  await page.locator('.react-flow__node').first().waitFor({ timeout: 120_000 })
  return page
}

/** The middle of three: each in the page as it is when it is opened anew. */
async function firstRender(page: Page): Promise<number> {
  await watchFirstNode(page)
  const all: number[] = []
  for (let time = 0; time < 3; time++) {
    await page.reload()
    all.push(await firstNodeAfter(page))
  }
  return all.sort((a, b) => a - b)[1] ?? 0
}

const frames = ({ perSecond, p95, busy }: Frames) =>
  `${perSecond.toFixed(0)} frames/s, p95 ${p95.toFixed(0)} ms, busy ${(busy * 100).toFixed(0)} %`

const browser = await launch()
const app = await served(appFolder)
const stock = await served(stockFolder)
const hold: Readonly<Record<number, string>> = { 1_000: '≤ 0.35× stock', 5_000: '≤ 0.12× stock' }

for (const nodes of [500, 1_000, 2_500, 5_000]) {
  console.log(`\n${nodes.toLocaleString('en')} nodes, ${(nodes * 1.5).toLocaleString('en')} lines\n`)
  const ours = await appWith(browser, app, nodes)
  const theirs = await stockWith(browser, stock, nodes)
  const mine = await firstRender(ours)
  const anchor = await firstRender(theirs)
  row('first render', `${mine.toFixed(0)} ms`, hold[nodes] ?? '', `${(mine / anchor).toFixed(2)}× stock`)

  const compare = async (what: string, run: (page: Page) => Promise<unknown>, wanted: string) => {
    const own = await framesDuring(ours, () => run(ours))
    const other = await framesDuring(theirs, () => run(theirs))
    row(what, frames(own), wanted, `stock: ${frames(other)}`)
  }
  await compare('drag a node, zoomed in', dragAbout, 'every frame, p95 ≤ 17 ms')
  await compare('pan, zoomed in', panAbout, '≥ 57 frames/s')
  await ours.getByRole('button', { name: 'Fit everything' }).click()
  await ours.waitForTimeout(800)
  await compare('drag a node, everything in view', dragAbout, 'every frame, p95 ≤ 17 ms')
  await compare('pan, everything in view', panAbout, '≥ 57 frames/s')
  await compare('zoom, everything in view', zoomAbout, '≥ 57 frames/s')
  await compare('idle', page => page.waitForTimeout(2_000), 'busy ≤ 2 %')
  await ours.context().close()
  await theirs.context().close()
}
await browser.close()
process.exit(0)
