import type { ParsedPolicy } from '@iam-canvas/core'
import { Prose } from '../inspector/Prose.tsx'
import styles from './PolicySentences.module.css'
import { statementSentence } from './statement-sentence.ts'

/** A policy as sentences, one to a statement. */
export function PolicySentences({ parsed }: { readonly parsed: ParsedPolicy }) {
  const { statements } = parsed.document
  if (statements.length === 0) return <p className={styles.nothing}>There is no statement yet.</p>
  return (
    <ol className={styles.sentences} aria-label="The policy in sentences">
      {statements.map(statement => (
        <li key={statement.at}>
          {statement.sid && <span className={styles.sid}>{statement.sid}</span>}
          <Prose text={statementSentence(statement)} />
        </li>
      ))}
    </ol>
  )
}
