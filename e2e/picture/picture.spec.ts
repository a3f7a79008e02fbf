import { expect, test } from '@playwright/test'

/** Takes the pictures of the README from the running app: `npm run picture`. */
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1280, height: 760 } })

    test('the example with a line explained', async ({ page }) => {
      await page.goto('/')
      await page.getByRole('button', { name: /^ci-deploy on GameOutcome: Some Read, Write allowed/ }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox', { name: 'Policy text of ReadGameOutcome' })).toBeVisible()
      await page.screenshot({ path: `../docs/pictures/canvas-${colorScheme}.png`, scale: 'css' })
    })
  })
}
