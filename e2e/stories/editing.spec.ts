import { expect, type Page } from '@playwright/test'
import { choose, inspector, line, node, openApp } from '../support/canvas.ts'
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

test('by mouse: taking an action out of a policy changes the line as one types', async ({ page }) => {
  await node(page, /^Policy ReadGameOutcome/).click()
  await editor(page).getByText('"dynamodb:DescribeTable"').click()
  await goToLine(page, 'DescribeTable')
  await page.keyboard.type(',')
  await expect(inspector(page).getByText(/^Not valid yet: line 13/)).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Read allowed/)).toBeAttached()
  await page.keyboard.type('\n"dynamodb:PutItem"')
  await expect(line(page, /^ana on GameOutcome: Read, Write allowed/)).toBeAttached()
  await expect(inspector(page).getByText(/^Not valid yet/)).toHaveCount(0)
})

test('by keyboard: half-typed text keeps the canvas as it was, and one undo takes the burst back', async ({
  page,
}) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await editor(page).focus()
  await goToLine(page, '"Effect"')
  await page.keyboard.type(' "Acti')
  await expect(inspector(page).getByText(/The canvas shows the last valid text/)).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('1 policy half typed')
  await expect(line(page, /^ana on GameOutcome: Read allowed/)).toBeAttached()

  await page.reload()
  await choose(page, /^Policy ReadGameOutcome/)
  await expect(editor(page)).toContainText('"Allow", "Acti')

  await inspector(page).getByRole('button', { name: 'Back to the last valid text' }).focus()
  await page.keyboard.press('Enter')
  await expect(editor(page)).not.toContainText('"Acti"')
  await expect(page.getByRole('contentinfo')).not.toContainText('half typed')
})

test('a burst of typing is one step of the undo history', async ({ page }) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await editor(page).focus()
  await goToLine(page, '"dynamodb:Scan"')
  await page.keyboard.type('\n"dynamodb:PutItem",')
  await expect(line(page, /^ana on GameOutcome: Read, Write allowed/)).toBeAttached()
  await page.getByRole('button', { name: /^Undo: ReadGameOutcome edited/ }).click()
  await expect(line(page, /^ana on GameOutcome: Read allowed/)).toBeAttached()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  await expect(editor(page)).not.toContainText('PutItem')
})

test('while half typed, what was lit stays lit', async ({ page }) => {
  await line(page, /^ana on GameOutcome: Read allowed/).focus()
  await page.keyboard.press('Enter')
  const hits = inspector(page).locator('.cm-hit')
  await expect(hits).toHaveCount(2)
  await editor(page).focus()
  await goToLine(page, '"Sid"')
  await page.keyboard.type(' "')
  await expect(inspector(page).getByText(/^Not valid yet/)).toBeVisible()
  await expect(hits).toHaveText(['"dynamodb:GetItem"', '"arn:aws:dynamodb:*:*:table/GameOutcome"'])
})
