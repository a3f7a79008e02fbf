import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { ReferenceSearch } from '../reference/ReferenceSearch.tsx'
import { openReference } from '../reference/reference-state.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import Library from './Library.tsx'
import styles from './Library.module.css'

type Half = 'policies' | 'actions'

const halves: readonly { readonly value: Half; readonly label: string }[] = [
  { value: 'policies', label: 'Policies' },
  { value: 'actions', label: 'Actions' },
]

/** AWS's vocabulary beside the canvas: its managed policies, or the actions of its services. */
export default function AwsPanel() {
  const [half, setHalf] = useState<Half>('policies')
  return (
    <div className={styles.panel}>
      <div className={styles.halves}>
        <Choice label="What of AWS" value={half} options={halves} onChoose={setHalf} />
        {half === 'actions' && (
          <Button
            look="quiet"
            label="Open the reference in a window of its own"
            icon={<Maximize2 size={14} strokeWidth={1.75} />}
            onClick={() => openReference()}
          />
        )}
      </div>
      {half === 'policies' ? (
        <Library />
      ) : (
        <section className={styles.library} aria-label="Actions of AWS">
          <ReferenceSearch />
        </section>
      )}
    </div>
  )
}
