import { expect, type Page } from '@playwright/test'
import { choose, inspector, line, openApp } from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(async ({ page }) => {
  await openApp(page)
  await choose(page, /^Policy WriteGameOutcome/)
  await page.getByRole('textbox', { name: 'Policy text of WriteGameOutcome' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}',
  )
})

const request = (page: Page) => page.getByRole('dialog', { name: 'Request' })
const mfa = (page: Page) => request(page).getByRole('group', { name: /^MFA/ })

test('by mouse: a line names the key it hangs on, and settling the key recolours it', async ({ page }) => {
  await expect(
    line(page, /^ci-deploy on GameOutcome: needs aws:MultiFactorAuthPresent depends/),
  ).toBeAttached()
  await page.getByRole('button', { name: 'Any request' }).click()
  await expect(mfa(page)).toContainText('1 line would change')
  await mfa(page).getByText('Is', { exact: true }).click()
  await expect(line(page, /^ci-deploy on GameOutcome: Read, Write allowed/)).toBeAttached()
  await mfa(page).getByText('Absent').click()
  await expect(line(page, /^ci-deploy on GameOutcome: Read allowed/)).toBeAttached()
  await expect(line(page, /depends/)).toHaveCount(0)
})

test('by keyboard: an everyday request, and the answer beside it follows', async ({ page }) => {
  await press(page, line(page, /^ci-deploy on GameOutcome: needs/))
  await expect(inspector(page).getByText('It depends')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Any request' }))
  await press(page, request(page).getByRole('button', { name: 'Office' }))
  await expect(inspector(page).getByText('Yes: allowed')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('banner')).toContainText('203.0.113.10')
})
