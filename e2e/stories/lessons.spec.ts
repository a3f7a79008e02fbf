import { CHAPTERS, type Lesson, lessons, lessonStart } from '@iam-canvas/lessons'
import { expect, type Page } from '@playwright/test'
import { add, drag, inspector, line, node, openApp, spot } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { doByKeyboard, learning, showLessons, solved, toLessons } from '../support/lesson.ts'
import { test } from '../support/story.ts'

/** A chapter is one story: its lessons follow each other, as they do for whoever learns. */
async function solveByKeyboard(page: Page, lesson: Lesson) {
  await expect(learning(page).getByRole('article', { name: `Lesson: ${lesson.title}` })).toBeVisible()
  await expect(solved(page)).toHaveCount(0)
  const model = lessonStart(lesson)
  for (const { command } of lesson.solution) await doByKeyboard(page, model, command)
  await expect(solved(page), lesson.id).toBeVisible()
}

for (const chapter of CHAPTERS) {
  test(`by keyboard: every lesson of “${chapter}” is solved`, async ({ page }) => {
    test.slow()
    const own = lessons.filter(lesson => lesson.chapter === chapter)
    await openApp(page)
    await showLessons(page)
    const [first] = own
    await press(page, learning(page).getByRole('button', { name: first?.title ?? '' }))
    for (const [place, lesson] of own.entries()) {
      await solveByKeyboard(page, lesson)
      const next = own[place + 1]
      if (!next) break
      await toLessons(page)
      await press(page, solved(page).getByRole('button', { name: `Next: ${next.title}` }))
    }
  })
}

/** Opens a lesson from the list, with the mouse. */
async function open(page: Page, id: string): Promise<Lesson> {
  const lesson = lessons.find(candidate => candidate.id === id)
  if (!lesson) throw new Error(`there is no lesson ${id}`)
  await page.getByRole('tab', { name: 'Learn' }).click()
  const back = learning(page).getByRole('button', { name: 'All lessons' })
  if (await back.isVisible()) await back.click()
  await learning(page).getByRole('button', { name: lesson.title }).click()
  await expect(learning(page).getByRole('article', { name: `Lesson: ${lesson.title}` })).toBeVisible()
  return lesson
}

