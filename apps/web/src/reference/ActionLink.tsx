import styles from './ActionLink.module.css'
import { openActionReference } from './reference-state.ts'

/** An action by its full name; choosing it opens its page of the reference. */
export function ActionLink({ action }: { readonly action: string }) {
  return (
    <button
      type="button"
      className={styles.link}
      title={`What ${action} does, in the reference`}
      onClick={() => openActionReference(action)}
    >
      <code>{action}</code>
    </button>
  )
}
