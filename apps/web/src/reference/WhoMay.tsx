import { entityById } from '@iam-canvas/core'
import type { ReferenceAction, ServiceReference } from '@iam-canvas/reference/compiled'
import { useMemo, useState } from 'react'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { decisionWords } from '../canvas/decision-words.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { shortResource } from '../canvas/policy-sentences.ts'
import { Button } from '../ui/Button.tsx'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import styles from './ReferenceDialog.module.css'
import { closeReference } from './reference-state.ts'
import { type MayRow, whoMay } from './who-may.ts'

interface WhoMayProps {
  readonly service: ServiceReference
  readonly action: ReferenceAction
}

const atOnce = 12

/** Who in the open model may do it, as the engine decides; choosing one shows why. */
export function WhoMay({ service, action }: WhoMayProps) {
  const model = useWorkspace(state => state.document.model)
  const context = useAskedContext()
  const [most, setMost] = useState(atOnce)
  const { asked, madeUp, rows, others } = useMemo(
    () => whoMay(model, service, action, context),
    [model, service, action, context],
  )
  const [first] = asked
  return (
    <section aria-label="Who in this model may do it">
      <h4>Who in this model may do it</h4>
      {madeUp && (
        <p className={styles.lead}>
          Nothing in the model takes it, so it was asked of <code>{first?.arn}</code>, which nobody names.
        </p>
      )}
      {rows.length === 0 && <p className={styles.lead}>Nobody: no policy of anyone here allows it.</p>}
      <ul className={styles.rows}>
        {rows.slice(0, most).map(row => (
          <Principal key={row.principal} row={row} action={`${service.prefix}:${action.name}`} />
        ))}
      </ul>
      {rows.length > most && (
        <Button look="quiet" onClick={() => setMost(most + 100)}>
          Show {rows.length - most} more
        </Button>
      )}
      {rows.length > 0 && others > 0 && (
        <p className={styles.lead}>
          Nothing allows it to{' '}
          {others === 1 ? 'the other user or role' : `the other ${others} users and roles`}.
        </p>
      )}
    </section>
  )
}

function Principal({ row, action }: { readonly row: MayRow; readonly action: string }) {
  const model = useWorkspace(state => state.document.model)
  const { principal, decision, on } = row
  const [first] = on
  const open = () => {
    closeReference()
    select(
      first?.resource
        ? {
            kind: 'access',
            question: { principal, resource: first.resource, action, target: first.arn },
          }
        : { kind: 'entities', ids: [principal] },
    )
  }
  return (
    <li>
      <button type="button" className={styles.link} onClick={open}>
        <span className={styles.who}>
          <DecisionGlyph decision={decision} size={14} />
          <bdi>{shown(entityById(model, principal)?.name ?? principal)}</bdi>
        </span>
      </button>
      <span className={styles.end}>
        {decisionWords[decision]} on{' '}
        {on.length === 1 && first ? shortResource(first.arn) : `${on.length} resources`}
      </span>
    </li>
  )
}
