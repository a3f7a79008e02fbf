import { expect, type Page } from '@playwright/test'
import { entry, node, openApp } from '../support/canvas.ts'
import { chooseFile, dropFile } from '../support/files.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

async function expectUntouched(page: Page) {
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
  await expect(node(page, /^User ci-deploy, 2 policies/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
}

const files: readonly (readonly [what: string, content: string, message: RegExp])[] = [
  ['broken JSON', '{ "UserDetailList": [ { "UserName": ', /was not opened: .*line 1/],
  ['an empty file', '', /was not opened: .*empty/i],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', /was not opened/],
  [
    'a CloudFormation template',
    '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{}}',
    /was not opened: .*CloudFormation/,
  ],
  [
    'a canvas file of a newer version',
    '{"format":"iam-canvas","schemaVersion":999,"model":{},"layout":{}}',
    /was not opened: .*newer/,
  ],
  [
    'a canvas file with a broken model',
    '{"format":"iam-canvas","schemaVersion":1,"model":{"users":5},"layout":{}}',
    /was not opened/,
  ],
]

for (const [what, content, says] of files) {
  test(`${what} gets a clear message and changes nothing`, async ({ page }) => {
    await dropFile(page, 'file.json', content)
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.getByRole('alert')).toContainText('Your model is untouched')
    await expectUntouched(page)
  })
}

test('an account too large to draw is refused with the number', async ({ page }) => {
  const users = Array.from({ length: 12_000 }, (_, index) => ({
    UserName: `user-${index}`,
    UserId: `AIDA${index}`,
    Arn: `arn:aws:iam::111122223333:user/user-${index}`,
    Path: '/',
    GroupList: [],
    AttachedManagedPolicies: [],
  }))
  await chooseFile(
    page,
    'huge.json',
    JSON.stringify({ UserDetailList: users, GroupDetailList: [], RoleDetailList: [], Policies: [] }),
  )
  await expect(page.getByRole('alert')).toContainText(/12,\d{3} users, groups/)
  await expectUntouched(page)
})

test('hostile names are text, and prototype keys are names', async ({ page }) => {
  const hostile = '<script>window.broken = true</script>'
  const users = [hostile, 'ana\u202Etxt', '__proto__', 'constructor'].map((UserName, index) => ({
    UserName,
    UserId: `AIDA${index}`,
    Arn: `arn:aws:iam::111122223333:user/${UserName}`,
    Path: '/',
    GroupList: ['__proto__', 'gone'],
    AttachedManagedPolicies: [{ PolicyName: 'gone', PolicyArn: 'arn:aws:iam::111122223333:policy/gone' }],
  }))
  const dump = `{"__proto__":{"polluted":true},${JSON.stringify({ UserDetailList: users, GroupDetailList: [], RoleDetailList: [], Policies: [] }).slice(1)}`
  await chooseFile(page, 'hostile.json', dump)
  await expect(page.getByRole('dialog')).toContainText('4 users')
  await page.getByRole('button', { name: 'Open account' }).click()
  await expect(entry(page, /<script>/)).toBeVisible()
  await expect(entry(page, /__proto__/).first()).toBeVisible()
  // The mark that turns text around is shown as a sign.
  await expect(entry(page, /^User ana/)).toContainText('ana␣txt')
  expect(await page.evaluate(() => 'broken' in window || 'polluted' in {})).toBe(false)
})
