import { CHAPTERS, type Lesson, lessons, lessonStart } from '@iam-canvas/lessons'
import { expect, type Page } from '@playwright/test'
import { openApp } from '../support/canvas.ts'
import { press } from '../support/keyboard.ts'
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
