import { saveToFile } from '../open/save-file.ts'
import { Button } from '../ui/Button.tsx'
import { useSaveState } from '../workspace/autosave.ts'
import styles from './SaveState.module.css'

/** Whether the work is safe. When it is not: why, and the way out. */
export function SaveState() {
  const { state } = useSaveState()
  if (state.kind === 'failed') {
    return (
      <span role="alert" className={styles.failed}>
        Not saved: {state.reason}
        <Button look="quiet" className={styles.rescue} onClick={saveToFile}>
          Save to a file
        </Button>
      </span>
    )
  }
  return (
    <span className={styles.state} data-save-state={state.kind}>
      {state.kind === 'saving' ? 'saving …' : 'saved'}
    </span>
  )
}
