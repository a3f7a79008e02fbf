import { type KeyboardEvent, useId, useState } from 'react'
import { Prose } from '../inspector/Prose.tsx'
import styles from './PolicyForm.module.css'

export interface Offered {
  readonly value: string
  readonly label: string
}

interface ValueFieldProps {
  readonly label: string
  readonly text: string
  readonly offered: readonly Offered[]
  /** Says why it cannot be that, if it cannot. */
  readonly onChange: (text: string) => string | undefined
}

/** A value as a field: Enter or leaving it takes what was typed, Escape brings back what stood there. */
export function ValueField({ label, text, offered, onChange }: ValueFieldProps) {
  const [shown, setShown] = useState(text)
  const [typed, setTyped] = useState(text)
  const [problem, setProblem] = useState<string>()
  const [focused, setFocused] = useState(false)
  const id = useId()
  const back = () => {
    setShown(text)
    setTyped(text)
    setProblem(undefined)
  }
  // Another value at this place: by undo, or since one before it is gone.
  if (shown !== text) back()
  const take = () => {
    const value = typed.trim()
    if (value === text) back()
    else setProblem(value === '' ? 'a value is needed here' : onChange(value))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      take()
    }
    if (event.key === 'Escape' && typed !== text) {
      event.stopPropagation()
      back()
    }
  }
  return (
    <div className={styles.field}>
      {/* A field has one line; while nobody types, a long value is shown whole over it. */}
      <span aria-hidden className={styles.whole}>
        {typed}
      </span>
      <input
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}problem`}
        list={`${id}list`}
        value={typed}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={event => setTyped(event.target.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          take()
        }}
        onKeyDown={onKeyDown}
      />
      <Offers id={`${id}list`} offered={focused ? offered : noneOffered} />
      {problem !== undefined && <Refused id={`${id}problem`} problem={problem} />}
    </div>
  )
}

export const noneOffered: readonly Offered[] = []

/** What a field offers. There can be hundreds, and a form has many fields: only that with the focus has them. */
export function Offers({ id, offered }: { readonly id: string; readonly offered: readonly Offered[] }) {
  return (
    <datalist id={id}>
      {offered.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </datalist>
  )
}

/** Why something was not taken, under the field that it was typed into. */
export function Refused({ id, problem }: { readonly id: string; readonly problem: string }) {
  return (
    <p id={id} role="alert" className={styles.refused}>
      <Prose text={`Not taken: ${problem}.`} />
    </p>
  )
}
