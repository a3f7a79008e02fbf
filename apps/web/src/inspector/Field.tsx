import { useId } from 'react'
import styles from './fields.module.css'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly code?: boolean
  readonly onChange: (value: string) => void
}

/** One line of text with its label. Enter or leaving keeps it, Escape goes back. */
export function Field({ label, value, code, onChange }: FieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // What was refused is shown as it was.
        key={value}
        className={code ? styles.code : ''}
        defaultValue={value}
        spellCheck={false}
        onBlur={event => {
          const next = event.currentTarget.value.trim()
          if (next !== value) onChange(next)
          event.currentTarget.value = value
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') event.currentTarget.value = value
        }}
      />
    </div>
  )
}
