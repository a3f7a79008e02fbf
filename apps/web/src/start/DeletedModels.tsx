import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { count } from '../canvas/node-names.ts'
import { takeBack } from '../open/remove-model.ts'
import { Button } from '../ui/Button.tsx'
import { daysUntilPurged, listDeletedModels } from '../workspace/saved-models.ts'
import { ago } from './ago.ts'
import { removeForGood } from './model-actions.ts'
import styles from './StartPage.module.css'

/** What was deleted lately, and the way back. */
export function DeletedModels() {
  const [asking, setAsking] = useState(false)
  const { data: deleted = [] } = useQuery({ queryKey: ['models', 'deleted'], queryFn: listDeletedModels })
  if (deleted.length === 0) return null
  return (
    <details className={styles.deleted}>
      <summary>Deleted: {count(deleted.length, 'model')}</summary>
      <p className={styles.quiet}>
        {asking
          ? `Remove ${count(deleted.length, 'model')} with all versions? Nothing brings them back then. `
          : `A deleted model can be taken back for ${daysUntilPurged} days. `}
        {asking && (
          <Button look="quiet" className={styles.small} onClick={() => setAsking(false)}>
            Keep them
          </Button>
        )}
        <Button
          look="danger"
          className={styles.small}
          onClick={() => {
            setAsking(!asking)
            if (asking) void removeForGood(deleted.map(({ id }) => id))
          }}
        >
          {asking ? 'Remove for good' : 'Remove all for good …'}
        </Button>
      </p>
      <ul aria-label="Deleted models">
        {deleted.map(({ id, name, deletedAt }) => (
          <li key={id} className={styles.row}>
            <bdi className={styles.name}>{shown(name)}</bdi>
            <span className={styles.quiet}>deleted {ago(deletedAt ?? 0)}</span>
            <Button onClick={() => void takeBack(id)} aria-label={`Take back ${shown(name)}`}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
