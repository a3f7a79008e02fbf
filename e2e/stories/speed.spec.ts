import { writeFile } from 'node:fs/promises'
import { bigDumpText } from '@iam-canvas/exchange/testing'
import { expect, type Page } from '@playwright/test'
import { entry, inspector, message, node, openApp, spot } from '../support/canvas.ts'
import { chooseFile } from '../support/files.ts'
import { longestGap, watchFrames } from '../support/frames.ts'
import { countRenderedNodes, renderedNodes } from '../support/render-count.ts'
import { test } from '../support/story.ts'

const moves = 30

/** One move per frame, as a hand makes them: several in one frame would be counted as one. */
async function moveFrameByFrame(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(from.x + (by.x * move) / moves, from.y + (by.y * move) / moves)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

test('a node that is dragged is the only one that is rendered', async ({ page }) => {
  await countRenderedNodes(page)
  await openApp(page)
  // Counting works: the example's five nodes were rendered, and selecting renders at least the one.
  expect(await renderedNodes(page)).toBeGreaterThanOrEqual(5)
  await node(page, /^Resource GameOutcome/).click()
  expect(await renderedNodes(page)).toBeGreaterThanOrEqual(1)

  const box = await node(page, /^Resource GameOutcome/).boundingBox()
  const from = await spot(page, 0, 0)
  const start = { x: (box?.x ?? from.x) + 40, y: (box?.y ?? from.y) + 20 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 6, start.y + 6)
  await page.evaluate(() => new Promise(requestAnimationFrame))
  await renderedNodes(page)
  await moveFrameByFrame(page, start, { x: 60, y: 180 })
  const rendered = await renderedNodes(page)
  await page.mouse.up()
  expect(rendered / moves).toBeGreaterThan(0)
  expect(rendered / moves).toBeLessThanOrEqual(1.5)
})

test('the page answers while a large account is read and opened', async ({ page }, testInfo) => {
  const file = testInfo.outputPath('big.json')
  await writeFile(file, bigDumpText())
  await openApp(page)
  // Another program may hold up the machine for a moment; a page that is slow is slow each time.
  await expect(async () => {
    await watchFrames(page)
    const begun = Date.now()
    await chooseFile(page, file)
    await expect(page.getByRole('dialog')).toContainText('500 users', { timeout: 10_000 })
    expect(Date.now() - begun).toBeLessThan(10_000)
    await page.getByRole('button', { name: 'Open account' }).click()
    await expect(page.getByRole('contentinfo')).toContainText(/\d{3,} allowed/)
    expect(await longestGap(page)).toBeLessThan(1000)
  }).toPass({ intervals: [0] })
})

test('a large account is decided beside the page: the lines follow an edit, its undo, and another request', async ({
  page,
}, testInfo) => {
  const file = testInfo.outputPath('large.json')
  await writeFile(file, bigDumpText({ users: 700, groups: 50, roles: 100, policies: 700 }))
  const inWorker = () => page.workers().some(worker => worker.url().includes('access-worker'))
  await openApp(page)
  expect(inWorker()).toBe(false)
  await chooseFile(page, file)
  await page.getByRole('button', { name: 'Open account' }).click({ timeout: 20_000 })
  const status = page.getByRole('contentinfo', { name: 'Status' })
  const allowed = async () => Number(/(\d+) allowed/.exec((await status.textContent()) ?? '')?.[1])
  await expect.poll(allowed, { timeout: 20_000 }).toBeGreaterThan(1000)
  expect(inWorker()).toBe(true)
  const before = await allowed()

  await entry(page, /\w+\.\d+/)
    .first()
    .click()
  await inspector(page)
    .getByRole('button', { name: /^Leave / })
    .first()
    .click()
  await expect(message(page, /removed from .* lost/)).toBeVisible({ timeout: 20_000 })
  expect(await allowed()).toBeLessThan(before)
  await node(page, /^User /)
    .first()
    .focus()
  await page.keyboard.press('Control+z')
  await expect.poll(allowed, { timeout: 20_000 }).toBe(before)

  await page.keyboard.press('x')
  await page.getByRole('dialog', { name: 'Request' }).getByRole('button', { name: 'Office' }).press('Enter')
  await expect(status).toContainText('0 depends', { timeout: 20_000 })
  const inOffice = await allowed()
  expect(inOffice).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await expect(page.getByText('saved', { exact: true })).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect.poll(allowed, { timeout: 20_000 }).toBe(inOffice)
})
