import type { ParsedPolicy, Statement } from '@iam-canvas/core'
import { addCondition, keyFacts } from '@iam-canvas/core/lint'
import { useId, useState } from 'react'
import { keyNames } from '../editor/name-options.ts'
import { conditionValues } from '../editor/value-options.ts'
import type { Vocabulary } from '../editor/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { ConditionRow } from './ConditionRow.tsx'
import { offeredOf } from './offered.ts'
import type { OnEdit } from './on-edit.ts'
import { OperatorSelect } from './OperatorSelect.tsx'
import styles from './PolicyForm.module.css'
import { useServicesOf } from './use-services-of.ts'
import { noneOffered, type Offered, Offers, Refused } from './ValueField.tsx'

interface ConditionRowsProps {
  readonly parsed: ParsedPolicy
  readonly statement: Statement
  readonly words: Vocabulary
  readonly onEdit: OnEdit
}

/** The conditions of a statement, and a row for one more. */
export function ConditionRows({ parsed, statement, words, onEdit }: ConditionRowsProps) {
  const services = useServicesOf(statement, words)
  const keys = offeredOf(keyNames(statement, services))
  const typeOf = (key: string) => {
    const service = (prefix: string) => services.find(entry => entry.prefix === prefix)
    const facts = keyFacts({ prefixes: undefined, service }, key)
    return facts === 'unknown' ? undefined : facts?.type
  }
  const valuesOf = (key: string) => offeredOf(conditionValues(key, typeOf(key), words))
  return (
    <>
      <ul className={styles.conditions} aria-label="Conditions">
        {statement.conditions.map((entry, index) => (
          <ConditionRow
            // A condition whose key is changed is still the same row, with the focus in it.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            parsed={parsed}
            statement={statement}
            entry={entry}
            keys={keys}
            valuesOf={valuesOf}
            onEdit={onEdit}
          />
        ))}
      </ul>
      <AddCondition
        keys={keys}
        typeOf={typeOf}
        valuesOf={valuesOf}
        onAdd={(operator, key, value) =>
          onEdit(addCondition(parsed, statement, operator, key, value), `Condition on ${key} added`)
        }
      />
    </>
  )
}

interface AddConditionProps {
  readonly keys: readonly Offered[]
  readonly typeOf: (key: string) => string | undefined
  readonly valuesOf: (key: string) => readonly Offered[]
  readonly onAdd: (operator: string, key: string, value: string) => string | undefined
}

function AddCondition({ keys, typeOf, valuesOf, onAdd }: AddConditionProps) {
  const [chosen, setChosen] = useState<string>()
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string>()
  const [focused, setFocused] = useState(false)
  const id = useId()
  const heard = { onFocus: () => setFocused(true), onBlur: () => setFocused(false) }
  const operator = chosen ?? USUAL[typeOf(key.trim()) ?? ''] ?? 'StringEquals'
  return (
    <form
      className={styles.condition}
      aria-label="A further condition"
      onSubmit={event => {
        event.preventDefault()
        const refused = onAdd(operator, key.trim(), value.trim())
        setProblem(refused)
        if (refused !== undefined) return
        setKey('')
        setValue('')
        setChosen(undefined)
      }}
    >
      <input
        aria-label="Condition key"
        placeholder="Condition key"
        list={`${id}keys`}
        value={key}
        spellCheck={false}
        autoComplete="off"
        {...heard}
        onChange={event => setKey(event.target.value)}
      />
      <Offers id={`${id}keys`} offered={focused ? keys : noneOffered} />
      <OperatorSelect label="Operator" operator={operator} onChoose={setChosen} />
      <input
        aria-label="Value"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}problem`}
        placeholder="Value"
        list={`${id}values`}
        value={value}
        spellCheck={false}
        autoComplete="off"
        {...heard}
        onChange={event => {
          setValue(event.target.value)
          setProblem(undefined)
        }}
      />
      <Offers id={`${id}values`} offered={focused ? valuesOf(key.trim()) : noneOffered} />
      <Button type="submit" disabled={key.trim() === '' || value.trim() === ''}>
        Add
      </Button>
      {problem !== undefined && <Refused id={`${id}problem`} problem={problem} />}
    </form>
  )
}

/** The operator that a key of a type is mostly compared with. */
const USUAL: Readonly<Record<string, string>> = {
  ARN: 'ArnLike',
  ArrayOfString: 'ForAnyValue:StringEquals',
  ArrayOfARN: 'ForAnyValue:ArnLike',
  Bool: 'Bool',
  Date: 'DateLessThan',
  IPAddress: 'IpAddress',
  Numeric: 'NumericLessThanEquals',
}
