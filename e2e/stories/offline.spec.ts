import { expect, type Page } from '@playwright/test'
import { entry, inspector, message, node, openApp } from '../support/canvas.ts'
import { chooseFile } from '../support/files.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

const policy = 'AmazonDynamoDBReadOnlyAccess'

const reference = (page: Page) => page.getByRole('dialog', { name: 'AWS reference' })
const search = (page: Page) => reference(page).getByRole('searchbox')

async function openReference(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search all commands' })).toBeFocused()
  await page.keyboard.type('aws reference')
  await page.keyboard.press('Enter')
  await expect(search(page)).toBeFocused()
}

async function readPolicy(page: Page) {
  await page.getByRole('tab', { name: 'AWS policies and actions' }).click()
  await page.getByRole('searchbox', { name: 'Search AWS managed policies' }).fill('dynamodb readonly')
  await page.getByRole('button', { name: new RegExp(`^${policy}`) }).click()
  const dialog = page.getByRole('dialog', { name: policy })
  await expect(dialog.getByText('"GeneralReadOnlyAccess"')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Attach', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

test.describe('without a network', () => {
  // The others block it, since it fetches the whole app ahead.
  test.use({ serviceWorkers: 'allow' })

  test('the app starts, what was loaded of AWS’s vocabulary is there, and what was not says so', async ({
    page,
    context,
    complaints,
  }) => {
    await openApp(page)
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 })
      .toBe(true)
    await readPolicy(page)
    await openReference(page)
    await search(page).fill('s3:GetObject')
    await reference(page)
      .getByRole('button', { name: /^s3:GetObject Read/ })
      .click()
    const granting = reference(page).getByRole('region', { name: 'AWS managed policies that grant it' })
    await expect(granting.getByRole('listitem').first()).toContainText(/resource|conditions/)

    await context.setOffline(true)
    await page.reload()
    await expect(node(page, /^User ana/)).toBeVisible()
    await readPolicy(page)
    await openReference(page)
    await search(page).fill('s3:GetObject')
    await reference(page)
      .getByRole('button', { name: /^s3:GetObject Read/ })
      .click()
    await expect(reference(page).getByText('arn:${Partition}:s3:::${BucketName}/${ObjectName}')).toBeVisible()
    await expect(granting.getByRole('listitem').first()).toContainText(/resource|conditions/)

    await search(page).fill('sqs:SendMessage')
    await reference(page)
      .getByRole('button', { name: /^sqs:SendMessage Write/ })
      .click()
    const failed = reference(page).getByRole('article').getByRole('alert')
    await expect(failed).toContainText(
      'You seem to be offline, and this part of the reference was not loaded before.',
    )
    await context.setOffline(false)
    await press(page, failed.getByRole('button', { name: 'Try again' }))
    await expect(
      reference(page).getByText('arn:${Partition}:sqs:${Region}:${Account}:${QueueName}'),
    ).toBeVisible()
    // The browser says itself what it could not fetch.
    const expected = /Failed to load resource: net::ERR_(?:INTERNET_DISCONNECTED|FAILED)/
    complaints.splice(0, complaints.length, ...complaints.filter(text => !expected.test(text)))
  })
})

const account = '111122223333'
const record = { path: '/', tags: [] }
const older = {
  format: 'iam-canvas',
  schemaVersion: 1,
  model: {
    name: 'An older model',
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
      'user:bo': {
        ...record,
        kind: 'user',
        id: 'user:bo',
        account,
        name: 'bo',
        groups: [],
        attachedPolicies: ['policy:aws'],
        inlinePolicies: [],
      },
    },
    groups: {},
    roles: {},
    policies: {
      'policy:aws': {
        ...record,
        kind: 'policy',
        id: 'policy:aws',
        name: policy,
        account: 'aws',
        purpose: 'identity',
      },
    },
    resources: {},
    externals: {},
  },
}

test('an older model that lacks the text of a managed policy is offered it, in one step that can be undone', async ({
  page,
}) => {
  await openApp(page)
  await chooseFile(page, 'older.iam-canvas.json', JSON.stringify(older))
  await expect(message(page, `${policy} has no text in this model`)).toBeVisible()
  await page.getByRole('button', { name: 'Fill in', exact: true }).click()
  await expect(message(page, new RegExp(`^Text of ${policy} filled in`))).toBeVisible()
  await entry(page, new RegExp(policy)).click()
  await expect(inspector(page).getByText('"GeneralReadOnlyAccess"')).toBeVisible()
  await page.getByRole('button', { name: /^Undo: Text of/ }).click()
  await expect(inspector(page).getByRole('button', { name: 'Fill in AWS’s text' })).toBeVisible()
})
