import type { Located } from '@iam-canvas/core'
import styles from './PolicyForm.module.css'
import { RemoveButton } from './RemoveButton.tsx'
import { type Offered, ValueField } from './ValueField.tsx'

interface ValueListProps {
  readonly what: string
  readonly values: readonly Located[]
  readonly offered: readonly Offered[]
  readonly onChange: (value: Located, text: string) => string | undefined
  readonly onRemove: (value: Located) => void
}

/** The values of an element, each a field with a way out. The last one stays: an element without a value is refused. */
export function ValueList({ what, values, offered, onChange, onRemove }: ValueListProps) {
  return (
    <ul className={styles.values} aria-label={what}>
      {values.map(value => (
        <li key={value.at}>
          <ValueField
            label={`${what}: ${value.text}`}
            text={value.text}
            offered={offered}
            onChange={text => onChange(value, text)}
          />
          <RemoveButton
            what={value.text}
            stays={values.length === 1 ? 'The last value stays: change it' : undefined}
            onRemove={() => onRemove(value)}
          />
        </li>
      ))}
    </ul>
  )
}
