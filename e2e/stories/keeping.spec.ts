import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { add, connect, drag, line, node, openApp, spot } from '../support/canvas.ts'
import { chooseFile } from '../support/files.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const saved = (page: Page) => expect(page.getByText('saved', { exact: true })).toBeVisible()

test('coming back finds the work, also when the page goes away at once', async ({ page }) => {
  await add(page, 'Group', 'developers', await spot(page, 150, 80))
  await drag(page, node(page, /^User ana/), node(page, /^Group developers/))
  // No waiting for the autosave: the reload comes in the same moment.
  await page.reload()
  await expect(node(page, /^Group developers, 1 member/)).toBeVisible()
  await expect(node(page, /^User ana, in developers/)).toBeVisible()
})

test('what is moved by arrow keys is kept as well', async ({ page }) => {
  await node(page, /^Resource GameOutcome/).focus()
  await page.keyboard.press('Enter')
  const before = await node(page, /^Resource GameOutcome/).boundingBox()
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown')
  const after = await node(page, /^Resource GameOutcome/).boundingBox()
  expect((after?.y ?? 0) - (before?.y ?? 0)).toBeGreaterThan(20)
  await expect(page.getByRole('button', { name: 'Undo: GameOutcome moved' })).toBeEnabled()
  await page.reload()
  await expect(node(page, /^Resource GameOutcome/)).toBeVisible()
  await page.getByRole('button', { name: 'Fit everything' }).click()
})

test('save to a file and open it again', async ({ page }) => {
  await connect(page, /^Policy WriteGameOutcome/, 'to ana')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('Game results.iam-canvas.json')
  const text = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ format: 'iam-canvas', schemaVersion: 1 })

  await page.getByRole('button', { name: 'Models' }).click()
  await page.getByRole('menuitem', { name: 'New empty model' }).click()
  await expect(page.getByRole('heading', { name: 'An empty account' })).toBeVisible()
  await chooseFile(page, 'Game results.iam-canvas.json', text)
  await expect(line(page, /^ana on GameOutcome: Read, Write allowed/)).toBeAttached()
})

test('two tabs on one model: neither overwrites the other', async ({ page, context }) => {
  await connect(page, /^Policy WriteGameOutcome/, 'to ana')
  await saved(page)
  const other = await context.newPage()
  await openApp(other)
  await connect(page, /^User ana/, 'set read')
  await saved(page)
  await other.keyboard.press('Escape')
  await connect(other, /^User ci-deploy/, 'set read')
  await expect(other.getByText(/was changed in another tab/)).toBeVisible()
  await expect(other.getByRole('textbox', { name: 'Name of the model' })).toHaveValue('Game results (copy)')
  await page.reload()
  await page.getByRole('button', { name: 'Models' }).click()
  await expect(page.getByRole('menuitem', { name: /Game results/ })).not.toHaveCount(0)
})

test('a deleted model comes back with Undo', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Name of the model' }).fill('Scores')
  await page.keyboard.press('Enter')
  await saved(page)
  await page.getByRole('button', { name: 'Models' }).click()
  await page.getByRole('menuitem', { name: 'Delete this model' }).click()
  await expect(page.getByText('"Scores" deleted')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(page.getByRole('textbox', { name: 'Name of the model' })).toHaveValue('Scores')
})

test('storage that is full is said, with a way out, and the work stays', async ({ page }) => {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await connect(page, /^Policy WriteGameOutcome/, 'to ana')
  await expect(page.getByRole('alert').getByText(/the storage of this browser is full/)).toBeVisible()
  await expect(page.getByRole('banner').getByRole('button', { name: 'Save to a file' })).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Read, Write allowed/)).toBeAttached()
})
