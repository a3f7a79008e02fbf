import { type DocumentId, type ParsedPolicy } from '@iam-canvas/core'
import { appendStatement, withEdits } from '@iam-canvas/core/lint'
import { Plus } from 'lucide-react'
import type { Vocabulary } from '../editor/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { givesStatements } from '../statements/statement-drop.ts'
import { typePolicyText } from '../workspace/policy-texts.ts'
import type { OnEdit } from './on-edit.ts'
import styles from './PolicyForm.module.css'
import { refusalOf } from './refusal.ts'
import { StatementForm } from './StatementForm.tsx'

interface PolicyFormProps {
  readonly id: DocumentId
  readonly parsed: ParsedPolicy
  readonly words: Vocabulary
}

/** A policy as a form. What is not touched stays as it is in the text: order, spacing and names. */
export default function PolicyForm({ id, parsed, words }: PolicyFormProps) {
  if (!parsed.complete) {
    return <p className={styles.notice}>The text is half typed. Complete it there, and the form is back.</p>
  }
  const edit: OnEdit = (change, what) => {
    if (change === undefined) return undefined
    const text = typeof change === 'string' ? change : withEdits(parsed.text, change)
    const refused = refusalOf(parsed, text, words.kind)
    if (refused === undefined) typePolicyText(id, text, what)
    return refused
  }
  const { statements } = parsed.document
  return (
    <div className={styles.form}>
      {statements.map((statement, index) => (
        <StatementForm
          key={statement.at}
          parsed={parsed}
          statement={statement}
          number={index + 1}
          source={givesStatements(id) ? { document: id, index } : undefined}
          words={words}
          onEdit={edit}
        />
      ))}
      <Button
        look="quiet"
        icon={<Plus size={14} strokeWidth={1.75} />}
        onClick={() => edit(appendStatement(parsed, emptyStatement(words)), 'Statement added')}
      >
        Add a statement
      </Button>
    </div>
  )
}

/** It denies one harmless action: a new statement must not give anything before anybody chose what. */
const emptyStatement = ({ kind }: Vocabulary): object => {
  const principal = kind === 'resource' || kind === 'resource-control' ? { Principal: '*' } : {}
  if (kind === 'trust') return { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:TagSession' }
  return { Effect: 'Deny', ...principal, Action: 'sts:GetCallerIdentity', Resource: '*' }
}
