import type { EntityId } from '@iam-canvas/core'
import { Cable, Pencil, Trash2 } from 'lucide-react'
import { deleteSelection } from '../canvas/deletion.ts'
import { Term } from '../concepts/Term.tsx'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { openConnect } from '../connect/connect-state.ts'
import { Button } from '../ui/Button.tsx'
import { rename } from '../workspace/workspace.ts'
import styles from './inspector.module.css'

interface PanelHeadProps {
  readonly id: EntityId
  readonly name: string
  readonly subtitle: string
  /** The word of IAM that the subtitle is. */
  readonly about?: string
  readonly arn?: string | undefined
  readonly canConnect?: boolean
}

/** Name, kind and ARN of what is selected, and the edits that everything has. */
export function PanelHead({ id, name, subtitle, about, arn, canConnect = true }: PanelHeadProps) {
  return (
    <header className={styles.head}>
      <p className={styles.kind}>{about ? <Term id={about}>{subtitle}</Term> : subtitle}</p>
      <h2 className={styles.title}>
        <bdi>{shown(name)}</bdi>
      </h2>
      {arn && <Arn arn={arn} />}
      <div className={styles.actions}>
        {canConnect && (
          <Button icon={<Cable size={15} strokeWidth={1.75} />} onClick={() => openConnect(id)}>
            Connect …
          </Button>
        )}
        <Button label="Rename" icon={<Pencil size={14} strokeWidth={1.75} />} onClick={() => rename(id)} />
        <Button
          look="danger"
          label="Delete"
          icon={<Trash2 size={14} strokeWidth={1.75} />}
          onClick={deleteSelection}
        />
      </div>
    </header>
  )
}

/** An ARN, broken after its colons rather than anywhere. */
export function Arn({ arn }: { readonly arn: string }) {
  return (
    <code className={styles.arn} dir="ltr">
      {arn.split(/(?<=[:/])/).map((part, index) => (
        // The parts of an ARN have an order and no other identity.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index}>
          {shown(part)}
          <wbr />
        </span>
      ))}
    </code>
  )
}
