import type { Lesson } from '@iam-canvas/lessons'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { perform } from '../workspace/perform.ts'
import { changeProgress } from './learning.ts'
import styles from './lessons.module.css'
import { backToStart } from './restart.ts'
import { WithCode } from './WithCode.tsx'

/** The reference solution, played one step at a time from the start of the lesson. Every step can be undone. */
export function Solution({ lesson }: { readonly lesson: Lesson }) {
  const [played, setPlayed] = useState<number>()
  const begin = () => {
    if (!backToStart(lesson, 'Solution from the start')) return
    changeProgress(lesson.id, { shown: true })
    setPlayed(0)
  }
  if (played === undefined) {
    return (
      <Button look="quiet" className={styles.small} onClick={begin}>
        Show me the solution
      </Button>
    )
  }
  const step = lesson.solution[played]
  return (
    <section aria-label="Solution" className={styles.solution}>
      <h3>The solution, step by step</h3>
      <ol>
        {lesson.solution.map(({ say }, place) => (
          <li key={say} aria-current={place === played ? 'step' : undefined}>
            <WithCode text={say} />
          </li>
        ))}
      </ol>
      {step && (
        <Button
          look="primary"
          className={styles.small}
          onClick={() => {
            if (perform({ command: step.command }).ok) setPlayed(played + 1)
          }}
        >
          {played === 0 ? 'Do the first step' : 'Do the next step'}
        </Button>
      )}
      {played > 0 && (
        <Button look="quiet" className={styles.small} onClick={begin}>
          From the start
        </Button>
      )}
    </section>
  )
}
