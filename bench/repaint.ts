import { appWith, launch, served } from './canvas/open-app.ts'
import { type Act, repaints } from './canvas/repaints.ts'
import { row } from './measure.ts'

/**
 * From an edit to the frame that shows its lines, in the built app with 500 nodes and all access lines:
 * `npm run bench:repaint`. The anchor is the same wait with nothing done, in the same page: what the machine and the
 * browser take for a frame.
 */
const nodes = 500
const times = 40

const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b)
const at = (all: readonly number[], share: number) => sorted(all)[Math.floor(all.length * share)] ?? 0

const browser = await launch()
const page = await appWith(browser, await served(process.env.BENCH_APP ?? ''), nodes)
await page.getByRole('button', { name: /^Access lines/ }).click()
await page.getByRole('menuitem', { name: 'All access lines' }).click()

const idle = at(await repaints(page, 'nothing', times), 0.95)
console.log(`\n${nodes} nodes, all access lines: until the change is painted\n`)
row('nothing', `p95 ${idle.toFixed(1)} ms`, 'the anchor')

async function measured(what: string, act: Act) {
  const all = await repaints(page, act, times)
  const [median, p95] = [at(all, 0.5), at(all, 0.95)]
  const ratio = `${(p95 / idle).toFixed(1)}× a frame with nothing`
  row(what, `median ${median.toFixed(1)}, p95 ${p95.toFixed(1)} ms`, '≤ 2 frames', ratio)
}

const outline = page.getByRole('listbox', { name: 'Outline of the model' })
await outline.getByRole('option', { name: 'user-0', exact: false }).first().click()
await page
  .getByRole('button', { name: /^Detach/ })
  .first()
  .click()
await measured('detach, undone and done again', { click: ['Undo', 'Redo'] })

await page.getByRole('button', { name: 'Any request' }).click()
await page.getByRole('dialog', { name: 'Request' }).waitFor()
await measured('another request', { click: ['Office', 'Home'] })
await page.keyboard.press('Escape')

await page.getByPlaceholder('Find').fill('Policy0')
await outline.getByRole('option', { name: 'Policy0', exact: false }).first().click()
await page.getByRole('textbox', { name: /^Policy text/ }).click()
await page.keyboard.press('Control+End')
await measured('a keystroke in a policy', { type: ' ' })

await browser.close()
process.exit(0)
