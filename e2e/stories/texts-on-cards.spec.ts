import { expect, type Page } from '@playwright/test'
import { choose, node, openApp } from '../support/canvas.ts'
import { tabTo } from '../support/keyboard.ts'
import { openModel, policyText, userArn } from '../support/model-file.ts'
import { test } from '../support/story.ts'

const reads = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' }

test.beforeEach(async ({ page }) => {
  await openApp(page)
  await openModel(
    page,
    'Cards',
    { kind: 'user', name: 'ana', inlinePolicies: [{ name: 'ReadPhotos', text: policyText(reads) }] },
    { kind: 'user', name: 'cy' },
    {
      kind: 'role',
      name: 'deploy',
      trustPolicy: policyText({
        Effect: 'Allow',
        Principal: { AWS: [userArn('ana'), userArn('cy')] },
        Action: 'sts:AssumeRole',
      }),
    },
    {
      kind: 'resource',
      name: 'photos',
      arn: 'arn:aws:s3:::photos',
      parts: ['arn:aws:s3:::photos/*'],
      service: 's3',
      type: 'bucket',
      resourcePolicy: policyText({ ...reads, Principal: { AWS: userArn('cy') } }),
    },
  )
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
