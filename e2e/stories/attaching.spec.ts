import { expect } from '@playwright/test'
import {
  add,
  addByKeyboard,
  choose,
  connect,
  drag,
  inspector,
  line,
  message,
  node,
  openApp,
  pick,
  spot,
  undoAll,
} from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

test('by mouse: a policy dropped on a user is attached, and the message says what access that gains', async ({
  page,
}) => {
  await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^User ana/), {
    before: () => expect(page.getByText('Attach WriteGameOutcome to ana')).toBeVisible(),
  })
  await expect(message(page, 'WriteGameOutcome attached to ana · 4 accesses gained')).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
})

test('by mouse: onto a group for all its members, onto a role, and on a ceiling as boundary', async ({
  page,
}) => {
  await add(page, 'Group', 'writers', await spot(page, 150, 80))
  await add(page, 'Role', 'deploy', await spot(page, 420, 560))
  await drag(page, node(page, /^User ana/), node(page, /^Group writers/))
  await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^Group writers/), { fromTop: 12 })
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await drag(page, node(page, /^Policy ReadGameOutcome/), node(page, /^Role deploy/))
  await expect(line(page, /^deploy on GameOutcome: Some Read allowed/)).toBeAttached()
  await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^Role deploy/), { fromTop: 3 })
  await expect(node(page, /^Role deploy, 1 policy, boundary WriteGameOutcome/)).toBeVisible()
  // The boundary does not allow reading, so nothing is left.
  await expect(line(page, /^deploy on GameOutcome: .*allowed/)).toHaveCount(0)
})

test('by mouse: a line pulled out of a handle attaches as well', async ({ page }) => {
  await node(page, /^User ana/).hover()
  await drag(page, page.getByTitle('Connect ana'), node(page, /^Policy WriteGameOutcome/), {
    before: () => expect(page.getByText('Attach WriteGameOutcome to ana')).toBeVisible(),
  })
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
})

test('by mouse: a policy dropped where none can go is refused with the reason', async ({ page }) => {
  await drag(page, node(page, /^Policy WriteGameOutcome/), node(page, /^Resource GameOutcome/))
  await expect(page.getByRole('alert')).toContainText(
    'An identity-based policy is attached to users, groups and roles',
  )
  await expect(node(page, /^Policy WriteGameOutcome, attached to 1/)).toBeVisible()
})

test('by mouse: a connection is picked and taken away, or a policy is detached beside it', async ({
  page,
}) => {
  await pick(page, 'Attachment: ci-deploy and WriteGameOutcome')
  await expect(
    inspector(page).getByRole('heading', { name: 'WriteGameOutcome is attached to ci-deploy' }),
  ).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(message(page, 'WriteGameOutcome detached from ci-deploy · 4 accesses lost')).toBeVisible()
  await expect(line(page, /^ci-deploy on GameOutcome: Some Read allowed/)).toBeAttached()

  await node(page, /^User ana/).click()
  await inspector(page).getByRole('button', { name: 'Detach ReadGameOutcome' }).click()
  await expect(node(page, /^User ana, 0 policies/)).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: .*allowed/)).toHaveCount(0)
  expect(await undoAll(page)).toBe(2)
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
})

test('by keyboard: to a group for its members and to a role, each taken back by one undo', async ({
  page,
}) => {
  await addByKeyboard(page, 'Group', 'writers')
  await addByKeyboard(page, 'Role', 'deploy')
  await connect(page, /^User ana/, 'to writers')
  await connect(page, /^Policy WriteGameOutcome/, 'to writers')
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await connect(page, /^Role deploy/, 'attach read')
  await expect(line(page, /^deploy on GameOutcome: Some Read allowed/)).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(line(page, /^deploy on GameOutcome: .*allowed/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
})

test('by keyboard: attach with C, detach the connection with Delete', async ({ page }) => {
  await connect(page, /^Policy WriteGameOutcome/, 'to ana')
  await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
  await press(page, line(page, 'Attachment: ana and WriteGameOutcome'))
  await expect(
    inspector(page).getByRole('heading', { name: 'WriteGameOutcome is attached to ana' }),
  ).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(line(page, /^ana on GameOutcome: Some Read allowed/)).toBeAttached()
})

test('by keyboard: detach from the inspector, and set a boundary', async ({ page }) => {
  await choose(page, /^User ci-deploy/)
  await press(page, inspector(page).getByRole('button', { name: 'Detach WriteGameOutcome' }))
  await expect(line(page, /^ci-deploy on GameOutcome: Some Read allowed/)).toBeAttached()
  await connect(page, /^User ci-deploy/, 'set write')
  await expect(node(page, /^User ci-deploy, 1 policy, boundary WriteGameOutcome/)).toBeVisible()
  await expect(line(page, /^ci-deploy on GameOutcome: .*allowed/)).toHaveCount(0)
})