/** Writes a text over what an editor holds, after a click into it. */
async function write(page: Page, document: string, text: string) {
  const editor = inspector(page).getByRole('textbox', { name: `Policy text of ${document}`, exact: true })
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

const textOf = (
  { solution }: Lesson,
  type: 'CreatePolicy' | 'CreatePolicyVersion' | 'UpdateAssumeRolePolicy',
) => {
  const command = solution.map(step => step.command).find(candidate => candidate.type === type)
  return command && 'text' in command ? (command.text ?? '') : ''
}

test('by mouse: six lessons are solved by dragging, clicking and writing', async ({ page }) => {
  test.slow()
  await openApp(page)

  await open(page, 'attach')
  await drag(page, node(page, /^Policy ReadReports/), node(page, /^User alice/))
  await expect(solved(page)).toBeVisible()

  const names = await open(page, 'real-action-names')
  await node(page, /^Policy ReadReports/).click()
  await write(page, 'ReadReports', textOf(names, 'CreatePolicyVersion'))
  await expect(solved(page)).toBeVisible()

  await open(page, 'groups')
  await drag(page, node(page, /^Policy DevAccess/), node(page, /^Group developers/), { fromTop: 12 })
  for (const name of ['alice', 'bob', 'carol']) {
    await drag(page, node(page, new RegExp(`^User ${name}`)), node(page, /^Group developers/), {
      fromTop: 12,
    })
    await expect(node(page, new RegExp(`^User ${name}, .*developers`))).toBeVisible()
  }
  for (const name of ['alice', 'bob']) {
    await node(page, new RegExp(`^User ${name}`)).click()
    await inspector(page).getByRole('button', { name: 'Detach DevAccess' }).click()
  }
  await expect(solved(page)).toBeVisible()

  const deny = await open(page, 'deny-wins')
  await page.getByRole('tab', { name: 'Build' }).click()
  await add(page, 'Policy', 'ProtectLogs', await spot(page, 360, 60))
  await write(page, 'ProtectLogs', textOf(deny, 'CreatePolicy'))
  await drag(page, node(page, /^Policy ProtectLogs/), node(page, /^Group developers/), { fromTop: 12 })
  await page.getByRole('tab', { name: 'Learn' }).click()
  await expect(solved(page)).toBeVisible()

  const trust = await open(page, 'who-may-take-the-role')
  await node(page, /^Role auditor/).click()
  await write(page, 'Trust policy of auditor', textOf(trust, 'UpdateAssumeRolePolicy'))
  await drag(page, node(page, /^Policy MayAudit/), node(page, /^User alice/))
  await expect(solved(page)).toBeVisible()

  await open(page, 'a-ceiling')
  await drag(page, node(page, /^Policy DevBoundary/), node(page, /^User dana/), { fromTop: 3 })
  await expect(solved(page)).toBeVisible()
})

test('a lesson judges every edit, keeps what is locked, and leaves one’s own work alone', async ({
  page,
}) => {
  await openApp(page)
  await open(page, 'attach')
  await learning(page).getByRole('button', { name: 'No', exact: true }).click()
  await expect(learning(page).getByText('Everything is denied until a policy')).toBeVisible()
  await learning(page).getByRole('button', { name: 'Give me a hint' }).click()
  await expect(learning(page).getByRole('list', { name: 'Hints' })).toContainText(
    'The text of the policy is fine',
  )
  await expect(learning(page).getByRole('button', { name: 'Another hint' })).toBeDisabled()

  await node(page, /^Policy ReadReports/).click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('alert')).toContainText('This lesson keeps `ReadReports` as it is')
  await expect(inspector(page).getByText('The lesson keeps this text as it is.')).toBeVisible()

  await drag(page, node(page, /^Policy ReadReports/), node(page, /^User alice/))
  await expect(solved(page).getByRole('img', { name: '3 of 3 stars' })).toBeVisible()
  await page.reload()
  await expect(solved(page)).toBeVisible()

  await learning(page).getByRole('button', { name: 'Begin this lesson again' }).click()
  await expect(solved(page)).toHaveCount(0)
  await learning(page).getByRole('button', { name: 'Show me the solution' }).click()
  await learning(page).getByRole('button', { name: 'Do the first step' }).click()
  await expect(solved(page).getByRole('link', { name: /Adding and removing permissions/ })).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(solved(page)).toHaveCount(0)

  await learning(page).getByRole('button', { name: 'All lessons' }).click()
  const download = page.waitForEvent('download')
  await learning(page).getByRole('button', { name: 'Save my progress to a file' }).click()
  expect((await download).suggestedFilename()).toBe('iam-canvas-progress.json')

  await page.goto('/new?example=three-accounts')
  await expect(page.getByRole('article', { name: /^Example: Three accounts/ })).toBeVisible()
  await page.getByRole('button', { name: 'May the admin write?' }).click()
  await expect(inspector(page).getByRole('heading', { name: /^May admin s3:PutObject/ })).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
})

test('by keyboard: a word of IAM explains itself with F1, and gives the focus back', async ({ page }) => {
  await openApp(page)
  const word = inspector(page).getByRole('button', { name: 'Implicit deny' })
  await tabTo(page, word)
  await page.keyboard.press('F1')
  const card = page.getByRole('dialog', { name: 'Implicit deny' })
  await expect(card).toBeFocused()
  await expect(card.getByRole('list', { name: 'What the engine says' })).toContainText('implicit deny')
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(word).toBeFocused()

  await page.mouse.move(0, 0)
  await word.hover()
  await expect(page.getByRole('tooltip', { name: 'Implicit deny' })).toBeVisible()
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toBeHidden()
})

test('by mouse: an example is begun from the menu of models', async ({ page }) => {
  await openApp(page)
  await page.getByRole('button', { name: 'Models' }).click()
  await page.getByRole('menuitem', { name: 'New from an example' }).click()
  await page.getByRole('menuitem', { name: /^A company with two divisions/ }).click()
  await expect(page.getByRole('article', { name: /^Example: A company/ })).toBeVisible()
  // The name of a group says what it is for: it is drawn whole.
  const name = node(page, /^Group mobile-readers-prod/).getByText('mobile-readers-prod', { exact: true })
  expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})

test('by keyboard: an example from the menu, and what a thing and a line are', async ({ page }) => {
  await openApp(page)
  await press(page, page.getByRole('button', { name: 'Models' }))
  await page.getByRole('menuitem', { name: 'New from an example' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('menuitem', { name: /^Three accounts/ }).press('Enter')
  await expect(page.getByRole('article', { name: /^Example: Three accounts/ })).toBeVisible()

  await press(page, node(page, /^SCP KeepTheTrail/))
  await page.keyboard.press('Shift+F1')
  await expect(page.getByRole('dialog', { name: /^Service control policy/i })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(node(page, /^SCP KeepTheTrail/)).toBeFocused()
  await press(page, line(page, /^log-shipper on org-logs: .*allowed/))
  await page.keyboard.press('Shift+F1')
  await expect(page.getByRole('dialog', { name: 'Allow' })).toBeFocused()
})
