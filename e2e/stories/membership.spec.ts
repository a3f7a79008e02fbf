import { expect } from '@playwright/test'
import {
  add,
  addByKeyboard,
  choose,
  connect,
  drag,
  message,
  node,
  openApp,
  spot,
  undoAll,
} from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

test('by mouse: a user dragged into a group is a member, and one undo takes it back', async ({ page }) => {
  await add(page, 'Group', 'developers', await spot(page, 150, 80))
  await drag(page, node(page, /^User ana/), node(page, /^Group developers/), {
    before: () => expect(page.getByRole('status').getByText('Add ana to developers')).toBeVisible(),
  })
  await expect(node(page, /^Group developers, 1 member/)).toBeVisible()
  await expect(node(page, /^User ana, in developers/)).toBeVisible()
  await expect(message(page, 'ana added to developers')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(node(page, /^Group developers, 0 members/)).toBeVisible()
})

test('by mouse: Ctrl joins a second group and stays, a plain drag moves, a drag out leaves', async ({
  page,
}) => {
  await add(page, 'Group', 'developers', await spot(page, 150, 80))
  await add(page, 'Group', 'auditors', await spot(page, 420, 560))
  await drag(page, node(page, /^User ana/), node(page, /^Group developers/))
  await drag(page, node(page, /^User ana/), node(page, /^Group auditors/), { hold: 'Control' })
  await expect(node(page, /^User ana, in developers and auditors/)).toBeVisible()
  // In the second group she is drawn as a ghost, which leads to her.
  await node(page, /^Group auditors/)
    .getByRole('button', { name: 'ana' })
    .click()
  await expect(node(page, /^User ana/)).toHaveClass(/selected/)

  await drag(page, node(page, /^User ana/), await spot(page, 640, 120))
  await expect(node(page, /^User ana, in auditors/)).toBeVisible()
  await drag(page, node(page, /^User ana/), node(page, /^Group developers/))
  await expect(node(page, /^User ana, in developers,/)).toBeVisible()
  await expect(node(page, /^Group auditors, 0 members/)).toBeVisible()
})

test('by mouse: what is refused says why and goes back to its place', async ({ page }) => {
  await add(page, 'Group', 'developers', await spot(page, 150, 80))
  await add(page, 'Role', 'deploy', await spot(page, 420, 560))
  const before = await node(page, /^Role deploy/).boundingBox()
  await drag(page, node(page, /^Role deploy/), node(page, /^Group developers/), {
    before: () => expect(page.getByText('a role cannot join a group: only users can')).toBeVisible(),
  })
  await expect(page.getByRole('alert')).toContainText('A role cannot join a group')
  await expect(node(page, /^Group developers, 0 members/)).toBeVisible()
  expect(await node(page, /^Role deploy/).boundingBox()).toEqual(before)
  // Two things were added and named; the refusal left no step.
  expect(await undoAll(page)).toBe(4)
})

test('by mouse: Alt only moves, and Escape cancels', async ({ page }) => {
  await page.getByRole('button', { name: 'Add Group' }).click()
  await page.keyboard.type('developers')
  await page.keyboard.press('Enter')
  await drag(page, node(page, /^User ana/), node(page, /^Group developers/), {
    hold: 'Alt',
    before: () => expect(page.getByText('Add ana to developers')).toHaveCount(0),
  })
  await expect(node(page, /^Group developers, 0 members/)).toBeVisible()
  const before = await node(page, /^User ci-deploy/).boundingBox()
  await drag(page, node(page, /^User ci-deploy/), node(page, /^Group developers/), {
    before: () => page.keyboard.press('Escape'),
  })
  await expect(node(page, /^Group developers, 0 members/)).toBeVisible()
  expect(await node(page, /^User ci-deploy/).boundingBox()).toEqual(before)
  await expect(page.getByRole('button', { name: 'Undo: ana moved' })).toBeEnabled()
  // The group added and named, and one move.
  expect(await undoAll(page)).toBe(3)
})

test('by keyboard: C adds to a group, M moves, the inspector takes out', async ({ page }) => {
  await addByKeyboard(page, 'Group', 'developers')
  await addByKeyboard(page, 'Group', 'auditors')
  await connect(page, /^User ana/, 'to developers')
  await expect(node(page, /^User ana, in developers/)).toBeVisible()
  await connect(page, /^User ana/, 'to auditors')
  await expect(node(page, /^User ana, in developers and auditors/)).toBeVisible()

  await connect(page, /^User ci-deploy/, 'to developers')
  await choose(page, /^User ci-deploy/)
  await page.keyboard.press('m')
  await expect(page.getByRole('combobox', { name: 'Filter' })).toBeFocused()
  await page.keyboard.type('auditors')
  await page.keyboard.press('Enter')
  await expect(node(page, /^User ci-deploy, in auditors/)).toBeVisible()

  await choose(page, /^User ana/)
  await press(page, page.getByRole('button', { name: 'Leave developers' }))
  await expect(node(page, /^User ana, in auditors,/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(node(page, /^User ana, in developers and auditors/)).toBeVisible()
  await page.keyboard.press('Control+Shift+Z')
  await expect(node(page, /^User ana, in auditors,/)).toBeVisible()
})

test('by keyboard: what would be refused is not offered', async ({ page }) => {
  await addByKeyboard(page, 'Group', 'developers')
  await addByKeyboard(page, 'Role', 'deploy')
  await choose(page, /^Role deploy/)
  await page.keyboard.press('c')
  const offers = page.getByRole('listbox', { name: 'Possible connections' })
  await expect(offers.getByRole('option', { name: 'Attach ReadGameOutcome to deploy' })).toBeVisible()
  await expect(offers.getByRole('option', { name: /developers/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(node(page, /^Role deploy/)).toBeFocused()
})

test('deleting a group leaves its users, where they stood', async ({ page }) => {
  await add(page, 'Group', 'developers', await spot(page, 150, 80))
  await drag(page, node(page, /^User ana/), node(page, /^Group developers/))
  const before = await node(page, /^User ana/).boundingBox()
  await node(page, /^Group developers/).click({ position: { x: 20, y: 12 } })
  await page.keyboard.press('Delete')
  await expect(node(page, /^Group developers/)).toHaveCount(0)
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
  const after = await node(page, /^User ana/).boundingBox()
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 1e6))).toBeLessThan(2)
})
