import { expect, type Page } from '@playwright/test'
import { choose, inspector, line, node, openApp } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const view = (page: Page, name: string) =>
  inspector(page)
    .getByRole('group', { name: 'View of ReadGameOutcome' })
    .getByRole('button', { name, exact: true })
const form = (page: Page) => inspector(page).getByRole('group', { name: 'Form of statement ReadResults' })
const editor = (page: Page) => page.getByRole('textbox', { name: 'Policy text of ReadGameOutcome' })

test('by mouse: ticking an action changes the text there and nowhere else', async ({ page }) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await expect(editor(page)).toContainText('dynamodb:DescribeTable')
  const before = await editor(page).locator('.cm-line').allTextContents()
  await view(page, 'Form').click()
  await form(page)
    .getByText(/^Amazon DynamoDB\s*\d+ of \d+ actions$/)
    .click()
  await form(page).getByRole('checkbox', { name: 'Scan', exact: true }).uncheck()
  await form(page)
    .getByRole('button', { name: /^\d+ of \d+$/ })
    .nth(2)
    .click()
  await form(page).getByRole('checkbox', { name: 'PutItem', exact: true }).check()
  await expect(line(page, /^ana on GameOutcome: .*Write allowed/)).toBeAttached()
  await view(page, 'Text').click()
  await expect(editor(page)).toContainText('dynamodb:PutItem')
  const after = await editor(page).locator('.cm-line').allTextContents()
  const kept = before.filter(text => !/dynamodb:(?:Scan|DescribeTable)/.test(text))
  expect(after.filter(text => !/dynamodb:(?:PutItem|DescribeTable)/.test(text))).toEqual(kept)
  expect(after.join('\n')).toContain('"dynamodb:PutItem"')
  expect(after.join('\n')).not.toContain('dynamodb:Scan')
})

test('by keyboard: a statement is made to deny in the form, said in a sentence, and taken back', async ({
  page,
}) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await press(page, view(page, 'Form'))
  await press(page, form(page).getByRole('button', { name: 'Deny' }))
  await expect(form(page)).toContainText('Denies dynamodb:GetItem')
  await tabTo(
    page,
    form(page).getByRole('textbox', { name: 'Condition key' }).or(form(page).getByLabel('Condition key')),
  )
  await page.keyboard.type('aws:SecureTransport')
  // The operator follows from the type of the key.
  await expect(form(page).getByLabel('Operator', { exact: true })).toHaveValue('Bool')
  await tabTo(page, form(page).getByLabel('Value', { exact: true }))
  await page.keyboard.type('false')
  await page.keyboard.press('Enter')
  await expect(form(page)).toContainText('when aws:SecureTransport is false')
  await press(page, view(page, 'Sentences'))
  await expect(inspector(page).getByRole('list', { name: 'The policy in sentences' })).toContainText('Denies')
  await press(page, page.getByRole('button', { name: /^Undo: Condition on aws:SecureTransport added/ }))
  await expect(inspector(page).getByRole('list', { name: 'The policy in sentences' })).not.toContainText(
    'when',
  )
})
