import { expect, type Page } from '@playwright/test'
import {
  add,
  choose,
  drag,
  entry,
  inspector,
  message,
  node,
  openApp,
  spot,
  undoAll,
} from '../support/canvas.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ }).first()

test('by mouse: what a marquee takes in is duplicated, moved together, and deleted', async ({ page }) => {
  await drag(page, node(page, /^User ana/), await spot(page, 520, 60), { hold: 'Alt' })
  await drag(page, node(page, /^User ci-deploy/), await spot(page, 520, 140), { hold: 'Alt' })
  const from = await spot(page, 400, 12)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const to = await spot(page, 640, 200)
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  await expect(inspector(page).getByRole('heading', { name: '2 selected' })).toBeVisible()

  await page.keyboard.press('Control+d')
  await expect(node(page, /^User ana-2/)).toBeVisible()
  await expect(node(page, /^User ci-deploy-2/)).toBeVisible()
  await expect(undo(page)).toHaveAccessibleName('Undo: 2 things duplicated')
  await page.keyboard.press('Delete')
  await expect(node(page, /^User ana-2/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(node(page, /^User ana/)).toHaveCount(1)
})

test('by mouse: Shift and a click add to the selection and take out of it', async ({ page }) => {
  await node(page, /^User ana/).click()
  await node(page, /^User ci-deploy/).click({ modifiers: ['Shift'] })
  await expect(inspector(page).getByRole('heading', { name: '2 selected' })).toBeVisible()
  await node(page, /^User ana/).click({ modifiers: ['Shift'] })
  await expect(node(page, /^User ana/)).not.toHaveClass(/selected/)
  await expect(node(page, /^User ci-deploy/)).toHaveClass(/selected/)
})

test('by keyboard: everything is copied with its attachments, and pasted as one step', async ({ page }) => {
  await choose(page, /^User ana/)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(node(page, /^User ana-2, 1 policy/)).toBeVisible()
  await expect(undo(page)).toHaveAccessibleName('Undo: 5 things pasted')
  expect(await undoAll(page)).toBe(1)
})

test('by keyboard: cut and paste brings it back', async ({ page }) => {
  await choose(page, /^Policy ReadGameOutcome/)
  await page.keyboard.press('Control+x')
  await expect(node(page, /^Policy ReadGameOutcome/)).toHaveCount(0)
  await expect(undo(page)).toHaveAccessibleName('Undo: ReadGameOutcome cut')
  await page.keyboard.press('Control+v')
  await expect(node(page, /^Policy ReadGameOutcome, not attached/)).toBeVisible()
})

test('by keyboard: the JSON of a policy is pasted and attached to what is selected', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}}',
    ),
  )
  await choose(page, /^User ana/)
  await page.keyboard.press('Control+v')
  await expect(message(page, /^PastedPolicy pasted and attached to ana/)).toBeVisible()
  await expect(node(page, /^User ana, 2 policies/)).toBeVisible()
  await page.evaluate(() => navigator.clipboard.writeText('no policy at all'))
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('alert')).toContainText(
    'neither something copied here nor the JSON of a policy',
  )
})

test('by mouse: the menu of a node, of a line and of the canvas', async ({ page }) => {
  await node(page, /^User ana/).click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: /^Connect …/ })).toBeVisible()
  await menu.getByRole('menuitem', { name: /^Duplicate/ }).click()
  await expect(node(page, /^User ana-2/)).toBeVisible()

  const empty = await spot(page, 500, 500)
  await page.mouse.click(empty.x, empty.y, { button: 'right' })
  await page.getByRole('menuitem', { name: /^Add Role/ }).click()
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.press('Enter')
  const box = await node(page, /^Role new-role/).boundingBox()
  expect(Math.abs((box?.x ?? 0) - empty.x)).toBeLessThan(4)
})

test('by keyboard: Shift+F10 opens the menu of what has the focus', async ({ page }) => {
  await choose(page, /^User ana/)
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  await expect(menu).toBeFocused()
  await page.keyboard.type('ren')
  await expect(menu.getByRole('menuitem', { name: /^Rename/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'New name for ana' })).toBeFocused()
  await page.keyboard.type('anna')
  await page.keyboard.press('Enter')
  await expect(node(page, /^User anna/)).toBeFocused()
})

test('by keyboard: a command is found by a few letters and run; it is the first the next time', async ({
  page,
}) => {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search all commands' })
  await expect(field).toBeFocused()
  await field.fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByRole('option').first()).toContainText('Dark or light theme')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
})

