import { expect, type Page } from '@playwright/test'
import {
  add,
  choose,
  connect,
  drag,
  entry,
  inspector,
  message,
  node,
  openApp,
  spot,
} from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

async function name(page: Page, text: string) {
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Adds by a letter on the canvas. */
async function letter(page: Page, key: string, text: string) {
  await choose(page, /^User ana/)
  await page.keyboard.press(key)
  await name(page, text)
}

async function addFromMore(page: Page, label: string, text: string) {
  await press(page, page.getByRole('button', { name: 'More', exact: true }))
  await page.getByRole('menuitem', { name: label, exact: true }).press('Enter')
  await name(page, text)
}

/** Brings the whole picture into view, and waits until it stands still there. */
async function fit(page: Page) {
  await page.getByRole('button', { name: 'Fit everything' }).click()
  await expect(node(page, /^Account production/)).toBeInViewport({ ratio: 1 })
  await node(page, /^User ana/).hover()
}

async function moveInto(page: Page, what: RegExp, letters: string) {
  await choose(page, what)
  await page.keyboard.press('m')
  await expect(page.getByRole('combobox', { name: 'Filter' })).toBeFocused()
  await page.keyboard.type(letters)
  await page.keyboard.press('Enter')
}

test('by mouse: a second account draws frames, and what is dropped into one moves there', async ({
  page,
}) => {
  await expect(node(page, /^Account/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Add Account', exact: true }).click()
  await name(page, 'production')
  await expect(node(page, /^Account My account, 111122223333/)).toBeVisible()
  await expect(node(page, /^Account production, \d{12}, empty/)).toBeVisible()
  await fit(page)
  // ana has a policy of the old account, which cannot come along: that is asked first.
  await drag(page, node(page, /^User ana/), node(page, /^Account production/), {
    before: () => expect(page.getByRole('status').getByText('Move ana to production')).toBeVisible(),
  })
  const dialog = page.getByRole('dialog', { name: 'Move ana to production?' })
  await expect(dialog.getByText('ReadGameOutcome is detached from ana')).toBeVisible()
  await dialog.getByRole('button', { name: 'Move' }).click()
  await expect(node(page, /^Account production, \d{12}, 1 user/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(node(page, /^Account production, \d{12}, empty/)).toBeVisible()
  await expect(node(page, /^User ana, 1 policy/)).toBeVisible()
})

test('by keyboard: an OU, an account in it, and an SCP that binds it', async ({ page }) => {
  await letter(page, 'o', 'Workloads')
  await expect(node(page, /^Organization Root, binds 1 account/)).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Add Account', exact: true }))
  await name(page, 'production')
  await addFromMore(page, 'SCP', 'DenyLeaving')
  await page.keyboard.press('Shift+1')
  await connect(page, /^SCP DenyLeaving/, 'to Workloads')
  await expect(node(page, /^Organizational unit Workloads, .*SCP DenyLeaving/)).toBeVisible()
  await expect(message(page, /attached to Workloads|attach DenyLeaving to Workloads/)).toBeVisible()
  // The tree: root, OU, account, what is in it.
  await expect(entry(page, /^Organizational unit Workloads/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(node(page, /^Organizational unit Workloads, binds \d accounts?$/)).toBeVisible()
})

test('by keyboard: M moves an account to another OU, and collapsing shows what it holds', async ({
  page,
}) => {
  await letter(page, 'o', 'Workloads')
  await page.keyboard.press('Escape')
  await press(page, page.getByRole('button', { name: 'Add Account', exact: true }))
  await name(page, 'production')
  await moveInto(page, /^Account My account/, 'Workloads')
  await expect(message(page, 'My account moved to Workloads')).toBeVisible()
  await choose(page, /^Account My account/)
  await page.keyboard.press('Shift+Alt+g')
  await expect(node(page, /^User ana/)).toHaveCount(0)
  await expect(node(page, /^Account My account/).getByText(/2 users/)).toBeVisible()
  await page.keyboard.press('Alt+g')
  await expect(node(page, /^User ana/)).toBeVisible()
})

test('by mouse: a collapsed account takes its lines along and is opened by its button', async ({ page }) => {
  await page.getByRole('button', { name: 'Add Account', exact: true }).click()
  await name(page, 'production')
  await fit(page)
  const account = node(page, /^Account My account/)
  await account.getByRole('button', { name: 'Collapse My account' }).click()
  await expect(node(page, /^User ana/)).toHaveCount(0)
  await page.reload()
  await expect(account.getByRole('button', { name: 'Expand My account' })).toBeVisible()
  await account.getByRole('button', { name: 'Expand My account' }).click()
  await expect(node(page, /^User ana/)).toBeVisible()
})

test('by mouse: a function dropped on a role asks for the trust, and runs as it', async ({ page }) => {
  await add(page, 'Role', 'resizer', await spot(page, 160, 420))
  await choose(page, /^Role resizer/)
  await add(page, 'Function', 'resize', await spot(page, 420, 420))
  await drag(page, node(page, /^Resource resize/), node(page, /^Role resizer/), {
    before: () => expect(page.getByRole('status').getByText('Run resize as resizer')).toBeVisible(),
  })
  // A new role trusts Lambda already, so there is nothing to ask.
  await expect(message(page, 'resize runs as resizer')).toBeVisible()
  await expect(node(page, /^Resource resize/).getByText('runs as resizer')).toBeVisible()
})

test('by keyboard: someone outside is let in by a role, and its trust policy says so', async ({ page }) => {
  await letter(page, 'r', 'deployer')
  await addFromMore(page, 'GitHub Actions', 'github')
  await connect(page, /^External principal github/, 'assume deployer')
  await expect(message(page, /Trust policy of deployer edited/)).toBeVisible()
  await choose(page, /^Role deployer/)
  await expect(inspector(page).getByText('token.actions.githubusercontent.com').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await choose(page, /^External principal github/)
  await expect(inspector(page).getByText('Nobody yet.')).toBeVisible()
})

test('a connection shows the AWS CLI lines that make it', async ({ page }) => {
  await choose(page, /^User ana/)
  await connect(page, /^User ana/, 'Attach WriteGameOutcome')
  await page.getByRole('button', { name: 'Attachment: ana and WriteGameOutcome' }).focus()
  await page.keyboard.press('Enter')
  await expect(
    inspector(page).getByText(/^aws iam attach-user-policy --user-name ana --policy-arn/),
  ).toBeVisible()
})

test('how a user signs in is edited beside it and shown on its card', async ({ page }) => {
  await choose(page, /^User ana/)
  await inspector(page).getByRole('combobox', { name: 'Access keys' }).selectOption('2')
  await expect(node(page, /^User ana/).getByText('2 access keys')).toBeVisible()
  await inspector(page).getByRole('checkbox', { name: 'MFA device' }).uncheck()
  await expect(message(page, 'ana: MFA deactivated')).toBeVisible()
})

test('by mouse: a marquee inside an account takes what it touches, and leaves the account', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Add Account', exact: true }).click()
  await name(page, 'production')
  await fit(page)
  const ana = await node(page, /^User ana/).boundingBox()
  const deploy = await node(page, /^User ci-deploy/).boundingBox()
  if (!ana || !deploy) throw new Error('both users should be in view')
  await page.mouse.move(ana.x - 6, ana.y - 6)
  await page.mouse.down()
  await page.mouse.move(deploy.x + 30, deploy.y + 20, { steps: 6 })
  await page.mouse.up()
  await expect(inspector(page).getByRole('heading', { name: '2 selected' })).toBeVisible()
  await expect(node(page, /^Account My account/)).not.toHaveClass(/selected/)
})

/** Adds by mouse from the menu of the palette. */
async function pickFromMore(page: Page, label: string, text: string) {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  // Some have a key beside their name.
  await page.getByRole('menuitem', { name: new RegExp(`^${label}`) }).click()
  await name(page, text)
}

test('by mouse: someone outside dropped on a role is let in, and on a user is refused', async ({ page }) => {
  await page.getByRole('button', { name: 'Add Role', exact: true }).click()
  await name(page, 'deployer')
  await pickFromMore(page, 'GitHub Actions', 'github')
  await page.getByRole('button', { name: 'Fit everything' }).click()
  await expect(node(page, /^External principal github/)).toBeInViewport({ ratio: 0.9 })
  await node(page, /^User ana/).hover()
  await drag(page, node(page, /^External principal github/), node(page, /^User ana/))
  await expect(page.getByRole('alert')).toContainText('A user is nobody else')
  await drag(page, node(page, /^External principal github/), node(page, /^Role deployer/), {
    before: () => expect(page.getByRole('status').getByText('Let github assume deployer')).toBeVisible(),
  })
  await expect(
    node(page, /^Role deployer/).getByRole('button', { name: /^Trust policy of deployer, assumable by 1/ }),
  ).toBeVisible()
})

test('by mouse: an SCP dropped on an OU binds what is in it', async ({ page }) => {
  await pickFromMore(page, 'OU', 'Workloads')
  await pickFromMore(page, 'SCP', 'DenyLeaving')
  await page.getByRole('button', { name: 'Fit everything' }).click()
  await expect(node(page, /^Organizational unit Workloads/)).toBeInViewport({ ratio: 0.9 })
  // A hover waits until what it is over stands still.
  await node(page, /^SCP DenyLeaving/).hover()
  await drag(page, node(page, /^SCP DenyLeaving/), node(page, /^Organizational unit Workloads/), {
    before: () =>
      expect(page.getByRole('status').getByText(/attach DenyLeaving to Workloads/i)).toBeVisible(),
  })
  await expect(node(page, /^Organizational unit Workloads, .*SCP DenyLeaving/)).toBeVisible()
})
