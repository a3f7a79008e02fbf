import { expect } from '@playwright/test'
import { entry, inspector, line, node, openApp } from '../support/canvas.ts'
import { tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

test('the first visit shows the worked example, with lines that say what each may do', async ({ page }) => {
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
  await expect(node(page, /^User ci-deploy, 2 policies/)).toBeVisible()
  await expect(node(page, /^Policy ReadGameOutcome, attached to 2/)).toBeVisible()
  await expect(node(page, /^Policy WriteGameOutcome, attached to 1/)).toBeVisible()
  await expect(node(page, /^Resource GameOutcome/)).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
  await expect(line(page, /^ci-deploy on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  // Words and a sign stand beside the colour.
  for (const words of ['Some Read', 'Some Read, Write']) {
    const chip = page.getByTitle(words, { exact: true })
    await expect(chip).toHaveText(words)
    await expect(chip.locator('svg')).toBeVisible()
  }
  await expect(inspector(page)).toContainText('2 users, 0 groups, 0 roles, 2 policies, 1 resource')
})

test('by keyboard: every node and every line is a stop, and says what it is', async ({ page }) => {
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await expect(node(page, /^User ana/)).toBeFocused()
  const nodes = [/^User ci-deploy/, /^Policy ReadGame/, /^Policy WriteGame/, /^Resource GameOutcome/]
  for (const name of nodes) await tabTo(page, node(page, name))
  const lines = [
    /^ci-deploy on GameOutcome: Some Read, Write allowed/,
    /^ana on GameOutcome: Some Read allowed/,
    /^Attachment: ana and ReadGameOutcome/,
  ]
  for (const name of lines) await tabTo(page, line(page, name))
})

test('a new kind of resource, a rename and a delete, each one undo step', async ({ page }) => {
  await page.getByRole('button', { name: 'Add Bucket' }).click()
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.type('releases')
  await page.keyboard.press('Enter')
  // The bucket and its objects are two targets of one node.
  await expect(node(page, /^Resource releases, arn:aws:s3:::releases$/)).toContainText('releases/*')
  await page.keyboard.press('Delete')
  await expect(node(page, /^Resource releases/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(node(page, /^Resource releases/)).toBeVisible()
})

test('the outline is the same picture: arrows choose, F2 renames, Delete deletes', async ({ page }) => {
  await tabTo(page, page.getByRole('listbox', { name: 'Outline of the model' }))
  await page.keyboard.press('ArrowDown')
  await expect(entry(page, /^User ana/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'New name for ana' })).toBeFocused()
  await page.keyboard.type('anna')
  await page.keyboard.press('Enter')
  await expect(node(page, /^User anna/)).toBeVisible()
  await tabTo(page, page.getByRole('listbox', { name: 'Outline of the model' }))
  await page.keyboard.press('Delete')
  await expect(entry(page, /^User anna/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(entry(page, /^User anna/)).toBeVisible()
})

test('a name that IAM would not take is refused with the reason', async ({ page }) => {
  await node(page, /^User ana/).dblclick()
  await expect(page.getByRole('textbox', { name: 'New name for ana' })).toBeFocused()
  await page.keyboard.type('ana maria')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('is no name for a user')
  await expect(node(page, /^User ana/)).toBeVisible()
})

test('everything can be reached by F6 and the list of shortcuts opens with ?', async ({ page }) => {
  await page.keyboard.press('F6')
  await expect(page.getByRole('tab', { name: 'Build' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add User' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(node(page, /^User ana/)).toBeFocused()
  await tabTo(page, line(page, /^ana on GameOutcome/))
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(line(page, /^ana on GameOutcome/)).toBeFocused()
})
