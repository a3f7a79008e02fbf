import { expect, type Page } from '@playwright/test'
import { choose, inspector, line, node, openApp } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const editor = (page: Page) => page.getByRole('textbox', { name: 'Policy text of ReadGameOutcome' })

/** Puts the cursor at the end of the line with this text. */
async function goToLine(page: Page, text: string) {
  const lines = await editor(page).locator('.cm-line').allTextContents()
  const index = lines.findIndex(content => content.includes(text))
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < index; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
}

test('by mouse: adding an action to a policy changes the line as one types', async ({ page }) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await editor(page).getByText('"dynamodb:DescribeTable"').click()
  await goToLine(page, 'DescribeTable')
  await page.keyboard.type(',')
  await expect(
    inspector(page).getByText(/^Not valid yet: line 12, JSON takes no `,` after the last item/),
  ).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
  await page.keyboard.type('\n"dynamodb:PutItem"')
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await expect(inspector(page).getByText(/^Not valid yet/)).toHaveCount(0)
})

test('by mouse: the text of an action is marked and deleted, and the line loses its word', async ({
  page,
}) => {
  await node(page, /^Policy WriteGameOutcome/).click()
  const text = page.getByRole('textbox', { name: 'Policy text of WriteGameOutcome' })
  const actions = text.locator('.cm-line').filter({ hasText: /dynamodb:(Put|Update|Batch)/ })
  for (const name of ['BatchWriteItem', 'UpdateItem', 'PutItem']) {
    const row = text.locator('.cm-line').filter({ hasText: `"dynamodb:${name}"` })
    await row.click({ clickCount: 3 })
    await page.keyboard.press('Delete')
  }
  await expect(actions).toHaveCount(0)
  await expect(inspector(page).getByText(/^Not valid yet: line \d+, /)).toBeVisible()
  await expect(line(page, /^ci-deploy on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await text.getByText('"dynamodb:DeleteItem"').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(inspector(page).getByText(/^Not valid yet/)).toHaveCount(0)
  await node(page, /^Policy WriteGameOutcome/).click()
  await expect(page.getByRole('contentinfo')).toContainText('11 allowed')
})

test('by mouse: half-typed text is put back with one press, which can be undone', async ({ page }) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await editor(page).getByText('"dynamodb:Scan"').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(inspector(page).getByText(/^Not valid yet: line \d+, /)).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
  await inspector(page).getByRole('button', { name: 'Back to the last valid text' }).click()
  await expect(editor(page)).toContainText('"dynamodb:Scan",')
  await expect(inspector(page).getByText(/^Not valid yet/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo: Draft of ReadGameOutcome discarded' }).click()
  await expect(inspector(page).getByText(/^Not valid yet: line \d+, /)).toBeVisible()
})

test('by keyboard: half-typed text keeps the canvas as it was, and survives a reload', async ({ page }) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await tabTo(page, editor(page))
  await goToLine(page, '"Effect"')
  await page.keyboard.type(' "Acti')
  await expect(inspector(page).getByText(/The canvas shows the last valid text/)).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('1 policy half typed')
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()

  await page.reload()
  await choose(page, /^Policy ReadGameOutcome/)
  await expect(editor(page)).toContainText('"Allow", "Acti')

  await press(page, inspector(page).getByRole('button', { name: 'Back to the last valid text' }))
  await expect(editor(page)).not.toContainText('"Acti"')
  await expect(page.getByRole('contentinfo')).not.toContainText('half typed')
})

test('a burst of typing is one step of the undo history', async ({ page }) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await tabTo(page, editor(page))
  await goToLine(page, '"dynamodb:Scan"')
  await page.keyboard.type('\n"dynamodb:PutItem",')
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await page.getByRole('button', { name: /^Undo: ReadGameOutcome edited/ }).click()
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  await expect(editor(page)).not.toContainText('PutItem')
})

test('while half typed, what was lit stays lit', async ({ page }) => {
  await press(page, line(page, /^ana on GameOutcome: Some Read allowed/))
  const hits = inspector(page).locator('.cm-hit')
  await expect(hits).toHaveCount(2)
  await tabTo(page, editor(page))
  await goToLine(page, '"Sid"')
  await page.keyboard.type(' "')
  await expect(inspector(page).getByText(/^Not valid yet/)).toBeVisible()
  await expect(hits).toHaveText(['"dynamodb:GetItem"', '"arn:aws:dynamodb:*:*:table/GameOutcome"'])
})

test('by keyboard: an action is completed from what its service has, and the text is set in lines', async ({
  page,
}) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await tabTo(page, editor(page))
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":',
  )
  await page.keyboard.type('"dynamodb:DescribeTab')
  const options = page.getByRole('listbox', { name: 'Completions' })
  await expect(options.getByRole('option', { name: /^dynamodb:DescribeTable ?Read$/ })).toBeVisible()
  // For its first 75 ms the list takes no Enter, so that a line break typed just then stays one.
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await expect(options).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.type('}]}')
  await expect(line(page, /^ana on GameOutcome: .*allowed/)).toBeAttached()
  await page.keyboard.press('Shift+Alt+f')
  await expect(editor(page).locator('.cm-line')).toHaveCount(10)
  await expect(editor(page)).toContainText('"Action": "dynamodb:DescribeTable"')
})

test('by keyboard: Shift and F1 say what a wildcard covers, and Escape closes that alone', async ({
  page,
}) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await tabTo(page, editor(page))
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":"s3:Get*"}]}',
  )
  for (let back = 0; back < 6; back++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+F1')
  const said = page.locator('.cm-explained')
  await expect(said).toContainText(/\d+ actions of Amazon S3: .*Read/)
  await expect(said.getByRole('link', { name: 'Amazon S3: all actions' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(said).toHaveCount(0)
  await expect(editor(page)).toBeFocused()
})
