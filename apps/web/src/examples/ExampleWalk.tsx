import { examples, type Show } from '@iam-canvas/lessons/examples'
import { BackToLessons } from '../lessons/BackToLessons.tsx'
import styles from '../lessons/lessons.module.css'
import { WithCode } from '../lessons/WithCode.tsx'
import { Button } from '../ui/Button.tsx'
import { useSettings } from '../workspace/settings.ts'
import { select } from '../workspace/workspace.ts'

/** The text beside an example: what to look at, with buttons that select it or ask it. */
export function ExampleWalk({ id, onList }: { readonly id: string; readonly onList: () => void }) {
  const example = examples.find(candidate => candidate.id === id)
  if (!example) return null
  return (
    <article className={styles.panel} aria-label={`Example: ${example.title}`}>
      <div className={styles.bar}>
        <BackToLessons onList={onList} />
      </div>
      <h2 className={styles.title}>{example.title}</h2>
      <p className={styles.quiet}>{example.summary}</p>
      {example.walk.map(({ text, show = [] }) => (
        <div key={text} className={styles.step}>
          <p className={styles.story}>
            <WithCode text={text} />
          </p>
          {show.length > 0 && (
            <p className={styles.shows}>
              {show.map(entry => (
                <Button key={entry.label} className={styles.small} onClick={() => putForward(entry)}>
                  {entry.label}
                </Button>
              ))}
            </p>
          )}
        </div>
      ))}
    </article>
  )
}

/** Selects the thing or asks the question; the inspector shows the rest. */
function putForward(show: Show) {
  useSettings.setState({ inspector: true })
  if ('select' in show) select({ kind: 'entities', ids: [show.select] })
  else select({ kind: 'access', question: show.ask })
}
