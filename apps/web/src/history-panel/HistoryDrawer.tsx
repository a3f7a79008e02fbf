import { X } from 'lucide-react'
import { type KeyboardEvent, lazy, Suspense, useMemo, useRef, useState } from 'react'
import { commandOfStep } from '../cli/step-command.ts'
import { Button } from '../ui/Button.tsx'
import type { Step } from '../workspace/history.ts'
import { travel } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { redoModel } from './redo-model.ts'
import { closeHistory } from './history-state.ts'
import styles from './HistoryDrawer.module.css'

const CliLines = lazy(() => import('../cli/CliLines.tsx'))

/** Every step since the model was opened, those undone as well: where one is, and the way to any other. */
export default function HistoryDrawer() {
  const { past, future } = useWorkspace(state => state.history)
  const name = useWorkspace(state => state.document.model.name)
  const here = past.length
  const steps = useMemo(() => [...past, ...future], [past, future])
  const [looked, setLooked] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const at = Math.min(looked ?? here, steps.length)

  const keys = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: steps.length }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(steps.length, to))
    setLooked(next)
    list.current?.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  const go = (index: number) => {
    setLooked(index)
    travel(index)
  }

  return (
    <section className={styles.drawer} aria-label="History" data-region="drawer">
      <header className={styles.head}>
        <h2>History</h2>
        <span className={styles.hint}>
          {steps.length === 0 ? 'What you do appears here' : 'Choose a step to go there'}
        </span>
        <Button
          look="quiet"
          label="Close the history"
          icon={<X size={15} strokeWidth={1.75} />}
          onClick={closeHistory}
        />
      </header>
      <div className={styles.body}>
        {/* The arrows go from step to step; each step is a button of its own. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ol ref={list} className={styles.list} aria-label="Steps" onKeyDown={keys}>
          <Row
            title={`${name} as it was opened`}
            state={here === 0 ? 'here' : 'done'}
            stop={at === 0}
            onLook={() => setLooked(0)}
            onGo={() => go(0)}
          />
          {steps.map((step, index) => (
            <Row
              // Steps have no names of their own, and none is ever put between two others.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              title={step.label}
              step={step}
              state={index + 1 === here ? 'here' : index < here ? 'done' : 'undone'}
              stop={at === index + 1}
              onLook={() => setLooked(index + 1)}
              onGo={() => go(index + 1)}
            />
          ))}
        </ol>
        <Detail step={steps[at - 1]} index={at - 1} />
      </div>
    </section>
  )
}

interface RowProps {
  readonly title: string
  readonly step?: Step
  readonly state: 'done' | 'here' | 'undone'
  /** The one that Tab stops at. */
  readonly stop: boolean
  readonly onLook: () => void
  readonly onGo: () => void
}

function Row({ title, step, state, stop, onLook, onGo }: RowProps) {
  return (
    <li>
      <button
        ref={state === 'here' ? inSight : undefined}
        type="button"
        className={`${styles.row} ${styles[state]}`}
        aria-current={state === 'here' ? 'step' : undefined}
        tabIndex={stop ? 0 : -1}
        onFocus={onLook}
        onClick={onGo}
      >
        <span className={styles.dot} aria-hidden />
        <bdi className={styles.title}>{title}</bdi>
        {state === 'undone' && <span className={styles.undoneWord}>undone</span>}
        {step?.access && <Change gained={step.access.gained} lost={step.access.lost} />}
        {step && <time className={styles.time}>{timeOf(step.at)}</time>}
      </button>
    </li>
  )
}

/** The step that one is at stays in sight while more are done. */
const inSight = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'nearest' })

function Change({ gained, lost }: { readonly gained: number; readonly lost: number }) {
  if (gained + lost === 0) return null
  return (
    <span className={styles.change}>
      {gained > 0 && (
        <span className={styles.gained}>
          +{gained}
          <span className="visually-hidden"> gained</span>
        </span>
      )}
      {lost > 0 && (
        <span className={styles.lost}>
          −{lost}
          <span className="visually-hidden"> lost</span>
        </span>
      )}
    </span>
  )
}

/** The step in words and as the lines of the AWS CLI that would do the same. */
function Detail({ step, index }: { readonly step: Step | undefined; readonly index: number }) {
  const document = useWorkspace(state => state.document)
  const { past, future } = useWorkspace(state => state.history)
  const told = useMemo(() => {
    if (!step) return undefined
    const undone = future.slice(0, Math.max(0, index + 1 - past.length))
    return commandOfStep(redoModel(document.model, undone), [...past, ...undone], index)
  }, [document.model, past, future, index, step])
  if (!step) {
    return (
      <div className={styles.detail}>
        <p className={styles.quiet}>The beginning: nothing had been changed yet.</p>
      </div>
    )
  }
  return (
    <div className={styles.detail}>
      <h3 className={styles.what}>{step.label}</h3>
      <p className={styles.quiet}>
        {new Date(step.at).toLocaleString()}
        {step.access && ` · ${step.access.gained} gained, ${step.access.lost} lost`}
      </p>
      {told ? (
        <Suspense>
          <CliLines command={told.command} model={told.before} />
        </Suspense>
      ) : (
        <p className={styles.quiet}>Only the drawing changed: nothing to do in AWS.</p>
      )}
    </div>
  )
}

const timeOf = (at: number) =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
