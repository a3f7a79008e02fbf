import type { Page } from '@playwright/test'

/** Chooses a file in the app: a path, or a name with its content. */
export async function chooseFile(
  page: Page,
  name: string,
  content?: string,
  by: 'mouse' | 'keyboard' = 'mouse',
) {
  const chosen = page.waitForEvent('filechooser')
  // The browser is told to hand choosers over; a key that arrives before that opens one that nobody sees.
  await page.evaluate(() => document.title)
  await (by === 'mouse'
    ? page.getByRole('button', { name: 'Open', exact: true }).click()
    : page.keyboard.press('Control+o'))
  const chooser = await chosen
  await chooser.setFiles(
    content === undefined ? name : { name, mimeType: 'application/json', buffer: Buffer.from(content) },
  )
}

/** Drops a file on the page, as from a file manager. */
export async function dropFile(page: Page, name: string, content: string) {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], fileName, { type: 'application/json' }))
      return data
    },
    [name, content] as const,
  )
  const canvas = page.getByRole('main')
  await canvas.dispatchEvent('dragenter', { dataTransfer: transfer })
  await canvas.dispatchEvent('dragover', { dataTransfer: transfer })
  await canvas.dispatchEvent('drop', { dataTransfer: transfer })
}
