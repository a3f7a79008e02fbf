import { expect, type Page } from '@playwright/test'
import { choose, connect, drag, inspector, message, node, openApp, undoAll } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { account, openModel, policyText } from '../support/model-file.ts'
import { test } from '../support/story.ts'

const resource = (name: string, service: string, type: string, end: string) => ({
  kind: 'resource' as const,
  name,
  service,
  type,
  arn: `arn:aws:${service}:eu-west-1:${account}:${end}`,
})

test.beforeEach(async ({ page }) => {
  await openApp(page)
  await openModel(
    page,
    'Runners',
    { kind: 'role', name: 'bare', trustPolicy: policyText() },
    resource('resize', 'lambda', 'function', 'function:resize'),
    resource('web', 'ec2', 'instance', 'instance/i-0123456789abcdef0'),
    resource('jobs', 'sqs', 'queue', 'jobs'),
    {
      ...resource('photos', 's3', 'bucket', ''),
      arn: 'arn:aws:s3:::photos',
      parts: ['arn:aws:s3:::photos/*'],
    },
  )
})

const dialogOf = (page: Page, service: string) =>
  page.getByRole('dialog', { name: `bare does not trust ${service} yet` })

test('by mouse: an instance dropped on a role that does not trust EC2 asks, and both are one step', async ({
  page,
}) => {
  await drag(page, node(page, /^Resource web/), node(page, /^Role bare/), {
    before: () =>
      expect(
        page.getByRole('status').getByText('Run web as bare, through an instance profile'),
      ).toBeVisible(),
  })
  await dialogOf(page, 'ec2.amazonaws.com')
    .getByRole('button', { name: 'Run as it, and add the trust' })
    .click()
  await expect(node(page, /^Resource web/).getByText('runs as bare')).toBeVisible()
  await expect(node(page, /^Role bare/).getByText('trusts ec2')).toBeVisible()
  expect(await undoAll(page)).toBe(1)
  await expect(node(page, /^Role bare/).getByText('trusts nobody')).toBeVisible()
})

test('by keyboard: a function is given a role, and the trust is asked for', async ({ page }) => {
  await connect(page, /^Resource resize/, 'run resize as bare')
  const dialog = dialogOf(page, 'lambda.amazonaws.com')
  await expect(dialog.getByRole('button', { name: 'Run as it, and add the trust' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(node(page, /^Resource resize/).getByText('runs as bare')).toBeVisible()
  await expect(node(page, /^Role bare/).getByText('trusts nobody')).toBeVisible()
})

test('by mouse: a bucket dropped on a function is let in to invoke it', async ({ page }) => {
  await drag(page, node(page, /^Resource photos/), node(page, /^Resource resize/), {
    before: () => expect(page.getByRole('status').getByText('Let photos invoke resize')).toBeVisible(),
  })
  await node(page, /^Resource resize/)
    .getByRole('button', { name: 'Resource policy of resize' })
    .click()
  await expect(inspector(page).getByText('"s3.amazonaws.com"')).toBeVisible()
})

test('by keyboard: a queue is read by the role of a function', async ({ page }) => {
  await connect(page, /^Resource resize/, 'run resize as bare')
  await page.keyboard.press('Enter')
  await expect(node(page, /^Resource resize/).getByText('runs as bare')).toBeVisible()
  await connect(page, /^Resource resize/, 'read jobs')
  await expect(
    node(page, /^Role bare/).getByRole('button', { name: 'Inline policy Read-jobs of bare' }),
  ).toBeVisible()
  await expect(message(page, / gained/)).toBeVisible()
})

test('by keyboard: a prefix of a bucket is asked about by itself', async ({ page }) => {
  await choose(page, /^Resource photos/)
  const field = inspector(page).getByRole('combobox', { name: 'Prefix in the bucket, such as raw/' })
  await tabTo(page, field)
  await page.keyboard.type('raw/')
  await page.keyboard.press('Enter')
  await expect(node(page, /^Resource photos/).getByText('photos/raw/*')).toBeVisible()
  await press(
    page,
    inspector(page).getByRole('button', { name: 'Ask no more about arn:aws:s3:::photos/raw/*' }),
  )
  await expect(node(page, /^Resource photos/).getByText('photos/raw/*')).toHaveCount(0)
})

test('an instance and a task are in the palette', async ({ page }) => {
  await press(page, page.getByRole('button', { name: 'More', exact: true }))
  await expect(page.getByRole('menuitem', { name: 'EC2 instance' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'ECS task' }).press('Enter')
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(node(page, /^Resource new-task/)).toBeVisible()
})
