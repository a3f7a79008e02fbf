import { type Command, entityById, type Model } from '@iam-canvas/core'
import { expect, type Locator, type Page } from '@playwright/test'
import { inspector } from './canvas.ts'
import { press, tabTo } from './keyboard.ts'

/** The left panel while it shows lessons. */
export const learning = (page: Page): Locator => page.getByRole('complementary', { name: 'Lessons' })

export const solved = (page: Page): Locator => learning(page).getByRole('region', { name: 'Solved' })

/** The list of lessons, from anywhere, by keyboard. */
export async function showLessons(page: Page) {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search all commands' })
  await expect(field).toBeFocused()
  await page.keyboard.type('lessons, examples')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Learn' })).toBeFocused()
}

/** Goes to the left panel with F6. */
export async function toLessons(page: Page) {
  for (let step = 0; step < 4; step++) {
    if (await learning(page).evaluate(panel => panel.contains(document.activeElement))) return
    await page.keyboard.press('F6')
  }
  throw new Error('F6 does not lead to the lessons')
}

/** Does what a command does, as a person would who has no mouse. */
export async function doByKeyboard(page: Page, model: Model, command: Command): Promise<void> {
  const name = (id: string) => entityById(model, id)?.name ?? id.slice(id.indexOf(':') + 1)
  switch (command.type) {
    case 'Batch':
      for (const one of command.commands) await doByKeyboard(page, model, one)
      return
    case 'AttachUserPolicy':
      return connectTo(
        page,
        'policy',
        name(command.policy),
        `Attach ${name(command.policy)} to ${name(command.user)}`,
      )
    case 'AttachGroupPolicy':
      return connectTo(
        page,
        'policy',
        name(command.policy),
        `Attach ${name(command.policy)} to ${name(command.group)}`,
      )
    case 'AttachRolePolicy':
      return connectTo(
        page,
        'policy',
        name(command.policy),
        `Attach ${name(command.policy)} to ${name(command.role)}`,
      )
    case 'AttachPolicy':
      return connectTo(
        page,
        'policy',
        name(command.policy),
        `Attach ${name(command.policy)} to ${name(command.target)}`,
      )
    case 'AddUserToGroup':
      return connectTo(
        page,
        'user',
        name(command.user),
        `Add ${name(command.user)} to ${name(command.group)}`,
      )
    case 'PutUserPermissionsBoundary':
      return connectTo(page, 'user', name(command.user), `Set ${name(command.policy)} as boundary`)
    case 'PutRolePermissionsBoundary':
      return connectTo(page, 'role', name(command.role), `Set ${name(command.policy)} as boundary`)
    case 'DetachUserPolicy':
      return detach(page, 'user', name(command.user), name(command.policy))
    case 'DetachGroupPolicy':
      return detach(page, 'group', name(command.group), name(command.policy))
    case 'CreatePolicy':
      await newPolicy(page, command.name)
      return write(page, command.name, command.text)
    case 'CreatePolicyVersion':
      await find(page, 'policy', name(command.policy))
      return write(page, name(command.policy), command.text)
    case 'UpdateAssumeRolePolicy':
      await find(page, 'role', name(command.role))
      return write(page, `Trust policy of ${name(command.role)}`, command.text)
    case 'PutResourcePolicy':
      await find(page, 'resource', name(command.resource))
      await newResourcePolicy(page)
      return write(page, `Resource policy of ${name(command.resource)}`, command.text)
    case 'DeleteUser':
      await find(page, 'user', name(command.user))
      return page.keyboard.press('Delete')
    default:
      throw new Error(`nobody knows yet how to do ${command.type} by keyboard`)
  }
}

/** Ctrl+F, a few letters, Enter: selected, in view, and with the focus. */
export async function find(page: Page, kind: string, name: string) {
  await toCanvas(page)
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('combobox', { name: 'Find on the canvas' })).toBeFocused()
  await page.keyboard.type(`${kind}:${name}`)
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
  await expect(page.locator('.react-flow__node.selected:focus')).toBeVisible()
}

/** The editor keeps some keys for itself, so they are pressed elsewhere. */
async function toCanvas(page: Page) {
  const typing = await page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null)
  if (typing) await page.keyboard.press('Control+Enter')
}

async function connectTo(page: Page, kind: string, name: string, verb: string) {
  await find(page, kind, name)
  await page.keyboard.press('c')
  const filter = page.getByRole('combobox', { name: 'Filter' })
  await expect(filter).toBeFocused()
  await page.keyboard.type(verb)
  await page.keyboard.press('Enter')
  await expect(filter).toBeHidden()
}

async function detach(page: Page, kind: string, holder: string, policy: string) {
  await find(page, kind, holder)
  await page.keyboard.press('Control+Enter')
  await press(page, inspector(page).getByRole('button', { name: `Detach ${policy}`, exact: true }))
}

async function newPolicy(page: Page, name: string) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search all commands' })).toBeFocused()
  await page.keyboard.type('add policy')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^New name for/ })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
}

async function newResourcePolicy(page: Page) {
  const button = inspector(page).getByRole('button', { name: 'Write a resource policy' })
  if (!(await button.isVisible())) return
  await page.keyboard.press('Control+Enter')
  await press(page, button)
}

/** Writes a whole text in place of what an editor of the inspector holds. */
async function write(page: Page, document: string, text: string) {
  const editor = inspector(page).getByRole('textbox', { name: `Policy text of ${document}`, exact: true })
  await expect(editor).toBeVisible()
  const inside = await inspector(page).evaluate(panel => panel.contains(window.document.activeElement))
  if (!inside) await page.keyboard.press('Control+Enter')
  await tabTo(page, editor)
  await page.keyboard.press('Control+a')
  // All at once, as from the clipboard: the editor would close each bracket that is typed.
  await page.keyboard.insertText(text)
}
