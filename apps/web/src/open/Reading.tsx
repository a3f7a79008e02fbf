import styles from './DropZone.module.css'
import { useOpening } from './open-file.ts'

/** Says which file is being read, for as long as it is. */
export function Reading() {
  const reading = useOpening(state => state.reading)
  if (reading === undefined) return null
  return (
    <div role="status" className={styles.cover}>
      <span className={styles.spinner} aria-hidden />
      Reading {reading} …
    </div>
  )
}
