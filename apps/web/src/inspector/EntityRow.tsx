import { type EntityId, entityById } from '@iam-canvas/core'
import { X } from 'lucide-react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { KindIcon } from '../sidebar/KindIcon.tsx'
import { Button } from '../ui/Button.tsx'
import { select, useWorkspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'

interface EntityRowProps {
  readonly id: EntityId
  readonly note?: string
  /** What taking it away means: "Detach ReadGameOutcome". */
  readonly removeLabel?: string
  readonly onRemove?: () => void
}

/** Something that the selected thing is connected to: click goes there, the cross takes the connection away. */
export function EntityRow({ id, note, removeLabel, onRemove }: EntityRowProps) {
  const entity = useWorkspace(state => entityById(state.document.model, id))
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.rowName}
        onClick={() => select({ kind: 'entities', ids: [id] })}
      >
        <KindIcon
          kind={entity?.kind ?? 'policy'}
          service={entity?.kind === 'resource' ? entity.service : undefined}
        />
        <bdi>{shown(entity?.name ?? id)}</bdi>
        {note && <span className={styles.rowNote}>{note}</span>}
      </button>
      {onRemove && (
        <Button
          look="quiet"
          className={styles.rowRemove}
          label={removeLabel ?? 'Remove'}
          icon={<X size={14} strokeWidth={1.75} />}
          onClick={onRemove}
        />
      )}
    </li>
  )
}
