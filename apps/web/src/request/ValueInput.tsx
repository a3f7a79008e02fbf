import { useId } from 'react'
import type { KeyForm } from './key-forms.ts'
import styles from './RequestPopover.module.css'

interface ValueInputProps {
  readonly name: string
  readonly form: KeyForm
  readonly many: boolean
  readonly text: string
  readonly suggestions: readonly string[]
  readonly problemId: string | undefined
  readonly onType: (text: string) => void
}

/** The field for a key's value: a choice, a calendar, or text with what the policies and the model suggest. */
export function ValueInput({ name, form, many, text, suggestions, problemId, onType }: ValueInputProps) {
  const list = useId()
  const common = {
    className: styles.value,
    'aria-label': `Value of ${name}`,
    'aria-invalid': problemId !== undefined,
    'aria-describedby': problemId,
  }
  if (form === 'bool') {
    return (
      <select {...common} value={text.toLowerCase()} onChange={event => onType(event.target.value)}>
        <option value="true">true</option>
        <option value="false">false</option>
      </select>
    )
  }
  if (form === 'moment') {
    return (
      <>
        <input
          {...common}
          type="datetime-local"
          value={clockTime(text)}
          onChange={event => onType(event.target.value === '' ? '' : `${event.target.value}:00Z`)}
        />
        <span className={styles.zone}>UTC</span>
      </>
    )
  }
  return (
    <>
      <input
        {...common}
        list={suggestions.length > 0 ? list : undefined}
        inputMode={form === 'number' ? 'decimal' : undefined}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={event => onType(event.target.value)}
      />
      {suggestions.length > 0 && !many && (
        <datalist id={list}>
          {suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

/** The moment as a calendar field takes it: to the minute, in UTC, without saying so. */
function clockTime(text: string): string {
  const at = Date.parse(/^\d+$/.test(text) ? new Date(Number(text) * 1000).toISOString() : text)
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 16)
}
