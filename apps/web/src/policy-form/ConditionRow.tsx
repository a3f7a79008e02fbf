import type { ConditionEntry, ParsedPolicy, Statement } from '@iam-canvas/core'
import {
  addConditionValue,
  changeCondition,
  type ChangedCondition,
  conditionOf,
  removeCondition,
  removeConditionValue,
} from '@iam-canvas/core/lint'
import { useId, useState } from 'react'
import KeyPageLink from '../reference/KeyPageLink.tsx'
import { Button } from '../ui/Button.tsx'
import { AddField } from './AddField.tsx'
import type { OnEdit } from './on-edit.ts'
import { OperatorSelect } from './OperatorSelect.tsx'
import styles from './PolicyForm.module.css'
import { RemoveButton } from './RemoveButton.tsx'
import { type Offered, Refused, ValueField } from './ValueField.tsx'

interface ConditionRowProps {
  readonly parsed: ParsedPolicy
  readonly statement: Statement
  readonly entry: ConditionEntry
  readonly keys: readonly Offered[]
  readonly valuesOf: (key: string) => readonly Offered[]
  readonly onEdit: OnEdit
}

/**
 * A condition: key, operator and values. What does not fit together is kept here, with the reason, until the rest is
 * changed as well: the text has the condition that it had until the whole is sound.
 */
export function ConditionRow({ parsed, statement, entry, keys, valuesOf, onEdit }: ConditionRowProps) {
  const [draft, setDraft] = useState<Partial<ChangedCondition>>({})
  const [problem, setProblem] = useState<string>()
  const [shown, setShown] = useState(entry.at)
  const id = useId()
  const texts = entry.values.map(({ text }) => text)
  const now: ChangedCondition = { operator: entry.operator, key: entry.key, values: texts, ...draft }
  const leave = () => {
    setDraft({})
    setProblem(undefined)
  }
  if (shown !== entry.at) {
    setShown(entry.at)
    leave()
  }
  const change = (part: Partial<ChangedCondition>) => {
    const next = { ...now, ...part }
    const other = conditionOf(statement, next.operator, next.key)
    const refused =
      other && other.at !== entry.at
        ? `\`${next.operator}\` asks about \`${next.key}\` already: add the value there`
        : onEdit(changeCondition(parsed, statement, entry, next), `Condition on ${next.key} changed`)
    if (refused === undefined) leave()
    else {
      setDraft({ ...draft, ...part })
      setProblem(refused)
    }
    return undefined
  }
  const offered = valuesOf(now.key)
  return (
    <li className={styles.conditionRow} aria-label={`Condition on ${entry.key}`}>
      <div className={styles.conditionHead}>
        <ValueField label="Key" text={now.key} offered={keys} onChange={key => change({ key })} />
        <RemoveButton
          what={`the condition on ${entry.key}`}
          onRemove={() =>
            onEdit(removeCondition(parsed, statement, entry), `Condition on ${entry.key} taken out`)
          }
        />
      </div>
      <p className={styles.quiet}>
        <KeyPageLink name={now.key} words={`What ${now.key} is`} />
      </p>
      <OperatorSelect
        label={`Operator on ${entry.key}`}
        operator={now.operator}
        onChoose={operator => change({ operator })}
      />
      <ul className={styles.values} aria-label={`Values of ${entry.key}`}>
        {entry.values.map((value, index) => (
          // Another operator or key moves a value elsewhere in the text; it is still the same field, with the focus in it.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <ValueField
              label={`Value: ${now.values[index] ?? value.text}`}
              text={now.values[index] ?? value.text}
              offered={offered}
              onChange={text => change({ values: now.values.with(index, text) })}
            />
            <RemoveButton
              what={`the value ${value.text}`}
              stays={entry.values.length === 1 ? 'The last value stays: change it' : undefined}
              onRemove={() =>
                onEdit(
                  removeConditionValue(parsed, entry, value),
                  `${value.text} taken out of the condition on ${entry.key}`,
                )
              }
            />
          </li>
        ))}
      </ul>
      {problem !== undefined && (
        <div className={styles.unsound}>
          <Refused id={`${id}problem`} problem={problem} />
          <Button look="quiet" onClick={leave}>
            Leave it as it was
          </Button>
        </div>
      )}
      <AddField
        label={`One more value of ${entry.key}`}
        offered={offered}
        onAdd={text =>
          texts.includes(text)
            ? `\`${text}\` is there already`
            : onEdit(addConditionValue(parsed, entry, text), `${text} added to the condition on ${entry.key}`)
        }
      />
    </li>
  )
}
