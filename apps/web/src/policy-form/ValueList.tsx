import type { Located } from '@iam-canvas/core'
import { X } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import styles from './PolicyForm.module.css'

interface ValueListProps {
  readonly what: string
  readonly values: readonly Located[]
  readonly onRemove: (value: string) => void
}

/** The values of an element, each with a way out. The last one stays: an element without a value is refused. */
export function ValueList({ what, values, onRemove }: ValueListProps) {
  return (
    <ul className={styles.values} aria-label={what}>
      {values.map(({ text, at }) => (
        <li key={at}>
          <code>{text}</code>
          <Button
            look="quiet"
            className={styles.out}
            label={`Take out ${text}`}
            disabled={values.length === 1}
            icon={<X size={13} strokeWidth={1.75} />}
            onClick={() => onRemove(text)}
          />
        </li>
      ))}
    </ul>
  )
}
