import type { Judgement, Lesson } from '@iam-canvas/lessons'
import { Lightbulb, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../ui/Button.tsx'
import { useMessages } from '../ui/messages.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { changeProgress, type LessonProgress } from './learning.ts'
import styles from './lessons.module.css'
import { WithCode } from './WithCode.tsx'

interface HintsProps {
  readonly lesson: Lesson
  readonly judgement: Judgement
  readonly progress: LessonProgress
}

const restBeforeHint = 90_000
const triesBeforeSecond = 3

/** Help in steps. What is known to be wrong about the state comes before any hint about the task. */
export function Hints({ lesson, judgement: { trap }, progress }: HintsProps) {
  const { hints, attempts } = progress
  useHintAfterRest(lesson, hints)
  const more = nextHint(hints, attempts)
  const take = () => {
    changeProgress(lesson.id, { hints: hints + 1 })
    useMessages.getState().say(lesson.hints[hints]?.replaceAll('`', '') ?? '')
  }
  return (
    <section aria-label="Help" className={styles.help}>
      {trap && (
        <p role="status" className={styles.trap}>
          <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
          <span>
            <WithCode text={trap.hint} />
          </span>
        </p>
      )}
      {hints > 0 && (
        <ol className={styles.hints} aria-label="Hints">
          {lesson.hints.slice(0, hints).map(hint => (
            <li key={hint}>
              <Lightbulb size={14} strokeWidth={1.75} aria-hidden />
              <span>
                <WithCode text={hint} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {more && (
        <Button className={styles.small} disabled={more.wait > 0} onClick={take}>
          {more.label}
        </Button>
      )}
      {more && more.wait > 0 && (
        <p className={styles.quiet}>
          The next hint comes after {more.wait} more {more.wait === 1 ? 'try' : 'tries'}.
        </p>
      )}
    </section>
  )
}

/** What can be asked for next, and how many tries it is still away. */
function nextHint(
  hints: number,
  attempts: number,
): { readonly label: string; readonly wait: number } | undefined {
  if (hints === 0) return { label: 'Give me a hint', wait: 0 }
  if (hints === 1) return { label: 'Another hint', wait: Math.max(0, triesBeforeSecond - attempts) }
  return hints === 2 ? { label: 'The last hint (costs a star)', wait: 0 } : undefined
}

/** Whoever changes nothing for a while may be stuck: the first hint then comes by itself. */
function useHintAfterRest(lesson: Lesson, hints: number) {
  useEffect(() => {
    if (hints > 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        changeProgress(lesson.id, { hints: 1 })
        useMessages.getState().say(`A hint: ${lesson.hints[0].replaceAll('`', '')}`)
      }, restBeforeHint)
    }
    wait()
    const stop = useWorkspace.subscribe((now, before) => {
      if (now.document !== before.document) wait()
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [lesson, hints])
}
