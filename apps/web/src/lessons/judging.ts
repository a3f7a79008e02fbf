import type { Judgement, Lesson } from '@iam-canvas/lessons'
import { judge, lessons } from '@iam-canvas/lessons'
import { create } from 'zustand'
import { useMessages } from '../ui/messages.ts'
import type { History } from '../workspace/history.ts'
import { keepAsIs, useWorkspace, type Workspace } from '../workspace/workspace.ts'
import { changeProgress, guideOf, progressOf, starsFor, useLearning } from './learning.ts'

interface Judging {
  /** The lesson that the open model belongs to. */
  readonly lesson?: Lesson
  readonly judgement?: Judgement
}

/** The open lesson and how it stands. Follows every change of the model, without being asked. */
export const useJudging = create<Judging>()(() => ({}))

let begun = false

/** Begins to follow the open model. Once is enough. */
export function startJudging() {
  if (begun) return
  begun = true
  look(useWorkspace.getState())
  useWorkspace.subscribe((now, before) => {
    const same = now.modelId === before.modelId && now.opened === before.opened
    if (!same || now.document.model !== before.document.model) look(now, same ? before : undefined)
  })
  // A lesson's model is known as one only a moment after it was opened.
  useLearning.subscribe((now, before) => {
    const { modelId } = useWorkspace.getState()
    if (guideOf(now, modelId)?.id !== guideOf(before, modelId)?.id) look(useWorkspace.getState())
  })
}

function look(now: Workspace, before?: Workspace) {
  const guide = guideOf(useLearning.getState(), now.modelId)
  const lesson = guide?.kind === 'lesson' ? lessons.find(({ id }) => id === guide.id) : undefined
  if (!lesson) {
    useJudging.setState({}, true)
    return
  }
  if (!before) keepAsIs(lesson.locked)
  const judgement = judge(lesson, now.document.model)
  const last = useJudging.getState()
  useJudging.setState({ lesson, judgement })
  if (!before || last.lesson !== lesson || !last.judgement) return
  const tried = Math.max(0, edits(now.history) - edits(before.history))
  const progress = progressOf(useLearning.getState(), lesson.id)
  if (!judgement.solved && tried > 0) changeProgress(lesson.id, { attempts: progress.attempts + tried })
  if (judgement.solved && !last.judgement.solved) solved(lesson)
  else sayProgress(last.judgement, judgement)
}

/** Steps that changed the model; moving things about is no attempt. */
const edits = ({ past }: History): number => past.filter(({ diff }) => diff.length > 0).length

function solved(lesson: Lesson) {
  const progress = progressOf(useLearning.getState(), lesson.id)
  const stars = starsFor(progress)
  changeProgress(lesson.id, { stars: Math.max(stars, progress.stars ?? 0) })
  useMessages.getState().say(`Solved: ${lesson.title}, ${stars} of 3 stars`)
}

function sayProgress(before: Judgement, after: Judgement) {
  const count = ({ goals, guards, structure }: Judgement) =>
    [...goals, ...guards, ...structure].filter(({ met }) => met).length
  const all = after.goals.length + after.guards.length + after.structure.length
  if (count(before) !== count(after)) {
    useMessages.getState().say(`${count(after)} of ${all} checks of the lesson are met`)
  }
}
