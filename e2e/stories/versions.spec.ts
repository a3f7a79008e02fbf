import { expect, type Page } from '@playwright/test'
import { choose, connect, drag, line, node, openApp } from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Versions' })
const versions = (page: Page) => dialog(page).getByRole('list', { name: 'Kept versions' })

async function openVersions(page: Page, by: 'mouse' | 'keyboard') {
  const models = page.getByRole('button', { name: 'Models' })
  const entry = page.getByRole('menuitem', { name: /^Versions/ })
  if (by === 'mouse') {
    await models.click()
    await entry.click()
  } else {
    await press(page, models)
    await expect(entry).toBeVisible()
    await entry.focus()
    await page.keyboard.press('Enter')
  }
  await expect(dialog(page)).toBeVisible()
}

for (const by of ['mouse', 'keyboard'] as const) {
  test(`by ${by}: keep a version, see what changed since, go back, and take that back`, async ({ page }) => {
    await openVersions(page, by)
    await expect(dialog(page).getByText('No version is kept yet')).toBeVisible()
    await expect(dialog(page).getByRole('textbox', { name: 'Name of the version' })).toBeFocused()
    await page.keyboard.type('before the review')
    if (by === 'mouse') await dialog(page).getByRole('button', { name: 'Keep this version' }).click()
    else await page.keyboard.press('Enter')
    await expect(versions(page).getByRole('button', { name: /^before the review/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)

    if (by === 'mouse') await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^User ana/))
    else await connect(page, /^Policy WriteGameOutcome/, 'to ana')
    await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()

    await openVersions(page, by)
    const detail = dialog(page).getByRole('region', { name: 'Version before the review' })
    await expect(detail).toContainText('1 user changed')
    await expect(detail).toContainText(/\+[1-9]\d* access gained, −0 lost/)
    const restore = detail.getByRole('button', { name: 'Go back to this version' })
    if (by === 'mouse') await restore.click()
    else await press(page, restore)
    await expect(dialog(page)).toHaveCount(0)
    await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()

    // One undo step brings back what was there, and it is among the versions as well.
    await page.getByRole('button', { name: 'Undo: Back to version "before the review"' }).click()
    await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
    await openVersions(page, by)
    await expect(
      versions(page).getByRole('button', { name: /^Before going back to "before the review"/ }),
    ).toBeVisible()
  })
}

test('versions outlive a reload, and a deleted one comes back with Undo', async ({ page }) => {
  await openVersions(page, 'mouse')
  await page.keyboard.type('first')
  await page.keyboard.press('Enter')
  await expect(versions(page).getByRole('button', { name: /^first/ })).toBeVisible()
  await page.reload()
  await expect(node(page, /^User ana/)).toBeVisible()
  await openVersions(page, 'mouse')
  await dialog(page).getByRole('button', { name: 'Delete this version' }).click()
  await expect(dialog(page).getByText('No version is kept yet')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).last().click()
  await openVersions(page, 'mouse')
  await expect(versions(page).getByRole('button', { name: /^first/ })).toBeVisible()
})

test('full storage: the version is not kept, and going back changes nothing', async ({ page }) => {
  await openVersions(page, 'mouse')
  await page.keyboard.type('kept')
  await page.keyboard.press('Enter')
  await expect(versions(page).getByRole('button', { name: /^kept/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await choose(page, /^User ana/)
  await page.keyboard.press('Delete')
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await openVersions(page, 'mouse')
  await dialog(page).getByRole('button', { name: 'Go back to this version' }).click()
  await expect(page.getByText(/Nothing was changed: .*the storage of this browser is full/)).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(node(page, /^User ana/)).toHaveCount(0)
})
