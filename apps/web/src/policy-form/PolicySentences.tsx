import type { DocumentId, ParsedPolicy } from '@iam-canvas/core'
import { Prose } from '../inspector/Prose.tsx'
import { givesStatements } from '../statements/statement-drop.ts'
import { StatementGrip } from '../statements/StatementGrip.tsx'
import styles from './PolicySentences.module.css'
import { statementSentence } from './statement-sentence.ts'

/** A policy as sentences, one to a statement. */
export function PolicySentences({
  id,
  name,
  parsed,
}: {
  readonly id: DocumentId
  readonly name: string
  readonly parsed: ParsedPolicy
}) {
  const { statements } = parsed.document
  const gives = parsed.complete && givesStatements(id)
  if (statements.length === 0) return <p className={styles.nothing}>There is no statement yet.</p>
  return (
    <ol className={styles.sentences} aria-label="The policy in sentences">
      {statements.map((statement, index) => (
        <li key={statement.at}>
          <div>
            {statement.sid && <span className={styles.sid}>{statement.sid}</span>}
            <Prose text={statementSentence(statement)} />
          </div>
          {gives && (
            <StatementGrip
              source={{ document: id, index }}
              name={`${statement.sid ?? `statement ${index + 1}`} of ${name}`}
            />
          )}
        </li>
      ))}
    </ol>
  )
}
