import { SlidersHorizontal } from 'lucide-react'
import { cloneElement, lazy, Suspense } from 'react'
import { Button } from '../ui/Button.tsx'
import { isAbsent, type PinnedValue } from '../workspace/asked-context.ts'
import { pinsOf } from '../workspace/document.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { keyLabel } from './known-keys.ts'
import styles from './RequestBar.module.css'
import { showRequest } from './request-panel.ts'

const RequestPopover = lazy(() => import('./RequestPopover.tsx'))

const mostChips = 3

/** Which request every line answers: its settled keys as chips, and the way to settle more. */
export function RequestBar() {
  const pins = useWorkspace(state => pinsOf(state.document))
  const settled = Object.entries(pins)
  const trigger = (
    <Button look="quiet" className={styles.trigger} icon={<SlidersHorizontal size={14} strokeWidth={1.75} />}>
      {settled.length === 0 ? 'Any request' : 'Request'}
    </Button>
  )
  return (
    <div className={styles.bar}>
      <Suspense fallback={cloneElement(trigger, { onClick: () => showRequest(true) })}>
        <RequestPopover trigger={trigger} />
      </Suspense>
      {settled.slice(0, mostChips).map(([key, value]) => (
        <span key={key} className={styles.chip} title={key}>
          {pinWords(key, value)}
        </span>
      ))}
      {settled.length > mostChips && <span className={styles.chip}>+ {settled.length - mostChips}</span>}
    </div>
  )
}

function pinWords(key: string, value: PinnedValue): string {
  const label = keyLabel(key)
  if (isAbsent(value)) return `${label} absent`
  const text = typeof value === 'string' ? value : value.join(', ')
  return text === 'true' ? label : text === 'false' ? `no ${label}` : text
}
