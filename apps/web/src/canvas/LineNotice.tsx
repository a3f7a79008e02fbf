import { useWorkspace } from '../workspace/workspace.ts'
import { isUncounted, mostLines } from './drawn-lines.ts'
import styles from './LineNotice.module.css'

/** Says that lines are not drawn, and what to do about it. A picture that leaves out silently would lie. */
export function LineNotice({ hidden }: { readonly hidden: number }) {
  const mode = useWorkspace(state => state.accessMode)
  const idle = useWorkspace(
    state =>
      state.accessMode === 'selection' && state.selection.kind === 'none' && state.access.targets.length > 0,
  )
  if (hidden > 0) {
    return (
      <p role="status" className={styles.notice}>
        {mostLines} lines shown, {isUncounted(hidden) ? 'thousands' : hidden} more not drawn. Select a node to
        see its lines.
      </p>
    )
  }
  if (mode !== 'selection' || !idle) return null
  return <p className={styles.notice}>Select a user, role, group or resource to see its access lines</p>
}
