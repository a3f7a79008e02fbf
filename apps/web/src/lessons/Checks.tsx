import type { AnswerResult, CheckResult, Judgement } from '@iam-canvas/lessons'
import { Check, Circle, CircleHelp, TriangleAlert } from 'lucide-react'
import { decisionWords } from '../canvas/decision-words.ts'
import styles from './lessons.module.css'
import { WithCode } from './WithCode.tsx'

interface ChecksProps {
  readonly judgement: Judgement
  /** Predictions come first: until they are made, the answers stay covered. */
  readonly hidden: boolean
}

const sign = { size: 15, strokeWidth: 2.25, 'aria-hidden': true } as const

/** Goals, what has to stay, and how it should be built, each with how it stands now. */
export function Checks({ judgement: { goals, guards, structure }, hidden }: ChecksProps) {
  return (
    <>
      <CheckList title="To reach" checks={goals} hidden={hidden} />
      {structure.length > 0 && <CheckList title="And built so" checks={structure} hidden={hidden} />}
      {guards.length > 0 && <CheckList title="Must stay so" checks={guards} hidden={hidden} broken />}
    </>
  )
}

interface CheckListProps {
  readonly title: string
  readonly checks: readonly (CheckResult | AnswerResult)[]
  readonly hidden: boolean
  /** What is not met was met at the start. */
  readonly broken?: boolean
}

const lookOf = ({ met }: CheckResult, hidden: boolean, broken: boolean) =>
  hidden ? styles.covered : met ? styles.met : broken ? styles.broken : styles.unmet

function CheckList({ title, checks, hidden, broken = false }: CheckListProps) {
  return (
    <section aria-label={title} className={styles.checks}>
      <h3>{title}</h3>
      <ul>
        {checks.map(check => (
          <li key={check.id} className={lookOf(check, hidden, broken)}>
            {hidden ? (
              <CircleHelp {...sign} />
            ) : check.met ? (
              <Check {...sign} />
            ) : broken ? (
              <TriangleAlert {...sign} strokeWidth={2} />
            ) : (
              <Circle {...sign} />
            )}
            <span>
              <span className="visually-hidden">
                {hidden ? 'Not shown yet: ' : check.met ? 'Met: ' : 'Not met: '}
              </span>
              <WithCode text={check.text} />
              {!hidden && !check.met && 'decision' in check && (
                <span className={styles.now}>now: {decisionWords[check.decision]}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
