import type { Page } from '@playwright/test'

const moves = 60

const nextFrame = (page: Page) => page.evaluate(() => new Promise(requestAnimationFrame))

/** The middle of a node that lies in the open part of the canvas. */
async function someNode(page: Page) {
  const spot = await page.evaluate(() => {
    const pane = document.querySelector('.react-flow__pane')?.getBoundingClientRect()
    for (const node of document.querySelectorAll('.react-flow__node')) {
      const box = node.getBoundingClientRect()
      const x = box.x + box.width / 2
      const y = box.y + box.height / 2
      const inside =
        pane && x > pane.x + 60 && x < pane.right - 260 && y > pane.y + 60 && y < pane.bottom - 260
      if (inside && node.contains(document.elementFromPoint(x, y))) return { x, y }
    }
    return undefined
  })
  if (!spot) throw new Error('no node lies in the open part of the canvas')
  return spot
}

/** Drags a node about, one move a frame, and springs it back with Escape. */
export async function dragAbout(page: Page) {
  const { x, y } = await someNode(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let move = 0; move < moves; move++) {
    await page.mouse.move(x + 6 + move * 2, y + 6 + Math.sin(move / 6) * 40)
    await nextFrame(page)
  }
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

async function wheel(page: Page, by: (move: number) => number) {
  for (let move = 0; move < moves; move++) {
    await page.mouse.wheel(0, by(move))
    await nextFrame(page)
  }
}

const there = (move: number) => (move < moves / 2 ? 1 : -1)

/** Pans there and back. */
export async function panAbout(page: Page) {
  const { x, y } = await someNode(page)
  await page.mouse.move(x, y)
  await wheel(page, move => there(move) * 12)
}

/** Zooms in and out again. */
export async function zoomAbout(page: Page) {
  const { x, y } = await someNode(page)
  await page.mouse.move(x, y)
  await page.keyboard.down('Control')
  await wheel(page, move => there(move) * -8)
  await page.keyboard.up('Control')
}
