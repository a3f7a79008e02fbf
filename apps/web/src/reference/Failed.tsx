import { RotateCw } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import styles from './Failed.module.css'

interface FailedProps {
  readonly error: Error
  readonly busy: boolean
  readonly retry: () => void
}

/** Something of the reference that could not be loaded: why, and the way to try again. */
export function Failed({ error, busy, retry }: FailedProps) {
  return (
    <div role="alert" className={styles.failed}>
      <p>{error.message}</p>
      <Button disabled={busy} icon={<RotateCw size={14} strokeWidth={1.75} />} onClick={retry}>
        Try again
      </Button>
    </div>
  )
}
