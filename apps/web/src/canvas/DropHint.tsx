import { Ban } from 'lucide-react'
import { useDrag } from './drag-state.ts'
import { changeText } from '../workspace/access-change.ts'
import { usePreview } from '../preview/preview-state.ts'
import styles from './DropHint.module.css'

/** Beside the pointer while dragging: what a drop here would do, or why it is refused. */
export function DropHint() {
  const { verdict, pointer } = useDrag()
  const effect = usePreview(state => state.effect)
  if (!verdict || !pointer) return null
  // Near the right edge the hint goes to the left of the pointer, so that it is never cut off.
  const flip = pointer.x > window.innerWidth - 340
  return (
    <div
      role="status"
      className={`${styles.hint} ${verdict.ok ? styles.ok : ''}`}
      style={{
        left: pointer.x + (flip ? -14 : 14),
        top: pointer.y + 18,
        translate: flip ? '-100%' : undefined,
      }}
    >
      {!verdict.ok && <Ban size={14} strokeWidth={2} aria-hidden />}
      <span>
        {verdict.ok ? verdict.verb : verdict.reason}
        {verdict.ok && effect && (
          <span className={styles.effect}>{changeText(effect) || 'changes no access'}</span>
        )}
      </span>
    </div>
  )
}
