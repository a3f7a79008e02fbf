import { useId, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './PolicyForm.module.css'

interface AddFieldProps {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onAdd: (value: string) => void
}

/** A text with things to choose from, and a button that adds it. */
export function AddField({ label, options, onAdd }: AddFieldProps) {
  const [value, setValue] = useState('')
  const id = useId()
  return (
    <form
      className={styles.add}
      onSubmit={event => {
        event.preventDefault()
        const text = value.trim()
        if (text === '') return
        onAdd(text)
        setValue('')
      }}
    >
      <input
        aria-label={label}
        placeholder={label}
        list={id}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        onChange={event => setValue(event.target.value)}
      />
      <datalist id={id}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </datalist>
      <Button type="submit" disabled={value.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
