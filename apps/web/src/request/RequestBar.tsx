import { SlidersHorizontal } from 'lucide-react'
import { cloneElement, lazy, Suspense, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import type { Pin } from '../workspace/asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { keyLabel } from './known-keys.ts'
import styles from './RequestBar.module.css'

const RequestPopover = lazy(() => import('./RequestPopover.tsx'))

const mostChips = 3

/** Which request every line answers: its settled keys as chips, and the way to settle more. */
export function RequestBar() {
  const pins = useWorkspace(state => state.pins)
  const [wanted, setWanted] = useState(false)
  const settled = Object.entries(pins)
  const trigger = (
    <Button look="quiet" className={styles.trigger} icon={<SlidersHorizontal size={14} strokeWidth={1.75} />}>
      {settled.length === 0 ? 'Any request' : 'Request'}
    </Button>
  )
  return (
    <div className={styles.bar}>
      <Suspense fallback={cloneElement(trigger, { onClick: () => setWanted(true) })}>
        <RequestPopover trigger={trigger} defaultOpen={wanted} />
      </Suspense>
      {settled.slice(0, mostChips).map(([key, pin]) => (
        <span key={key} className={styles.chip} title={key}>
          {pinWords(key, pin)}
        </span>
      ))}
      {settled.length > mostChips && <span className={styles.chip}>+ {settled.length - mostChips}</span>}
    </div>
  )
}

function pinWords(key: string, pin: Pin): string {
  const label = keyLabel(key)
  if (pin.state === 'absent') return `${label} absent`
  return pin.value === 'true' ? label : pin.value === 'false' ? `no ${label}` : pin.value
}
