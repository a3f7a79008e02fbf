import { useEffect, useMemo, useState } from 'react'
import { ExampleWalk } from '../examples/ExampleWalk.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import { startJudging, useJudging } from './judging.ts'
import { guideOf, useLearning } from './learning.ts'
import { LessonList } from './LessonList.tsx'
import { LessonPanel } from './LessonPanel.tsx'

/** The left panel's second side: the lesson or example that is open, or the list of them. */
export default function LearnPanel() {
  const modelId = useWorkspace(state => state.modelId)
  const learning = useLearning()
  const guide = useMemo(() => guideOf(learning, modelId), [learning, modelId])
  const { lesson, judgement } = useJudging()
  // Somebody may look at the list while a lesson stays open.
  const [listFor, setListFor] = useState<string>()
  useEffect(startJudging, [])
  const open = listFor === modelId ? undefined : guide
  const showList = () => setListFor(modelId)
  const back = () => setListFor(undefined)
  if (open?.kind === 'lesson' && lesson && judgement) {
    // Another try is another panel: what was opened in it belongs to the try.
    return <LessonPanel key={lesson.id} lesson={lesson} judgement={judgement} onList={showList} />
  }
  if (open?.kind === 'example') return <ExampleWalk id={open.id} onList={showList} />
  return <LessonList onOpen={back} />
}
