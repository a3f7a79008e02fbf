import type { EntityId } from '@iam-canvas/core'
import { Trash2 } from 'lucide-react'
import { deleteSelection } from '../canvas/deletion.ts'
import { Button } from '../ui/Button.tsx'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'

/** Several things selected at once. */
export function ManyPanel({ ids, notes }: { readonly ids: readonly EntityId[]; readonly notes: number }) {
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>{ids.length + notes} selected</h2>
        <div className={styles.actions}>
          <Button look="danger" icon={<Trash2 size={14} strokeWidth={1.75} />} onClick={deleteSelection}>
            Delete all
          </Button>
        </div>
      </header>
      <ul>
        {ids.map(id => (
          <EntityRow key={id} id={id} />
        ))}
      </ul>
      {notes > 0 && <p className={styles.quiet}>{notes === 1 ? 'and a note' : `and ${notes} notes`}</p>}
    </>
  )
}
