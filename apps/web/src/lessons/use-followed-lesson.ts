import { useEffect } from 'react'
import { useWorkspace } from '../workspace/workspace.ts'
import { guideOf, useLearning } from './learning.ts'

/** A lesson is judged and keeps what it keeps, also while the panel that shows it is hidden. */
export function useFollowedLesson() {
  const modelId = useWorkspace(state => state.modelId)
  const isLesson = useLearning(state => guideOf(state, modelId)?.kind === 'lesson')
  useEffect(() => {
    if (isLesson) void import('./judging.ts').then(({ startJudging }) => startJudging())
  }, [isLesson])
}
