import { openSaved } from '../open/open-at-start.ts'
import { openAsNew } from '../open/open-models.ts'
import { emptyLayout } from '../workspace/document.ts'
import { useSettings } from '../workspace/settings.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { changeProgress, progressOf, useLearning } from './learning.ts'
import { showTab } from './sidebar-tab.ts'

/**
 * Goes on with a lesson, or begins it. A lesson has a saved model of its own, so nobody's work is in its way; when that
 * model was deleted, the lesson begins anew.
 */
export async function openLesson(id: string): Promise<boolean> {
  const { lessons, lessonStart } = await import('@iam-canvas/lessons')
  const lesson = lessons.find(candidate => candidate.id === id)
  if (!lesson) return false
  // Before the model comes, so that it is fitted into the space that is left.
  useSettings.setState({ sidebar: true })
  showTab('learn')
  const { modelId } = progressOf(useLearning.getState(), id)
  const again = modelId !== undefined && (await openSaved(modelId))
  if (!again) {
    await openAsNew({ model: lessonStart(lesson), layout: emptyLayout, drafts: {} })
    changeProgress(id, {
      modelId: useWorkspace.getState().modelId,
      hints: 0,
      attempts: 0,
      shown: false,
      predicted: {},
    })
  }
  return true
}

/** Where everybody begins. */
export const openFirstLesson = () => openLesson('attach')
