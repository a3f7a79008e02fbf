import { type Lesson, lessonStart } from '@iam-canvas/lessons'
import { emptyLayout } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { nothing } from '../workspace/selection.ts'
import { changeProgress } from './learning.ts'

/** Puts the account back to where the lesson begins: one step, and undo brings back what was done. */
export function backToStart(lesson: Lesson, label = 'Lesson begun again'): boolean {
  const start = lessonStart(lesson)
  const { name } = useWorkspace.getState().document.model
  select(nothing)
  return perform({
    command: { type: 'ReplaceModel', model: { ...start, name } },
    layout: emptyLayout,
    drafts: {},
    label,
  }).ok
}

/** Another try, as if it were the first. Stars that were won stay. */
export function restart(lesson: Lesson) {
  if (!backToStart(lesson)) return
  changeProgress(lesson.id, { hints: 0, attempts: 0, shown: false, predicted: {} })
}
