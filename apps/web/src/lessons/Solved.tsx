import { type Lesson, lessons } from '@iam-canvas/lessons'
import { ExternalLink } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './lessons.module.css'
import { openLesson } from './open-lesson.ts'
import { Stars } from './Stars.tsx'
import { WithCode } from './WithCode.tsx'

interface SolvedProps {
  readonly lesson: Lesson
  readonly stars: number
  readonly onList: () => void
}

/** What to take away, once everything is met. */
export function Solved({ lesson, stars, onList }: SolvedProps) {
  const next = lessons[lessons.indexOf(lesson) + 1]
  const box = useRef<HTMLElement>(null)
  // A new browser gives a promise back, which must not be taken for a clean-up.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={box} aria-label="Solved" className={styles.solved}>
      <h3>
        Solved <Stars count={stars} />
      </h3>
      <ul>
        {lesson.takeaways.map(text => (
          <li key={text}>
            <WithCode text={text} />
          </li>
        ))}
      </ul>
      <p>
        <a href={lesson.page.url} target="_blank" rel="noreferrer">
          {lesson.page.title}
          <ExternalLink size={12} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden"> (AWS documentation, opens in a new tab)</span>
        </a>
      </p>
      {next ? (
        <Button look="primary" className={styles.small} onClick={() => void openLesson(next.id)}>
          Next: {next.title}
        </Button>
      ) : (
        <Button look="primary" className={styles.small} onClick={onList}>
          That was the last one. All lessons
        </Button>
      )}
    </section>
  )
}
