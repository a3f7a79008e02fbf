import { expect, type Page } from '@playwright/test'
import { line, node, openApp } from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const models = (page: Page) => page.getByRole('dialog', { name: 'Models' })
const card = (page: Page, name: RegExp) => models(page).getByRole('button', { name })
const modelName = (page: Page) => page.getByRole('textbox', { name: 'Name of the model' })

test('by mouse: begin, find, rename, duplicate, delete and take back', async ({ page }) => {
  await page.getByRole('button', { name: 'Start page' }).click()
  await models(page).getByRole('button', { name: 'New empty model' }).click()
  await expect(page.getByRole('heading', { name: 'An empty account' })).toBeVisible()
  await page.getByRole('button', { name: 'All models' }).click()
  const example = card(page, /^Game results, changed .*2 users, 2 policies, 1 resource$/)
  await expect(example).toBeVisible()
  // Its picture is drawn from the model: boxes, and lines in the colour of what they allow.
  const picture = await example
    .getByRole('img', { includeHidden: true })
    .or(example.locator('img'))
    .first()
    .getAttribute('src')
  expect(decodeURIComponent(picture ?? '')).toMatch(/^data:image\/svg\+xml,<svg .*<rect .*stroke="#075e74"/s)

  await page.getByRole('button', { name: 'More for Untitled' }).click()
  await page.getByRole('menuitem', { name: /^Rename/ }).click()
  await expect(page.getByRole('textbox', { name: 'New name for Untitled' })).toBeFocused()
  await page.keyboard.type('Scratch')
  await page.keyboard.press('Enter')
  await expect(card(page, /^Scratch, open now/)).toBeVisible()

  await page.getByRole('button', { name: 'More for Game results' }).click()
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click()
  await expect(card(page, /^Game results \(copy\), changed just now/)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search models' }).fill('COPY')
  await expect(card(page, /^Game results, /)).toHaveCount(0)

  await page.getByRole('button', { name: 'More for Game results (copy)' }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(models(page).getByText('No model is named like "COPY"')).toBeVisible()
  await models(page).getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(card(page, /^Game results \(copy\)/)).toBeVisible()

  await card(page, /^Game results \(copy\)/).click()
  await expect(modelName(page)).toHaveValue('Game results (copy)')
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
})

test('by keyboard: the same, and a deleted model can be taken back after a reload', async ({ page }) => {
  await page.keyboard.press('Control+Shift+O')
  await press(page, models(page).getByRole('button', { name: 'New empty model' }))
  await expect(page.getByRole('heading', { name: 'An empty account' })).toBeVisible()

  await page.keyboard.press('Control+Shift+O')
  const search = page.getByRole('searchbox', { name: 'Search models' })
  await expect(card(page, /^Game results/)).toBeVisible()
  await search.focus()
  await page.keyboard.type('game')
  await page.keyboard.press('ArrowDown')
  await expect(card(page, /^Game results/)).toBeFocused()
  await page.keyboard.press('Control+d')
  await expect(card(page, /^Game results \(copy\)/)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'New name for Game results (copy)' })).toBeFocused()
  await page.keyboard.type('My game')
  await page.keyboard.press('Enter')
  await expect(card(page, /^My game, changed/)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(card(page, /^Game results/)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(card(page, /^Game results/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(models(page)).toHaveCount(0)

  await page.reload()
  await expect(modelName(page)).toHaveValue('Untitled')
  await page.keyboard.press('Control+Shift+O')
  await press(page, models(page).getByText('Deleted: 1 model'))
  await press(page, models(page).getByRole('button', { name: 'Take back Game results' }))
  await card(page, /^Game results/).focus()
  await page.keyboard.press('Enter')
  await expect(modelName(page)).toHaveValue('Game results')
  await expect(node(page, /^User ana/)).toBeVisible()
})

test('a template opens as a model of its own', async ({ page }) => {
  await page.getByRole('button', { name: 'Start page' }).click()
  await page.getByRole('button', { name: 'From a template' }).click()
  await page.getByRole('menuitem', { name: /^A bucket is not its objects/ }).click()
  await expect(modelName(page)).toHaveValue('A bucket is not its objects')
  await page.getByRole('button', { name: 'Start page' }).click()
  await expect(card(page, /^A bucket is not its objects, open now/)).toBeVisible()
  await expect(card(page, /^Game results/)).toBeVisible()
})

test('the address /new opens an empty model beside the others, once', async ({ page }) => {
  await modelName(page).fill('Kept')
  await page.keyboard.press('Enter')
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  await page.goto('/new')
  await expect(page.getByRole('heading', { name: 'An empty account' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/')
  await modelName(page).fill('Second')
  await page.keyboard.press('Enter')
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(modelName(page)).toHaveValue('Second')
  await page.keyboard.press('Control+Shift+O')
  await expect(card(page, /^Kept/)).toBeVisible()
})

test('two hundred models are listed without reading one of them', async ({ page }) => {
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+Shift+O')
  await card(page, /^Game results/).focus()
  await page.keyboard.press('Control+d')
  await expect(card(page, /^Game results \(copy\)/)).toBeVisible()
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('iam-canvas')
      opening.addEventListener('success', () => done(opening.result))
      opening.addEventListener('error', () => failed(opening.error))
    })
    const transaction = db.transaction(['models', 'heads'], 'readwrite')
    const heads = transaction.objectStore('heads')
    const all = await new Promise<object[]>(done => {
      const asking = heads.getAll()
      asking.addEventListener('success', () => done(asking.result as object[]))
    })
    for (let index = 0; index < 200; index++) {
      const id = `many-${index}`
      heads.put({ ...all[0], id, name: `Model ${index}`, savedAt: 1_700_000_000_000 + index })
      // What is stored of these models is no model: reading one of them would complain.
      transaction.objectStore('models').put({ id, name: id, text: 'x', savedAt: 0, revision: 1 })
    }
    await new Promise(done => transaction.addEventListener('complete', done))
    db.close()
  })
  await page.reload()
  await expect(node(page, /^User ana/)).toBeVisible()
  await page.keyboard.press('Control+Shift+O')
  await expect(models(page).getByRole('listitem')).toHaveCount(202)
  await page.getByRole('searchbox', { name: 'Search models' }).fill('model 17')
  await expect(models(page).getByRole('listitem')).toHaveCount(11)
  // One that cannot be read says so and takes nothing away.
  await card(page, /^Model 171/).click()
  await expect(page.getByRole('alert')).toContainText('"many-171" cannot be opened')
  await expect(models(page)).toBeVisible()
})
