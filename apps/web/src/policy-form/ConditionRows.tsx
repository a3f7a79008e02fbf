import type { Statement } from '@iam-canvas/core'
import {
  addCondition,
  CONDITION_OPERATORS,
  type Edits,
  globalKeyFacts,
  removeCondition,
} from '@iam-canvas/core/lint'
import type { ParsedPolicy } from '@iam-canvas/core'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './PolicyForm.module.css'

interface ConditionRowsProps {
  readonly parsed: ParsedPolicy
  readonly statement: Statement
  readonly onEdit: (edits: Edits, what: string) => void
}

/** The conditions of a statement, and a row for one more. */
export function ConditionRows({ parsed, statement, onEdit }: ConditionRowsProps) {
  const [operator, setOperator] = useState('StringEquals')
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const keys = useId()
  return (
    <>
      <ul className={styles.values} aria-label="Conditions">
        {statement.conditions.map(entry => (
          <li key={entry.at}>
            <code>
              {entry.key} {entry.operator} {entry.values.map(({ text }) => text).join(', ')}
            </code>
            <Button
              look="quiet"
              className={styles.out}
              label={`Take out the condition on ${entry.key}`}
              icon={<X size={13} strokeWidth={1.75} />}
              onClick={() =>
                onEdit(removeCondition(parsed, statement, entry), `Condition on ${entry.key} taken out`)
              }
            />
          </li>
        ))}
      </ul>
      <form
        className={styles.condition}
        onSubmit={event => {
          event.preventDefault()
          onEdit(
            addCondition(parsed, statement, operator, key.trim(), value),
            `Condition on ${key.trim()} added`,
          )
          setKey('')
          setValue('')
        }}
      >
        <input
          aria-label="Condition key"
          placeholder="Key"
          list={keys}
          value={key}
          spellCheck={false}
          onChange={event => setKey(event.target.value)}
        />
        <datalist id={keys}>
          {globalKeyFacts().map(facts => (
            <option key={facts.key} value={facts.key.replace('${TagKey}', '')}>
              {facts.type}
            </option>
          ))}
        </datalist>
        <select aria-label="Operator" value={operator} onChange={event => setOperator(event.target.value)}>
          {CONDITION_OPERATORS.map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <input
          aria-label="Value"
          placeholder="Value"
          value={value}
          spellCheck={false}
          onChange={event => setValue(event.target.value)}
        />
        <Button type="submit" disabled={key.trim() === '' || value === ''}>
          Add
        </Button>
      </form>
    </>
  )
}
