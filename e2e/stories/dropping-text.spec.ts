import { expect, type Locator, type Page } from '@playwright/test'
import { choose, message, node, openApp, undoAll } from '../support/canvas.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const sends =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}}'

type What = { readonly file: string; readonly text: string } | { readonly text: string }

/** Drags a file or text out of another window over something, and lets go there. */
async function dropOn(page: Page, target: Locator, what: What, before?: () => Promise<void>) {
  const transfer = await page.evaluateHandle(given => {
    const data = new DataTransfer()
    if ('file' in given) data.items.add(new File([given.text], given.file, { type: 'application/json' }))
    else data.setData('text/plain', given.text)
    return data
  }, what)
  const box = await target.boundingBox()
  if (!box) throw new Error('the target is not visible')
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, dataTransfer: transfer }
  await target.dispatchEvent('dragenter', at)
  await target.dispatchEvent('dragover', at)
  // What says where a drop would go is loaded with the first drag.
  await expect(async () => {
    await target.dispatchEvent('dragover', at)
    await before?.()
  }).toPass()
  await target.dispatchEvent('drop', at)
}

test('by mouse: a policy file dropped on a user is attached to it, and what is no policy is refused', async ({
  page,
}) => {
  const ana = node(page, /^User ana/)
  await dropOn(page, ana, { file: 'SendJobs.json', text: sends }, () =>
    expect(page.getByRole('status').getByText('Attach it to ana as a new policy')).toBeVisible({
      timeout: 500,
    }),
  )
  await expect(message(page, /^SendJobs added and attached to ana/)).toBeVisible()
  await expect(node(page, /^User ana, 2 policies/)).toBeVisible()
  expect(await undoAll(page)).toBe(1)
  await dropOn(page, ana, { text: 'no policy at all' })
  await expect(page.getByRole('alert')).toContainText(
    'neither something copied here nor the JSON of a policy',
  )
  await dropOn(page, ana, { text: sends.replace('"Effect"', '"Principal":"*","Effect"') })
  await expect(page.getByRole('alert')).toContainText('This text names a Principal')
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
})

test('by mouse: text dropped on a policy is shown beside its own before it takes its place', async ({
  page,
}) => {
  await dropOn(page, node(page, /^Policy ReadGameOutcome/), { text: sends })
  const dialog = page.getByRole('dialog', { name: 'Replace the text of ReadGameOutcome?' })
  await expect(dialog.getByRole('region', { name: 'What would change' })).toContainText('sqs:SendMessage')
  await dialog.getByRole('button', { name: 'Replace the text' }).click()
  await expect(node(page, /^Policy ReadGameOutcome/)).toContainText('send on anything')
  await expect(message(page, / lost/)).toBeVisible()
})

test('by keyboard: a policy is pasted onto the selected policy, and asked about first', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(text => navigator.clipboard.writeText(text), sends)
  await choose(page, /^Policy ReadGameOutcome/)
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: 'Replace the text of ReadGameOutcome?' })
  await expect(dialog.getByRole('button', { name: 'Replace the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(node(page, /^Policy ReadGameOutcome/)).toContainText('send on anything')
})
