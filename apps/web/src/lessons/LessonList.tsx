import { examples } from '@iam-canvas/lessons/examples'
import { CHAPTERS, lessons } from '@iam-canvas/lessons'
import { concepts } from '@iam-canvas/lessons/concepts'
import { Download } from 'lucide-react'
import { Term } from '../concepts/Term.tsx'
import { openExampleById } from '../examples/open-example.ts'
import { Button } from '../ui/Button.tsx'
import { exportProgress } from './export-progress.ts'
import { progressOf, useLearning } from './learning.ts'
import styles from './lessons.module.css'
import { openLesson } from './open-lesson.ts'
import { Stars } from './Stars.tsx'

/** Every lesson with what it was solved with, and every example. */
export function LessonList({ onOpen }: { readonly onOpen: () => void }) {
  const learning = useLearning()
  const solved = lessons.filter(({ id }) => progressOf(learning, id).stars !== undefined)
  const stars = solved.reduce((sum, { id }) => sum + (progressOf(learning, id).stars ?? 0), 0)
  // The one to go on with is the first that is not solved.
  const next = lessons.find(lesson => !solved.includes(lesson))
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>Lessons</h2>
      <p className={styles.quiet}>
        {solved.length === 0
          ? 'Short tasks in small accounts. The engine looks at every step and says what is still missing.'
          : `${solved.length} of ${lessons.length} solved, ${stars} stars.`}
      </p>
      {CHAPTERS.map(chapter => (
        <section key={chapter} aria-label={chapter} className={styles.chapter}>
          <h3>{chapter}</h3>
          <ol>
            {lessons
              .filter(lesson => lesson.chapter === chapter)
              .map(lesson => (
                <li key={lesson.id}>
                  <button
                    type="button"
                    className={`${styles.entry} ${lesson === next ? styles.next : ''}`}
                    title={lesson.summary}
                    onClick={() => {
                      onOpen()
                      void openLesson(lesson.id)
                    }}
                  >
                    <span className={styles.number} aria-hidden>
                      {lessons.indexOf(lesson) + 1}
                    </span>
                    <span className={styles.entryTitle}>{lesson.title}</span>
                    <Stars count={progressOf(learning, lesson.id).stars} />
                  </button>
                </li>
              ))}
          </ol>
        </section>
      ))}
      <section aria-label="Examples" className={styles.chapter}>
        <h3>Examples to look around in</h3>
        <ul>
          {examples.map(example => (
            <li key={example.id}>
              <button
                type="button"
                className={styles.entry}
                title={example.summary}
                onClick={() => {
                  onOpen()
                  void openExampleById(example.id)
                }}
              >
                <span className={styles.entryTitle}>{example.title}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Words />
      <Button
        look="quiet"
        className={styles.small}
        icon={<Download size={14} strokeWidth={1.75} />}
        disabled={solved.length === 0}
        onClick={exportProgress}
      >
        Save my progress to a file
      </Button>
    </div>
  )
}

/** Every word that has a card, for looking up. */
function Words() {
  const sorted = concepts.toSorted((left, right) => left.term.localeCompare(right.term))
  return (
    <section aria-label="Words" className={styles.chapter}>
      <h3>Words, with an example each</h3>
      <ul className={styles.words}>
        {sorted.map(({ id, term }) => (
          <li key={id}>
            <Term id={id}>{term}</Term>
          </li>
        ))}
      </ul>
    </section>
  )
}
