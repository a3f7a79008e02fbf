import type { Locator, Page } from '@playwright/test'

const mostPresses = 80

/** Goes to something with Tab or Shift+Tab, whichever way it lies, as one does who has no mouse. */
export async function tabTo(page: Page, target: Locator) {
  const backwards = await target.evaluate(element => {
    const here = document.activeElement ?? document.body
    const position = here.compareDocumentPosition(element)
    return (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  })
  for (let press = 0; press <= mostPresses; press++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`${String(target)} cannot be reached with ${backwards ? 'Shift+Tab' : 'Tab'}`)
}

/** Goes to a button, link or node with Tab and presses Enter. */
export async function press(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