test('by keyboard: search jumps to a policy by its prefix', async ({ page }) => {
  await page.keyboard.press('Control+f')
  const field = page.getByRole('combobox', { name: 'Find on the canvas' })
  await expect(field).toBeFocused()
  await field.fill('policy:game')
  await expect(page.getByRole('option', { name: /^GameOutcome/ })).toHaveCount(0)
  await field.fill('resource:game')
  await page.keyboard.press('Enter')
  await expect(node(page, /^Resource GameOutcome/)).toHaveClass(/selected/)
  await expect(node(page, /^Resource GameOutcome/)).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(node(page, /^Resource GameOutcome/)).not.toHaveClass(/selected/)
})

test('by keyboard: several are aligned and distributed, each as one step', async ({ page }) => {
  await add(page, 'Role', 'deploy', await spot(page, 420, 520))
  await choose(page, /^User ana/)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+Alt+ArrowLeft')
  const left = async (name: RegExp) => Math.round((await node(page, name).boundingBox())?.x ?? 0)
  await expect(undo(page)).toHaveAccessibleName(/aligned to the left$/)
  expect(await left(/^Role deploy/)).toBe(await left(/^User ana/))
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Shift+Alt+t')
  await expect(undo(page)).toHaveAccessibleName('Undo: Layout of 6 things tidied')
})

test('by keyboard: selected users become a group', async ({ page }) => {
  await choose(page, /^User ana/)
  await page.keyboard.press('Control+g')
  await page.keyboard.type('developers')
  await page.keyboard.press('Enter')
  await expect(node(page, /^Group developers, 1 member/)).toBeVisible()
})

test('by keyboard: single letters can be switched off, and none acts while something is typed', async ({
  page,
}) => {
  await choose(page, /^User ana/)
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'New name for ana' })).toBeFocused()
  await page.keyboard.type('guru')
  await page.keyboard.press('Enter')
  await expect(node(page, /^User guru/)).toBeVisible()
  await expect(entry(page, /new-/)).toHaveCount(0)
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog).toContainText('Ctrl Shift P')
  await dialog.getByRole('checkbox', { name: 'Single letters act on the canvas' }).press('Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toHaveCount(0)
})

test('by keyboard: the canvas alone, and back', async ({ page }) => {
  await page.keyboard.press('Control+.')
  await expect(inspector(page)).toHaveCount(0)
  await expect(node(page, /^User ana/)).toBeVisible()
  await page.keyboard.press('Control+.')
  await expect(inspector(page)).toBeVisible()
})

test('by mouse: a note is put on the canvas, written on, moved, sized and deleted', async ({ page }) => {
  const empty = await spot(page, 280, 620)
  await page.mouse.click(empty.x, empty.y, { button: 'right' })
  await page.getByRole('menuitem', { name: /^Add a note/ }).click()
  const field = page.getByRole('textbox', { name: 'Text of the note' })
  await expect(field).toBeFocused()
  await page.keyboard.type(
    '# Ask **ana**\n- see [the docs](https://docs.aws.amazon.com/IAM/)\n- [not this](javascript:alert)',
  )
  await page.mouse.click(empty.x - 200, empty.y)
  const note = node(page, 'Note: Ask ana')
  await expect(note.getByRole('link', { name: 'the docs' })).toHaveAttribute('rel', /noopener/)
  await expect(note).toContainText('[not this](javascript:alert)')
  await drag(page, note, await spot(page, 440, 590))
  const before = await note.boundingBox()
  await note.click({ position: { x: 60, y: 90 } })
  const corner = {
    x: (before?.x ?? 0) + (before?.width ?? 0) - 6,
    y: (before?.y ?? 0) + (before?.height ?? 0) - 6,
  }
  await page.mouse.move(corner.x, corner.y)
  await page.mouse.down()
  await page.mouse.move(corner.x + 60, corner.y + 30, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await note.boundingBox())?.width).toBeGreaterThan((before?.width ?? 0) + 40)
  await page.keyboard.press('Delete')
  await expect(note).toHaveCount(0)
  // Added, written, moved, sized, deleted.
  expect(await undoAll(page)).toBe(5)
})

test('by keyboard: a note is written, coloured, found and kept', async ({ page }) => {
  await choose(page, /^User ana/)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused()
  await page.keyboard.type('who owns the table?')
  await page.keyboard.press('Escape')
  const note = node(page, 'Note: who owns the table?')
  await expect(note).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await inspector(page).getByRole('radio', { name: 'rose' }).press('Space')
  await expect(entry(page, 'Note: who owns the table?')).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('note:owns')
  await page.keyboard.press('Enter')
  await expect(note).toHaveClass(/selected/)
  await expect(note).toBeFocused()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(note).toHaveCount(2)
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(note).toHaveCount(2)
})

