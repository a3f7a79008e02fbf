import { useProblems } from '../lint/problems.ts'
import styles from './ProblemCount.module.css'
import { toggleProblems, useProblemsPanel } from './problems-panel-state.ts'
import { SeverityGlyph } from './SeverityGlyph.tsx'

/** How much the linter found, and the way to the list of it. */
export function ProblemCount() {
  const count = useProblems(state => state.problems.length)
  const gravest = useProblems(state => state.problems[0]?.severity)
  const complete = useProblems(state => state.complete)
  const open = useProblemsPanel(state => state.open)
  if (!complete) return null
  return (
    <button type="button" className={styles.count} aria-expanded={open} onClick={toggleProblems}>
      {gravest && <SeverityGlyph severity={gravest} size={13} />}
      <b>{count}</b> {count === 1 ? 'problem' : 'problems'}
    </button>
  )
}
