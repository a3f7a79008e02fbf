import { expect, type Page } from '@playwright/test'
import { inspector, line, openApp, pick } from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { openModel, policyText } from '../support/model-file.ts'
import { test } from '../support/story.ts'

const photos = {
  kind: 'resource',
  name: 'photos',
  arn: 'arn:aws:s3:::photos',
  parts: ['arn:aws:s3:::photos/*'],
  service: 's3',
  type: 'bucket',
} as const

/** ana may read objects if a key says so that AWS sends only when a bucket is listed. */
const openPhotos = (page: Page) =>
  openModel(
    page,
    'Facts',
    {
      kind: 'user',
      name: 'ana',
      inlinePolicies: [
        {
          name: 'Own',
          text: policyText({
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::photos/*',
            Condition: { StringLike: { 's3:prefix': 'ana/*' } },
          }),
        },
      ],
    },
    photos,
  )

const note = (page: Page, text: RegExp) => inspector(page).getByRole('note').filter({ hasText: text })

test('by mouse: an answer that hangs on a key which the action never carries says so, and what it comes to', async ({
  page,
}) => {
  await openApp(page)
  await openPhotos(page)
  await pick(page, /^ana on photos: .*prefix.* depends/)
  const missing = note(page, /AWS never sends s3:prefix with s3:GetObject/)
  await expect(missing).toContainText('Asked that way:')
  await expect(missing).toContainText('implicit deny')
})

test('by keyboard: without the reference the answer says what is not checked, and asks for it again', async ({
  page,
}) => {
  // A server that does not have it answers with the page.
  await page.route('**/reference/**/services/s3.json', route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  )
  await openApp(page)
  await openPhotos(page)
  await press(page, line(page, /^ana on photos: .*prefix.* depends/))
  const unchecked = note(page, /Answered without AWS’s reference of s3/)
  await expect(unchecked).toBeVisible()
  await page.unroute('**/reference/**/services/s3.json')
  await press(page, unchecked.getByRole('button', { name: 'Try again' }))
  await expect(note(page, /AWS never sends s3:prefix/)).toBeVisible()
  await expect(unchecked).toBeHidden()
})
