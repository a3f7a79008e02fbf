import { expect, type Locator, type Page } from '@playwright/test'
import { press, tabTo } from './keyboard.ts'

/** A node of the canvas, by what a screen reader says of it: `node(page, /^User ana/)`. */
export const node = (page: Page, name: RegExp | string): Locator => page.getByRole('group', { name })

/** A line of the canvas: `line(page, /^ana on GameOutcome/)`. */
export const line = (page: Page, name: RegExp | string): Locator => page.getByRole('button', { name })

export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })

/** An entry of the outline. */
export const entry = (page: Page, name: RegExp | string): Locator =>
  page.getByRole('listbox', { name: 'Outline of the model' }).getByRole('option', { name })

/** The message at the foot of the canvas. */
export const message = (page: Page, text: RegExp | string): Locator =>
  page.getByRole('main').getByText(text, { exact: typeof text === 'string' })

/** Opens the app on its example. */
export async function openApp(page: Page) {
  await page.goto('/')
  await expect(node(page, /^User ana/)).toBeVisible()
  await isWhole(page)
}

/** The canvas is drawn first; what drags and drops do comes with its tools. */
export async function isWhole(page: Page) {
  await expect(page.getByRole('toolbar', { name: 'Canvas tools' })).toBeVisible()
}

interface Spot {
  readonly x: number
  readonly y: number
}

interface DragOptions {
  readonly hold?: 'Alt' | 'Control'
  /** How far below its top edge the target is hit; its middle unless said otherwise. */
  readonly fromTop?: number
  /** Looked at while the button is still down. */
  readonly before?: () => Promise<void>
}

async function middleOf(target: Locator, fromTop?: number): Promise<Spot> {
  const box = await target.boundingBox()
  if (!box) throw new Error('what should be dragged is not visible')
  return { x: box.x + box.width / 2, y: box.y + (fromTop ?? box.height / 2) }
}

/** Presses, moves in steps and releases, as a hand does. */
export async function drag(page: Page, from: Locator, to: Locator | Spot, options: DragOptions = {}) {
  const start = await middleOf(from)
  const end = 'x' in to ? to : await middleOf(to, options.fromTop)
  await page.mouse.move(start.x, start.y)
  if (options.hold) await page.keyboard.down(options.hold)
  await page.mouse.down()
  await page.mouse.move(start.x + 6, start.y + 6, { steps: 2 })
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await options.before?.()
  await page.mouse.up()
  if (options.hold) await page.keyboard.up(options.hold)
}

/** Clicks a line in its middle, where its curve is: what surrounds a curve is mostly not the line. */
export async function pick(page: Page, name: RegExp | string) {
  const path = line(page, name).locator('path').first()
  const middle = await path.evaluate(element => {
    if (!(element instanceof SVGPathElement)) throw new Error('a line is drawn as a path')
    const { x, y } = element.getPointAtLength(element.getTotalLength() / 2)
    const onScreen = new DOMPoint(x, y).matrixTransform(element.getScreenCTM() ?? undefined)
    return { x: onScreen.x, y: onScreen.y }
  })
  await page.mouse.click(middle.x, middle.y)
}

/** A spot on the open canvas, from its top left corner. */
export async function spot(page: Page, x: number, y: number): Promise<Spot> {
  const box = await page.getByRole('main').boundingBox()
  if (!box) throw new Error('there is no canvas')
  return { x: box.x + x, y: box.y + y }
}

/** Drags a kind out of the palette to a place and gives it a name. */
export async function add(page: Page, kind: string, name: string, where: Spot) {
  await drag(page, page.getByRole('button', { name: `Add ${kind}`, exact: true }), where)
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Adds by keyboard: from the palette, into free space. */
export async function addByKeyboard(page: Page, kind: string, name: string) {
  await press(page, page.getByRole('button', { name: `Add ${kind}`, exact: true }))
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Selects a node by keyboard. Enter on one that is selected already would go on to the inspector. */
export async function choose(page: Page, name: RegExp) {
  await tabTo(page, node(page, name))
  const selected = await node(page, name).evaluate(element => element.classList.contains('selected'))
  if (!selected) await page.keyboard.press('Enter')
}

/** Connects by keyboard: C, a few letters, Enter. */
export async function connect(page: Page, from: RegExp, letters: string) {
  await choose(page, from)
  await page.keyboard.press('c')
  const filter = page.getByRole('combobox', { name: 'Filter' })
  await expect(filter).toBeFocused()
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
  await expect(filter).toBeHidden()
}

/** Takes everything back, one step at a time, and says how many steps there were. */
export async function undoAll(page: Page): Promise<number> {
  const undo = page.getByRole('button', { name: /^Undo/ }).first()
  let steps = 0
  while (await undo.isEnabled()) {
    await undo.click()
    steps++
  }
  return steps
}
