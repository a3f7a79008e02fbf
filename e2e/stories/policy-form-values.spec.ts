import { expect, type Page } from '@playwright/test'
import { choose, inspector, line, message, node, openApp } from '../support/canvas.ts'
import { chooseFile } from '../support/files.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

const account = '111122223333'

/** Spaced by hand, so that any other formatting of it shows. */
const bucketPolicy = `{
  "Version" : "2012-10-17",
  "Statement": [ {
      "Sid":  "Readers",
      "Effect": "Allow",
      "Principal": { "AWS": ["arn:aws:iam::${account}:user/ana",   "444455556666"] },
      "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/*",
      "Condition": { "Bool": { "aws:SecureTransport":  true } }
  } ]
}`

const holder = { account, path: '/', attachedPolicies: [], tags: [], inlinePolicies: [] }

const model = JSON.stringify({
  format: 'iam-canvas',
  schemaVersion: 1,
  savedWith: 'a test',
  model: {
    name: 'Photos',
    accounts: {
      [`account:${account}`]: {
        kind: 'account',
        id: `account:${account}`,
        account,
        name: 'My account',
        attachedPolicies: [],
      },
    },
    ous: {},
    users: {
      'user:ana': { ...holder, kind: 'user', id: 'user:ana', name: 'ana', groups: [] },
      'user:ben': { ...holder, kind: 'user', id: 'user:ben', name: 'ben', groups: [] },
    },
    groups: {},
    roles: {},
    policies: {},
    resources: {
      'resource:photos': {
        kind: 'resource',
        id: 'resource:photos',
        account,
        name: 'photos',
        arn: 'arn:aws:s3:::photos',
        parts: ['arn:aws:s3:::photos/*'],
        service: 's3',
        type: 'bucket',
        tags: [],
        resourcePolicy: bucketPolicy,
      },
    },
    externals: {},
  },
})

test.beforeEach(async ({ page }) => {
  await openApp(page)
  await chooseFile(page, 'photos.iam-canvas.json', model)
  await expect(message(page, 'Photos opened')).toBeVisible()
})

const NAME = 'Resource policy of photos'
const view = (page: Page, name: string) =>
  inspector(page)
    .getByRole('group', { name: `View of ${NAME}` })
    .getByRole('button', { name, exact: true })
const form = (page: Page) => inspector(page).getByRole('group', { name: 'Form of statement Readers' })
const principals = (page: Page) => form(page).getByRole('list', { name: 'Principals' })
const condition = (page: Page, key: string) =>
  form(page).getByRole('listitem', { name: `Condition on ${key}` })

/** The text as it stands in the editor. */
async function expectText(page: Page, text: string) {
  const editor = page.getByRole('textbox', { name: `Policy text of ${NAME}` })
  await expect.poll(async () => (await editor.locator('.cm-line').allTextContents()).join('\n')).toBe(text)
}

test('by mouse: someone of the model is let in, a wrong account is refused, and all else stays as typed', async ({
  page,
}) => {
  await node(page, /bucket photos|photos/i)
    .first()
    .click()
  await view(page, 'Form').click()
  const who = form(page).getByRole('combobox', { name: 'ARN, or account number' })
  await who.fill('1234')
  await form(page).getByRole('button', { name: 'Add', exact: true }).first().click()
  await expect(form(page).getByRole('alert')).toContainText('Not taken: 1234')
  await who.fill(`arn:aws:iam::${account}:user/ben`)
  await form(page).getByRole('button', { name: 'Add', exact: true }).first().click()
  await expect(line(page, /^ben on photos: .*(?:allowed|depends)/)).toBeAttached()
  await principals(page).getByRole('button', { name: 'Take out 444455556666' }).click()
  await expect(principals(page).getByRole('listitem')).toHaveCount(2)
  await condition(page, 'aws:SecureTransport').getByRole('combobox', { name: 'Value: true' }).fill('perhaps')
  await condition(page, 'aws:SecureTransport').getByRole('combobox', { name: 'Key' }).click()
  await expect(condition(page, 'aws:SecureTransport').getByRole('alert')).toContainText('takes true or false')
  await form(page).getByRole('button', { name: 'Leave it as it was' }).click()
  await condition(page, 'aws:SecureTransport').getByRole('combobox', { name: 'Value: true' }).fill('false')
  await condition(page, 'aws:SecureTransport').getByRole('combobox', { name: 'Key' }).click()
  await expect(form(page)).toContainText('when aws:SecureTransport is false')
  await view(page, 'Text').click()
  await expectText(
    page,
    bucketPolicy
      .replace('"444455556666"', `"arn:aws:iam::${account}:user/ben"`)
      .replace(':  true', ':  false'),
  )
})

test('by keyboard: a condition becomes another in one go, a principal another kind, and both are undone', async ({
  page,
}) => {
  await choose(page, /photos/)
  await press(page, view(page, 'Form'))
  // The value does not fit the operator until it is changed too; the text waits for that.
  await tabTo(page, form(page).getByRole('combobox', { name: 'Operator on aws:SecureTransport' }))
  await page.keyboard.type('IpAddress')
  await expect(form(page).getByRole('alert')).toContainText('takes an IP address')
  await tabTo(page, form(page).getByRole('combobox', { name: 'Value: true' }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10.0.0.0/8')
  await page.keyboard.press('Enter')
  await expect(form(page)).toContainText('when aws:SecureTransport is in 10.0.0.0/8')
  await tabTo(page, form(page).getByRole('combobox', { name: 'Key' }).first())
  await page.keyboard.press('Control+a')
  await page.keyboard.type('aws:SourceIp')
  await page.keyboard.press('Enter')
  await expect(form(page)).toContainText('when aws:SourceIp is in 10.0.0.0/8')
  await tabTo(page, form(page).getByRole('combobox', { name: 'Kind of 444455556666' }))
  await page.keyboard.type('AWS')
  await expect(form(page).getByRole('combobox', { name: 'Principal: who' })).toBeVisible()
  await tabTo(page, form(page).getByRole('combobox', { name: 'Principal: who' }))
  await page.keyboard.type('cloudtrail.amazonaws.com')
  await page.keyboard.press('Enter')
  await expect(form(page)).toContainText('and cloudtrail.amazonaws.com')
  await press(page, view(page, 'Text'))
  await expectText(
    page,
    bucketPolicy
      .replace(',   "444455556666"]', '], "Service": "cloudtrail.amazonaws.com"')
      .replace('"Bool": { "aws:SecureTransport":  true', '"IpAddress": { "aws:SourceIp":  "10.0.0.0/8"'),
  )
  await press(page, page.getByRole('button', { name: /^Undo: Principal 444455556666 made cloudtrail/ }))
  await press(page, page.getByRole('button', { name: /^Undo: Condition on aws:SourceIp changed/ }))
  await press(page, page.getByRole('button', { name: /^Undo: Condition on aws:SecureTransport changed/ }))
  await expectText(page, bucketPolicy)
})
