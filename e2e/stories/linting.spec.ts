import { expect, type Page } from '@playwright/test'
import { choose, inspector, line, node, openApp } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const editor = (page: Page) => page.getByRole('textbox', { name: 'Policy text of ReadGameOutcome' })
const remarks = (page: Page) => inspector(page).getByRole('list', { name: 'Remarks' })
const problems = (page: Page) => page.getByRole('region', { name: 'Problems' })
const status = (page: Page) => page.getByRole('contentinfo').getByRole('button', { name: /problems?$/ })

/** Writes over the whole text of the policy that is open. */
async function write(page: Page, action: string, resource: string) {
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadResults",
      "Effect": "Allow",
      "Action": "${action}",
      "Resource": "${resource}"
    }
  ]
}`,
  )
}

const table = 'arn:aws:dynamodb:*:*:table/GameOutcome'

test('by mouse: a misspelt action is marked, explained and mended at a click', async ({ page }) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await editor(page).click()
  await write(page, 'dynamodb:GetItm', table)
  await expect(remarks(page)).toContainText(
    'there is no action dynamodb:GetItm: did you mean dynamodb:GetItem?',
  )
  await expect(node(page, /^Policy ReadGameOutcome/).getByRole('img', { name: '1 warning' })).toBeVisible()
  await editor(page).locator('.cm-lintRange-warning').hover()
  const tooltip = page.locator('.cm-tooltip')
  await expect(tooltip).toContainText('AWS accepts any name and then never matches it.')
  await expect(tooltip.getByRole('link', { name: 'Read it at AWS' })).toHaveAttribute(
    'href',
    /docs\.aws\.amazon\.com/,
  )
  await tooltip.getByRole('button', { name: 'Write dynamodb:GetItem' }).click()
  await expect(editor(page)).toContainText('"dynamodb:GetItem"')
  await expect(remarks(page)).toHaveCount(0)
  await expect(line(page, /^ana on GameOutcome: .*allowed/)).toBeAttached()
})

test('by mouse: the list of problems leads to the place, mends it, and takes one undo step', async ({
  page,
}) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await editor(page).click()
  await write(page, 'dynamodb:GetItm', table)
  await expect(remarks(page)).toContainText('GetItm')
  await page.getByRole('main').click({ position: { x: 20, y: 20 } })
  await status(page).click()
  await problems(page)
    .getByRole('button', { name: /^1 warning/ })
    .click()
  await problems(page)
    .getByRole('button', { name: /there is no action/ })
    .click()
  await expect(editor(page)).toBeFocused()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('"dynamodb:GetItm"')
  await problems(page)
    .getByRole('button', { name: /^Write/ })
    .click()
  await expect(editor(page)).toContainText('"dynamodb:GetItem"')
  await expect(problems(page)).toContainText('No problem is left by this search.')
  await page.getByRole('button', { name: /^Undo: Write dynamodb:GetItem/ }).click()
  await expect(editor(page)).toContainText('"dynamodb:GetItm"')
})

test('by keyboard: from the count of problems to the place and its fix', async ({ page }) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await tabTo(page, editor(page))
  await write(page, 's3:ListBucket', 'arn:aws:s3:::reports/*')
  await expect(remarks(page)).toContainText('s3:ListBucket is asked of a bucket')
  await press(page, status(page))
  await expect(problems(page).getByRole('button', { name: /^warning: s3:ListBucket/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Control+.')
  await expect(editor(page)).toContainText('["arn:aws:s3:::reports/*", "arn:aws:s3:::reports"]')
  await expect(problems(page).getByRole('button', { name: /^warning: s3:ListBucket/ })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(editor(page)).not.toContainText('["arn:aws:s3:::reports/*"')
})

test('Escape closes what the pointer opened over the gutter, and nothing else', async ({ page }) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await editor(page).click()
  await write(page, 'dynamodb:GetItm', table)
  await expect(remarks(page)).toContainText('GetItm')
  const marker = inspector(page).locator('.cm-lint-marker')
  await marker.hover()
  const tooltip = page.locator('.cm-tooltip-lint')
  await expect(tooltip).toContainText('there is no action')
  await page.keyboard.press('Escape')
  await expect(tooltip).toHaveCount(0)
  await expect(marker).toHaveCount(1)
  await expect(editor(page)).toBeFocused()
  await expect(remarks(page)).toContainText('GetItm')
})

test('by mouse: of two equal names the one that does not count is taken out at a click', async ({ page }) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await editor(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}]}',
  )
  await expect(inspector(page).getByRole('status')).toContainText(
    'stands here twice, and only the last one counts',
  )
  await editor(page).locator('.cm-lintRange-error').first().hover()
  await page
    .locator('.cm-tooltip')
    .getByRole('button', { name: 'Take out this Effect: the last one counts' })
    .click()
  await expect(editor(page)).toHaveText(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}]}',
  )
  await expect(line(page, /^ana on GameOutcome: .*allowed/)).toBeAttached()
})
