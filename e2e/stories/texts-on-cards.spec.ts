import { expect, type Page } from '@playwright/test'
import { choose, message, node, openApp } from '../support/canvas.ts'
import { chooseFile } from '../support/files.ts'
import { tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

const account = '111122223333'
const arn = (user: string) => `arn:aws:iam::${account}:user/${user}`
const document = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const reads = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' }
const holder = { account, path: '/', attachedPolicies: [], tags: [] }

/** A user and a role with inline policies, and a bucket with a policy of its own. */
const model = JSON.stringify({
  format: 'iam-canvas',
  schemaVersion: 1,
  savedWith: 'a test',
  model: {
    name: 'Cards',
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
      'user:ana': {
        ...holder,
        kind: 'user',
        id: 'user:ana',
        name: 'ana',
        groups: [],
        inlinePolicies: [{ name: 'ReadPhotos', text: document(reads) }],
      },
      'user:cy': { ...holder, kind: 'user', id: 'user:cy', name: 'cy', groups: [], inlinePolicies: [] },
    },
    groups: {},
    roles: {
      'role:deploy': {
        ...holder,
        kind: 'role',
        id: 'role:deploy',
        name: 'deploy',
        trustPolicy: document({
          Effect: 'Allow',
          Principal: { AWS: [arn('ana'), arn('cy')] },
          Action: 'sts:AssumeRole',
        }),
        inlinePolicies: [],
      },
    },
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
        resourcePolicy: document({ ...reads, Principal: { AWS: arn('cy') } }),
      },
    },
    externals: {},
  },
})

test.beforeEach(async ({ page }) => {
  await openApp(page)
  await chooseFile(page, 'cards.iam-canvas.json', model)
  await expect(message(page, 'Cards opened')).toBeVisible()
})

const editorOf = (page: Page, name: string) => page.getByRole('textbox', { name: `Policy text of ${name}` })

test('by mouse: inline, trust and resource policies are chips on their card, and each opens its text', async ({
  page,
}) => {
  await node(page, /^User ana/)
    .getByRole('button', { name: 'Inline policy ReadPhotos of ana' })
    .click()
  await expect(editorOf(page, 'ReadPhotos')).toBeFocused()
  await expect(node(page, /^User ana/)).toHaveClass(/selected/)
  await node(page, /^Role deploy/)
    .getByRole('button', { name: 'Trust policy of deploy, assumable by 2' })
    .click()
  await expect(editorOf(page, 'Trust policy of deploy')).toBeFocused()
  await node(page, /^Resource photos/)
    .getByRole('button', { name: 'Resource policy of photos' })
    .click()
  await expect(editorOf(page, 'Resource policy of photos')).toBeFocused()
})

test('by keyboard: Tab leads from the selected card to its chips, and Enter opens the text', async ({
  page,
}) => {
  await choose(page, /^Role deploy/)
  const trust = page.getByRole('button', { name: 'Trust policy of deploy, assumable by 2' })
  await page.keyboard.press('Tab')
  await expect(trust).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(editorOf(page, 'Trust policy of deploy')).toBeFocused()
  await choose(page, /^User ana/)
  await tabTo(page, page.getByRole('button', { name: 'Inline policy ReadPhotos of ana' }))
  await page.keyboard.press('Enter')
  await expect(editorOf(page, 'ReadPhotos')).toBeFocused()
})
