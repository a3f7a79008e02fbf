import { expect, type Page } from '@playwright/test'
import { choose, connect, inspector, line, node, openApp, pick } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const lit = (page: Page, policy: string) =>
  inspector(page)
    .getByRole('region', { name: `Policy ${policy}` })
    .locator('.cm-hit')

/** Goes from a user to one of the things it may not do, in the panel beside the canvas. */
async function askFor(page: Page, action: RegExp, by: 'mouse' | 'keyboard') {
  const row = inspector(page).getByRole('button', { name: /^GameOutcome Some Read/ })
  const chosen = inspector(page).getByRole('button', { name: action })
  if (by === 'mouse') {
    await row.click()
    await chosen.click()
  } else {
    await press(page, row)
    await press(page, chosen)
  }
}

test('by mouse: a line says why, with the deciding patterns lit up in the text', async ({ page }) => {
  await pick(page, /^ana on GameOutcome: Some Read allowed/)
  await expect(inspector(page).getByRole('heading', { name: 'May ana dynamodb:GetItem?' })).toBeVisible()
  await expect(inspector(page).getByText('Yes: allowed')).toBeVisible()
  await expect(inspector(page).getByText('ReadGameOutcome allows it, and nothing denies it.')).toBeVisible()
  await expect(lit(page, 'ReadGameOutcome')).toHaveText([
    '"dynamodb:GetItem"',
    '"arn:aws:dynamodb:*:*:table/GameOutcome"',
  ])
  // The policy that has no say in it is not shown at all.
  await expect(inspector(page).getByRole('region', { name: /^Policy / })).toHaveCount(1)
})

test('by keyboard: another action of the same line lights up another pattern', async ({ page }) => {
  await press(page, line(page, /^ci-deploy on GameOutcome: Some Read, Write allowed/))
  await expect(inspector(page).getByRole('heading', { name: /^May ci-deploy dynamodb:/ })).toBeVisible()
  await press(page, inspector(page).getByRole('button', { name: /^PutItem/ }))
  await expect(
    inspector(page).getByRole('heading', { name: 'May ci-deploy dynamodb:PutItem?' }),
  ).toBeVisible()
  await expect(lit(page, 'WriteGameOutcome')).toHaveText([
    '"dynamodb:PutItem"',
    '"arn:aws:dynamodb:*:*:table/GameOutcome"',
  ])
})

test('by keyboard: the ladder shows each gate, also those that were not asked', async ({ page }) => {
  await press(page, line(page, /^ci-deploy on GameOutcome/))
  const gates = inspector(page).getByRole('region', { name: 'How it was decided' }).getByRole('listitem')
  await expect(gates).toHaveCount(8)
  await expect(gates.filter({ hasText: 'Identity policies' })).toContainText('ReadGameOutcome allows it.')
  await expect(gates.filter({ hasText: 'Organization (SCP)' })).toContainText('not in an organization')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-region="inspector"] :focus')).toBeVisible()
})

for (const by of ['mouse', 'keyboard'] as const) {
  test(`by ${by}: an implicit deny says what is missing, with the nearest statement`, async ({ page }) => {
    if (by === 'mouse') await node(page, /^User ana/).click()
    else await choose(page, /^User ana/)
    await askFor(page, /^PutItem/, by)
    await expect(inspector(page).getByText('No: implicit deny')).toBeVisible()
    const nearest = inspector(page).getByRole('region', { name: 'Nearest statements' })
    await expect(nearest).toContainText('ReadGameOutcome (ReadResults): its Action does not match')
    await expect(nearest).toContainText('dynamodb:PutItem')
  })

  test(`by ${by}: an explicit deny wins, and its statement is the one that is lit`, async ({ page }) => {
    const editor = page.getByRole('textbox', { name: 'Policy text of WriteGameOutcome' })
    if (by === 'mouse') {
      await node(page, /^Policy WriteGameOutcome/).click()
      await editor.click()
    } else {
      await choose(page, /^Policy WriteGameOutcome/)
      await tabTo(page, editor)
    }
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"},{"Sid":"Keep","Effect":"Deny","Action":"dynamodb:Delete*","Resource":"*"}]}',
    )
    const denied = /^ci-deploy on GameOutcome: .*explicit deny/
    if (by === 'mouse') await pick(page, denied)
    else await press(page, line(page, denied))
    await expect(inspector(page).getByText('No: explicit deny')).toBeVisible()
    await expect(inspector(page)).toContainText('in statement Keep')
    await expect(inspector(page).locator('.cm-hit-deny')).toHaveText(['"dynamodb:Delete*"', '"*"'])
    // What would have allowed it is shown as well, in its own colour.
    await expect(inspector(page).locator('.cm-hit-allow')).toHaveText(['"dynamodb:*"', '"*"'])
  })
}

test('a proposed change flips the answer when it is done, and Undo takes it back', async ({ page }) => {
  await choose(page, /^User ana/)
  await askFor(page, /^PutItem/, 'mouse')
  const proposals = inspector(page).getByRole('region', { name: 'What would change it' })
  const attach = proposals.getByRole('listitem').filter({ hasText: 'Attach WriteGameOutcome to ana' })
  await expect(attach).toContainText('4 accesses gained in all')
  await press(page, attach.getByRole('button', { name: 'Do it' }))
  await expect(inspector(page).getByText('Yes: allowed')).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(inspector(page).getByText('No: implicit deny')).toBeVisible()
})

test('what one cannot do oneself one may do as a role, and the way there is named', async ({ page }) => {
  await page.getByRole('button', { name: 'Add Role' }).click()
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.type('deploy')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Policy text of Trust policy of deploy' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/ana"},"Action":"sts:AssumeRole"}}',
  )
  await connect(page, /^Policy WriteGameOutcome/, 'to deploy')
  await choose(page, /^User ana/)
  await expect(inspector(page).getByRole('region', { name: /^May become/ })).toContainText('deploy')
  await askFor(page, /^PutItem/, 'mouse')
  const ways = inspector(page).getByRole('region', { name: 'But it may become a role that can' })
  await ways.getByRole('button', { name: 'deploy' }).click()
  await expect(inspector(page).getByRole('heading', { name: 'May deploy dynamodb:PutItem?' })).toBeVisible()
  await expect(inspector(page).getByText('Yes: allowed')).toBeVisible()
})
