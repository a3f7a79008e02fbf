import { openPalette } from '../palette/palette-state.ts'
import { Button } from '../ui/Button.tsx'
import { setAccessMode, useWorkspace } from '../workspace/workspace.ts'
import { isUncounted, mostLines } from './drawn-lines.ts'
import styles from './LineNotice.module.css'

/** Only the lines of one thing, and a list to choose it from. */
function refine() {
  setAccessMode('selection')
  openPalette('things')
}

/** Says that lines are not drawn, and what to do about it. A picture that leaves out silently would lie. */
export function LineNotice({ hidden }: { readonly hidden: number }) {
  const mode = useWorkspace(state => state.accessMode)
  const idle = useWorkspace(
    state =>
      state.accessMode === 'selection' && state.selection.kind === 'none' && state.access.targets.length > 0,
  )
  if (hidden > 0) {
    return (
      <div className={`${styles.notice} ${styles.withButton}`}>
        <span role="status">
          {mostLines} lines shown, {isUncounted(hidden) ? 'thousands' : hidden} more not drawn
        </span>
        <Button look="quiet" className={styles.refine} onClick={refine}>
          Refine …
        </Button>
      </div>
    )
  }
  if (mode !== 'selection' || !idle) return null
  return <p className={styles.notice}>Select a user, role, group or resource to see its access lines</p>
}
