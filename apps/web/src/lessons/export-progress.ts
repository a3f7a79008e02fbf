import { lessons } from '@iam-canvas/lessons'
import { saveText } from '../open/save-text.ts'
import { tell } from '../ui/messages.ts'
import { progressOf, useLearning } from './learning.ts'

/** What was solved, as a file for oneself or for whoever teaches. It holds no model and no text of one's own. */
export function exportProgress() {
  const learning = useLearning.getState()
  const solved = lessons.flatMap(({ id, title }) => {
    const { stars } = progressOf(learning, id)
    return stars === undefined ? [] : [{ lesson: id, title, stars }]
  })
  const name = 'iam-canvas-progress.json'
  saveText(name, JSON.stringify({ format: 'iam-canvas-progress', of: lessons.length, solved }, null, 2))
  tell(`Saved to ${name}`)
}
