import { expect, type Page } from '@playwright/test'
import { choose, inspector, line, node, openApp } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
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
const key = (page: Page, name: RegExp) => request(page).getByRole('group', { name })
const value = (page: Page, name: string) => request(page).getByLabel(`Value of ${name}`)
const needsMfa = /^ci-deploy on GameOutcome: needs aws:MultiFactorAuthPresent depends/
const mayWrite = /^ci-deploy on GameOutcome: Some Read, Write allowed/

test('by mouse: a line names the key it hangs on, and settling the key recolours it', async ({ page }) => {
  await expect(line(page, needsMfa)).toBeAttached()
  await page.getByRole('button', { name: 'Any request' }).click()
  const mfa = key(page, /^MFA aws/)
  await request(page).getByRole('button', { name: '1 line would change with MFA' }).click()
  const named = request(page).getByRole('button', { name: /^ci-deploy.*on.*GameOutcome/ })
  await named.hover()
  const others = line(page, /^ana on GameOutcome/)
    .locator('g')
    .first()
  await expect(others).toHaveClass(/dimmed/)
  await named.click()
  await expect(line(page, needsMfa)).toHaveClass(/selected/)
  await mfa.getByText('Is', { exact: true }).click()
  await expect(line(page, mayWrite)).toBeAttached()
  await mfa.getByText('Absent').click()
  await expect(line(page, /^ci-deploy on GameOutcome: Some Read allowed/)).toBeAttached()
  await expect(line(page, /depends/)).toHaveCount(0)
  await request(page).getByRole('button', { name: 'Clear' }).click()
  await expect(line(page, needsMfa)).toBeAttached()
})

test('by keyboard: an everyday request, and the answer beside it follows', async ({ page }) => {
  await press(page, line(page, needsMfa))
  await expect(inspector(page).getByText('It depends')).toBeVisible()
  await page.keyboard.press('x')
  await expect(request(page).getByRole('searchbox', { name: 'Find or add a key' })).toBeFocused()
  await press(page, request(page).getByRole('button', { name: 'Office' }))
  await expect(inspector(page).getByText('Yes: allowed')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(request(page)).toBeHidden()
  await expect(page.getByRole('banner')).toContainText('203.0.113.10')
})

test('by mouse: a value that cannot be one is told at its field and changes nothing', async ({ page }) => {
  await page.getByRole('button', { name: 'Any request' }).click()
  await key(page, /^Source address/)
    .getByText('Is', { exact: true })
    .click()
  await value(page, 'aws:SourceIp').fill('10.0.0.0/8')
  await expect(key(page, /^Source address/).getByRole('alert')).toContainText(
    '“10.0.0.0/8” is not a single IP address',
  )
  await expect(page.getByRole('banner')).toContainText('203.0.113.10')
  await value(page, 'aws:SourceIp').fill('10.0.0.8')
  await expect(key(page, /^Source address/).getByRole('alert')).toBeHidden()
  await expect(page.getByRole('banner')).toContainText('10.0.0.8')
  await expect(key(page, /^VPC endpoint/)).toContainText('Absent, by Source address')
})

test('by keyboard: a key that nobody mentions is added by its name, and kept with the model', async ({
  page,
}) => {
  await page.getByRole('textbox', { name: 'Policy text of WriteGameOutcome' }).focus()
  await page.keyboard.press('Escape')
  await tabTo(page, node(page, /^User ana/))
  await page.keyboard.press('x')
  await page.keyboard.type('aws:PrincipalTag/team')
  await page.keyboard.press('Enter')
  await tabTo(page, key(page, /^Tag team of the principal/).getByRole('radio', { name: 'Unknown' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(key(page, /^Tag team/).getByRole('alert')).toContainText('Needs a value')
  await tabTo(page, value(page, 'aws:PrincipalTag/team'))
  await page.keyboard.type('web')
  await page.keyboard.press('Escape')
  await expect(node(page, /^User ana/)).toBeFocused()
  await expect(page.getByRole('banner')).toContainText('web')
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('web')
  await page.getByRole('button', { name: 'Request', exact: true }).click()
  await expect(value(page, 'aws:PrincipalTag/team')).toHaveValue('web')
})