test('by mouse: before a drop, the lines that would be gained are drawn and counted', async ({ page }) => {
  await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^User ana/), {
    before: async () => {
      await expect(page.getByRole('status').getByText(/^\d+ accesses gained$/)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByText(/accesses gained/)).toHaveCount(0)
    },
  })
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
  await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^User ana/))
  await expect(message(page, /^WriteGameOutcome attached to ana · \d+ accesses gained$/)).toBeVisible()
})

test('by mouse: a line dropped on the open canvas offers what connects, adds and connects it as one step', async ({
  page,
}) => {
  await node(page, /^User ana/).hover()
  await drag(page, page.getByTitle('Connect ana', { exact: true }), await spot(page, 280, 130))
  const menu = page.getByRole('menu', { name: 'Add and connect to ana' })
  await expect(menu.getByRole('menuitem', { name: /^Policy/ })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /^User/ })).toHaveCount(0)
  await menu.getByRole('menuitem', { name: /^Policy/ }).click()
  await page.keyboard.press('Escape')
  await expect(node(page, /^User ana, 2 policies/)).toBeVisible()
  expect(await undoAll(page)).toBe(1)
})

test('by mouse: what is dragged snaps to its neighbours', async ({ page }) => {
  const ana = await node(page, /^User ana/).boundingBox()
  const deploy = await node(page, /^User ci-deploy/).boundingBox()
  if (!ana || !deploy) throw new Error('the users are not visible')
  await drag(page, node(page, /^User ci-deploy/), {
    x: ana.x + ana.width / 2 + 4,
    y: deploy.y + deploy.height / 2 + 90,
  })
  const after = await node(page, /^User ci-deploy/).boundingBox()
  expect(Math.abs((after?.x ?? 0) - ana.x)).toBeLessThan(1)
})

test('by mouse: what is not on the path of a node fades while it is looked at', async ({ page }) => {
  await page.mouse.move(5, 5)
  await node(page, /^Policy WriteGameOutcome/).hover()
  await expect(node(page, /^User ana/)).toHaveCSS('opacity', '0.4')
  await expect(node(page, /^User ci-deploy/)).toHaveCSS('opacity', '1')
  await page.mouse.move(5, 5)
  await expect(node(page, /^User ana/)).toHaveCSS('opacity', '1')
})

test('by mouse: the history shows every step with what it changed, and goes to any of them', async ({
  page,
}) => {
  await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^User ana/))
  await drag(page, node(page, /^Resource GameOutcome/), await spot(page, 640, 120))
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const history = page.getByRole('region', { name: 'History' })
  await expect(
    history.getByRole('button', { name: /WriteGameOutcome attached to ana.*gained/ }),
  ).toBeVisible()
  await history.getByRole('button', { name: /as it was opened/ }).click()
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
  await expect(history.getByText('undone')).toHaveCount(2)
  await history.getByRole('button', { name: /WriteGameOutcome attached to ana/ }).click()
  await expect(node(page, /^User ana, 2 policies/)).toBeVisible()
  await expect(history).toContainText('aws iam attach-user-policy')
})

test('by keyboard: the history is walked by arrows, and Enter goes there', async ({ page }) => {
  await choose(page, /^User ana/)
  await page.keyboard.press('Delete')
  await expect(node(page, /^User ana/)).toHaveCount(0)
  await page.keyboard.press('h')
  const history = page.getByRole('region', { name: 'History' })
  await expect(history).toBeVisible()
  const step = history.getByRole('button', { name: /ana deleted/ })
  await step.focus()
  await page.keyboard.press('ArrowUp')
  await expect(history.getByRole('button', { name: /as it was opened/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(node(page, /^User ana/)).toBeVisible()
})

test('by mouse: a marquee begins inside a group and takes in members, not the group', async ({ page }) => {
  await add(page, 'Group', 'developers', await spot(page, 150, 80))
  await drag(page, node(page, /^User ana/), node(page, /^Group developers/))
  // Its middle is ana by now, and a user takes no other one.
  await drag(page, node(page, /^User ci-deploy/), node(page, /^Group developers/), { fromTop: 20 })
  await expect(node(page, /^Group developers, 2 members/)).toBeVisible()
  const frame = await node(page, /^Group developers/).boundingBox()
  if (!frame) throw new Error('the group is not visible')
  await page.mouse.move(frame.x + 7, frame.y + 60)
  await page.mouse.down()
  await page.mouse.move(frame.x + frame.width - 20, frame.y + frame.height - 20, { steps: 6 })
  await page.mouse.up()
  await expect(inspector(page).getByRole('heading', { name: '2 selected' })).toBeVisible()
  await expect(node(page, /^Group developers/)).not.toHaveClass(/selected/)
})
