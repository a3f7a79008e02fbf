import { expect } from '@playwright/test'
import { choose, drag, inspector, message, node, openApp, spot, undoAll } from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { openModel, policyText } from '../support/model-file.ts'
import { test } from '../support/story.ts'

test.beforeEach(async ({ page }) => {
  await openApp(page)
  await openModel(
    page,
    'Statements',
    { kind: 'user', name: 'ana' },
    { kind: 'user', name: 'bob', attachedPolicies: ['policy:Two'] },
    {
      kind: 'policy',
      name: 'Two',
      text: policyText(
        { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' },
        { Effect: 'Deny', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::photos/*' },
      ),
    },
    {
      kind: 'resource',
      name: 'photos',
      arn: 'arn:aws:s3:::photos',
      parts: ['arn:aws:s3:::photos/*'],
      service: 's3',
      type: 'bucket',
    },
  )
})

test('by mouse: a statement dragged out of a policy is an inline policy of whom it is dropped on', async ({
  page,
}) => {
  const policy = node(page, /^Policy Two/)
  await policy.hover()
  await drag(
    page,
    policy.getByRole('button', { name: 'Take out statement 1 of Two' }),
    node(page, /^User ana/),
    {
      before: () =>
        expect(page.getByRole('status').getByText('Move Read to ana as an inline policy')).toBeVisible(),
    },
  )
  // bob has it through the policy, so moving it would take it from him.
  const dialog = page.getByRole('dialog', { name: 'Move Read to ana as an inline policy?' })
  await expect(dialog).toContainText('bob has Read through Two, and would lose it')
  await dialog.getByRole('button', { name: 'Copy it' }).click()
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
  await expect(
    node(page, /^User ana/).getByRole('button', { name: 'Inline policy Read of ana' }),
  ).toBeVisible()
  await expect(message(page, / gained/)).toBeVisible()
  expect(await undoAll(page)).toBe(1)
})

test('by mouse: dropped on the canvas it becomes a policy of its own; Escape cancels', async ({ page }) => {
  const policy = node(page, /^Policy Two/)
  const grip = policy.getByRole('button', { name: 'Take out statement 2 of Two' })
  await policy.hover()
  await drag(page, grip, await spot(page, 400, 560), { before: () => page.keyboard.press('Escape') })
  await expect(node(page, /^Policy/)).toHaveCount(1)
  await policy.hover()
  await drag(page, grip, await spot(page, 400, 560), { hold: 'Control' })
  await expect(node(page, /^Policy Two-statement, not attached/)).toBeVisible()
  await expect(
    page.getByRole('button', { name: /^Undo: Statement 2 of Two copied into a policy/ }).first(),
  ).toBeEnabled()
})

test('by keyboard: a statement is moved from the sentences of its policy, and found by a few letters', async ({
  page,
}) => {
  await choose(page, /^Policy Two/)
  await press(page, inspector(page).getByRole('button', { name: 'Sentences' }))
  await press(page, inspector(page).getByRole('button', { name: 'Take out statement 2 of Two' }))
  const filter = page.getByRole('combobox', { name: 'Filter' })
  await expect(filter).toBeFocused()
  await page.keyboard.type('move to bob')
  await page.keyboard.press('Enter')
  await expect(message(page, /^Statement 2 of Two moved to bob as an inline policy/)).toBeVisible()
  await expect(node(page, /^User bob, 2 policies/)).toBeVisible()
})

test('by keyboard: the palette moves a statement of the selected policy', async ({ page }) => {
  await choose(page, /^Policy Two/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search all commands' }).fill('move a statement')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Move a statement of Two' })).toBeVisible()
  await page.keyboard.type('copy read own')
  await page.keyboard.press('Enter')
  await expect(node(page, /^Policy Read, not attached/)).toBeVisible()
})
