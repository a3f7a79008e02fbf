import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { add, choose, connect, drag, line, node, openApp, spot } from '../support/canvas.ts'
import { chooseFile, dropFile } from '../support/files.ts'
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

test('by keyboard: what is moved by arrow keys is kept as well', async ({ page }) => {
  const below = async () => {
    const table = await node(page, /^Resource GameOutcome/).boundingBox()
    const user = await node(page, /^User ana/).boundingBox()
    return Math.round((table?.y ?? Number.NaN) - (user?.y ?? Number.NaN))
  }
  const before = await below()
  await choose(page, /^Resource GameOutcome/)
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown')
  await expect.poll(below).toBeGreaterThan(before + 20)
  await expect(page.getByRole('button', { name: 'Undo: GameOutcome moved' })).toBeEnabled()
  await page.getByRole('button', { name: 'Fit everything' }).click()
  await page.reload()
  await expect(node(page, /^Resource GameOutcome/)).toBeVisible()
  await page.getByRole('button', { name: /^\d+ %$/ }).click()
  // At 100 %, four steps of 8 further down than the example has it.
  await expect.poll(below).toBe(128 - 64 + 32)
})

for (const by of ['mouse', 'keyboard'] as const) {
  test(`by ${by}: save to a file and open it again`, async ({ page }) => {
    if (by === 'mouse') await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^User ana/))
    else await connect(page, /^Policy WriteGameOutcome/, 'to ana')
    await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      by === 'mouse'
        ? page.getByRole('button', { name: 'Save to file' }).click()
        : page.keyboard.press('Control+s'),
    ])
    expect(download.suggestedFilename()).toBe('Game results.iam-canvas.json')
    const text = await readFile(await download.path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 'iam-canvas', schemaVersion: 1 })

    await page.getByRole('button', { name: 'Models' }).click()
    await page.getByRole('menuitem', { name: 'New empty model' }).click()
    await expect(page.getByRole('heading', { name: 'An empty account' })).toBeVisible()
    await chooseFile(page, 'Game results.iam-canvas.json', text, by)
    await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  })
}

test('by drop: a saved model opens as a model of its own, and its name is text', async ({ page }) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')])
  const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as { model: object }
  const name = '<img src=x onerror="window.broken = true">'
  await dropFile(page, 'other.json', JSON.stringify({ ...saved, model: { ...saved.model, name } }))
  await expect(page.getByRole('textbox', { name: 'Name of the model' })).toHaveValue(name)
  await page.getByRole('button', { name: 'Models' }).click()
  await expect(page.getByRole('menuitem', { name: /^Game results/ })).toBeVisible()
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
})

test('two tabs on one model: neither overwrites the other', async ({ page, context }) => {
  await connect(page, /^Policy WriteGameOutcome/, 'to ana')
  await saved(page)
  const other = await context.newPage()
  await openApp(other)
  await expect(line(other, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await connect(page, /^User ana/, 'set read')
  await expect(node(page, /^User ana, 2 policies, boundary ReadGameOutcome/)).toBeVisible()
  await saved(page)
  await connect(other, /^User ci-deploy/, 'set read')
  await expect(other.getByText(/was changed in another tab/)).toBeVisible()
  const name = (tab: Page) => tab.getByRole('textbox', { name: 'Name of the model' })
  await expect(name(other)).toHaveValue('Game results (copy)')
  // Each tab has its own work after a reload, and not that of the other. Which model a fresh tab opens is the one
  // saved last, so both are looked up by name.
  for (const [own, lacks, model, entry] of [
    [
      /^User ci-deploy, .*boundary ReadGameOutcome/,
      /^User ana, .*boundary/,
      'Game results (copy)',
      /^Game results \(copy\)/,
    ],
    [
      /^User ana, .*boundary ReadGameOutcome/,
      /^User ci-deploy, .*boundary/,
      'Game results',
      /^Game results(?! \()/,
    ],
  ] as const) {
    await page.reload()
    await expect(name(page)).toHaveValue(/^Game results/)
    if ((await name(page).inputValue()) !== model) {
      await page.getByRole('button', { name: 'Models' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
      await expect(name(page)).toHaveValue(model)
    }
    await expect(node(page, own)).toBeVisible()
    await expect(node(page, lacks)).toHaveCount(0)
  }
})

test('two tabs on one model notice each other, follow, and part', async ({ page, context }) => {
  await connect(page, /^Policy WriteGameOutcome/, 'to ana')
  await saved(page)
  const other = await context.newPage()
  await openApp(other)
  const notice = (tab: Page, text: string) => tab.getByRole('status').filter({ hasText: text })
  await expect(notice(page, 'open in another tab as well')).toBeVisible()
  await expect(notice(other, 'open in another tab as well')).toBeVisible()

  await connect(page, /^User ana/, 'set read')
  await expect(notice(other, 'Another tab has changed this model')).toBeVisible()
  await other.getByRole('button', { name: 'Show its changes' }).click()
  await expect(node(other, /^User ana, 2 policies, boundary ReadGameOutcome/)).toBeVisible()
  await expect(notice(other, 'Another tab has changed this model')).toHaveCount(0)

  // Now that it has the other's changes, its own goes on top of them instead of beside.
  await connect(other, /^User ci-deploy/, 'set read')
  await expect(notice(page, 'Another tab has changed this model')).toBeVisible()
  await expect(other.getByRole('textbox', { name: 'Name of the model' })).toHaveValue('Game results')
  await page.getByRole('button', { name: 'Work on a copy here' }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the model' })).toHaveValue('Game results (copy)')
  await expect(notice(page, 'tab')).toHaveCount(0)
  await other.close()
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
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
})

/** A database as an earlier or a later version of the app leaves it. */
const openDatabase = (page: Page, version: number, model?: object) =>
  page.evaluate(
    ([wanted, record]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('iam-canvas', wanted)
        opening.addEventListener('upgradeneeded', () => {
          if (!record) return
          const store = opening.result.createObjectStore('models', { keyPath: 'id' })
          store.createIndex('savedAt', 'savedAt')
          store.put(record)
        })
        opening.addEventListener('success', () => {
          opening.result.close()
          done()
        })
        opening.addEventListener('error', () => failed(opening.error))
      }),
    [version, model] as const,
  )

test('models saved by an earlier version are all there, with pictures', async ({ context }) => {
  const page = await (await context.browser()?.newContext())?.newPage()
  if (!page) throw new Error('no browser')
  // A page of the same origin without the app in it.
  await page.goto('/favicon.svg')
  const text = JSON.stringify({ format: 'iam-canvas', schemaVersion: 1, model: { name: 'Old', users: {} } })
  await openDatabase(page, 1, { id: 'old', name: 'Old', text, savedAt: 1_700_000_000_000, revision: 3 })
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'Name of the model' })).toHaveValue('Old')
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByRole('button', { name: /^Old, open now/ })).toContainText('Empty')
  await page.context().close()
})

test('a newer version of the app in another tab: said, with a way out, and the work stays', async ({
  page,
}) => {
  await openDatabase(page, 99)
  await connect(page, /^Policy WriteGameOutcome/, 'to ana')
  await expect(page.getByRole('alert').getByText(/a newer IAM Canvas is open in another tab/)).toBeVisible()
  await expect(page.getByRole('banner').getByRole('button', { name: 'Save to a file' })).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
})
