import type { EntityId } from '@iam-canvas/core'
import { useProblems } from '../lint/problems.ts'
import styles from './ProblemDot.module.css'
import { SeverityGlyph } from './SeverityGlyph.tsx'
import { severityWords } from './severity-words.ts'

/** On the corner of a node: the shape of the gravest problem there, and how many there are. */
export function ProblemDot({ id }: { readonly id: EntityId }) {
  const mark = useProblems(state => state.marks.get(id))
  if (!mark) return null
  const { severity, count } = mark
  const words =
    count === 1
      ? `1 ${severityWords[severity][0]}`
      : `${count} problems, the gravest is of kind ${severityWords[severity][0]}`
  return (
    <span className={styles.dot} role="img" aria-label={words} title={words}>
      <SeverityGlyph severity={severity} size={13} />
      {count > 1 && <span aria-hidden>{count}</span>}
    </span>
  )
}
