import { bigDumpText } from '@iam-canvas/exchange/testing'
import axe, { type AxeResults } from 'axe-core'
import { expect, type Page } from '@playwright/test'
import { choose, line, openApp } from '../support/canvas.ts'
import { chooseFile, dropFile } from '../support/files.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

interface InjectedAxe {
  readonly axe: { readonly run: (on: Document, options: object) => Promise<AxeResults> }
}

async function expectNothingSerious(page: Page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as InjectedAxe).axe.run(document, {
      resultTypes: ['violations'],
    }),
  )
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(serious).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test.beforeEach(({ page }) => openApp(page))

    test('the first view', ({ page }) => expectNothingSerious(page))

    test('a line explained', async ({ page }) => {
      await press(page, line(page, /^ana on GameOutcome/))
      await expect(page.getByRole('textbox', { name: /^Policy text/ })).toBeVisible()
      await expectNothingSerious(page)
    })

    test('a file that waits for a yes', async ({ page }) => {
      await chooseFile(page, 'account.json', bigDumpText({ users: 3, groups: 2, roles: 2, policies: 4 }))
      await expect(page.getByRole('dialog', { name: /^Open account/ })).toBeVisible()
      await expectNothingSerious(page)
    })

    test('a refusal, half-typed text and an empty canvas', async ({ page }) => {
      await choose(page, /^Policy ReadGameOutcome/)
      await tabTo(page, page.getByRole('textbox', { name: /^Policy text/ }))
      await page.keyboard.press('Control+a')
      await page.keyboard.type('x')
      await expect(page.getByText(/^Not valid yet/)).toBeVisible()
      await dropFile(page, 'broken.json', '{')
      await expect(page.getByRole('alert')).toContainText('was not opened')
      await expectNothingSerious(page)
      await page.getByRole('button', { name: 'Models' }).click()
      await page.getByRole('menuitem', { name: 'New empty model' }).click()
      await expect(page.getByRole('heading', { name: 'An empty account' })).toBeVisible()
      await expectNothingSerious(page)
    })

    test('problems, and a policy as a form and in sentences', async ({ page }) => {
      await choose(page, /^Policy ReadGameOutcome/)
      await page
        .getByRole('contentinfo')
        .getByRole('button', { name: /problems?$/ })
        .click()
      await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible()
      await page.getByRole('button', { name: 'Form', exact: true }).click()
      const form = page.getByRole('group', { name: 'Form of statement ReadResults' })
      await form.getByText(/^Amazon DynamoDB\s*\d+ of \d+ actions$/).click()
      await expect(form.getByRole('checkbox', { name: 'Scan', exact: true })).toBeVisible()
      await expectNothingSerious(page)
      await page.getByRole('button', { name: 'Sentences' }).click()
      await expect(page.getByRole('list', { name: 'The policy in sentences' })).toBeVisible()
      await expectNothingSerious(page)
    })

    test('the start page, versions, a link and a picture', async ({ page }) => {
      await page.keyboard.press('Control+Shift+O')
      const models = page.getByRole('dialog', { name: 'Models' })
      await expect(models.getByRole('button', { name: /^Game results/ })).toBeVisible()
      await expectNothingSerious(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Models' }).click()
      await page.getByRole('menuitem', { name: /^Versions/ }).click()
      await page.keyboard.type('first')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Nothing in the account')).toBeVisible()
      await expectNothingSerious(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await page.getByRole('menuitem', { name: /^Share as a link/ }).click()
      await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused()
      await expectNothingSerious(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Shift+E')
      await expect(page.getByRole('button', { name: 'Save SVG' })).toBeFocused()
      await expectNothingSerious(page)
    })

    test('the lessons, one of them with its question, and a word explained', async ({ page }) => {
      await page.getByRole('tab', { name: 'Learn' }).click()
      await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible()
      await expectNothingSerious(page)
      await page.getByRole('button', { name: 'A policy does nothing until it is attached' }).click()
      await expect(page.getByRole('article', { name: /^Lesson: A policy does nothing/ })).toBeVisible()
      await page.getByRole('button', { name: 'Implicit deny' }).click()
      await expect(page.getByRole('dialog', { name: 'Implicit deny' })).toBeVisible()
      await expectNothingSerious(page)
    })

    test('a user, the connections and the shortcuts', async ({ page }) => {
      await choose(page, /^User ana/)
      await expectNothingSerious(page)
      await page.keyboard.press('c')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNothingSerious(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectNothingSerious(page)
    })
  })
}
