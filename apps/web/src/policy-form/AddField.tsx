import { useId, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './PolicyForm.module.css'
import { noneOffered, type Offered, Offers, Refused } from './ValueField.tsx'

interface AddFieldProps {
  readonly label: string
  readonly offered: readonly Offered[]
  /** Says why it cannot be added, if it cannot. */
  readonly onAdd: (value: string) => string | undefined
}

/** A text with things to choose from, and a button that adds it. */
export function AddField({ label, offered, onAdd }: AddFieldProps) {
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string>()
  const [focused, setFocused] = useState(false)
  const id = useId()
  return (
    <form
      className={styles.add}
      onSubmit={event => {
        event.preventDefault()
        const text = value.trim()
        if (text === '') return
        const refused = onAdd(text)
        setProblem(refused)
        if (refused === undefined) setValue('')
      }}
    >
      <input
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}problem`}
        placeholder={label}
        list={`${id}list`}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onChange={event => {
          setValue(event.target.value)
          setProblem(undefined)
        }}
      />
      <Offers id={`${id}list`} offered={focused ? offered : noneOffered} />
      <Button type="submit" disabled={value.trim() === ''}>
        Add
      </Button>
      {problem !== undefined && <Refused id={`${id}problem`} problem={problem} />}
    </form>
  )
}
