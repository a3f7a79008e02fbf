import type { Judgement, Lesson } from '@iam-canvas/lessons'
import { RotateCcw } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { BackToLessons } from './BackToLessons.tsx'
import { Checks } from './Checks.tsx'
import { Hints } from './Hints.tsx'
import { notBegun, useLearning } from './learning.ts'
import styles from './lessons.module.css'
import { Predictions } from './Predictions.tsx'
import { restart } from './restart.ts'
import { Solution } from './Solution.tsx'
import { Solved } from './Solved.tsx'
import { Stars } from './Stars.tsx'
import { WithCode } from './WithCode.tsx'

interface LessonPanelProps {
  readonly lesson: Lesson
  readonly judgement: Judgement
  readonly onList: () => void
}

/** One lesson: what is the matter, what should become so, how it stands, and help. */
export function LessonPanel({ lesson, judgement, onList }: LessonPanelProps) {
  const progress = useLearning(state => state.lessons[lesson.id]) ?? notBegun
  const thinking = lesson.predictions.some((_, place) => progress.predicted[place] === undefined)
  return (
    <article className={styles.panel} aria-label={`Lesson: ${lesson.title}`}>
      <div className={styles.bar}>
        <BackToLessons onList={onList} />
        <Stars count={progress.stars} />
        <Button
          look="quiet"
          className={styles.small}
          label="Begin this lesson again"
          icon={<RotateCcw size={14} strokeWidth={1.75} />}
          onClick={() => restart(lesson)}
        />
      </div>
      <h2 className={styles.title}>{lesson.title}</h2>
      {lesson.story.map(text => (
        <p key={text} className={styles.story}>
          <WithCode text={text} />
        </p>
      ))}
      {lesson.predictions.length > 0 && <Predictions lesson={lesson} predicted={progress.predicted} />}
      <Checks judgement={judgement} hidden={thinking && !judgement.solved} />
      {judgement.solved ? (
        <Solved lesson={lesson} stars={progress.stars ?? 1} onList={onList} />
      ) : (
        <>
          <Hints lesson={lesson} judgement={judgement} progress={progress} />
          <Solution lesson={lesson} />
        </>
      )}
    </article>
  )
}
