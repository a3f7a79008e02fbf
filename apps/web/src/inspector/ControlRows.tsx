import type { Account, OrganizationalUnit } from '@iam-canvas/core'
import { Plus } from 'lucide-react'
import { containersOf } from '../canvas/containment.ts'
import { controlShort, controlsOn } from '../canvas/frame-words.ts'
import { openConnect } from '../connect/connect-state.ts'
import { Button } from '../ui/Button.tsx'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

/** The SCPs and RCPs that bind an account or OU: its own, and those of the OUs around it. */
export function ControlRows({ entity }: { readonly entity: Account | OrganizationalUnit }) {
  const document = useWorkspace(state => state.document)
  const { model } = document
  if (!model.organization) return null
  const around = containersOf(document, entity.id).flatMap(id => (id.startsWith('ou:') ? id : []))
  const inherited = around.flatMap(id => {
    // Checked by its prefix just above.
    const ou = model.ous[id as `ou:${string}`]
    return ou ? controlsOn(model, ou).map(policy => ({ policy, ou })) : []
  })
  return (
    <Section title="Control policies: the most that anyone here may do">
      <ul>
        {controlsOn(model, entity).map(policy => (
          <EntityRow
            key={policy.id}
            id={policy.id}
            note={controlShort(policy)}
            removeLabel={`Detach ${policy.name}`}
            onRemove={() =>
              perform({ command: { type: 'DetachPolicy', policy: policy.id, target: entity.id } })
            }
          />
        ))}
        {inherited.map(({ policy, ou }) => (
          <EntityRow key={`${ou.id} ${policy.id}`} id={policy.id} note={`from ${ou.name}`} />
        ))}
      </ul>
      <Button
        look="quiet"
        className={styles.add}
        icon={<Plus size={14} strokeWidth={1.75} />}
        onClick={() => openConnect(entity.id)}
      >
        Attach a control policy …
      </Button>
    </Section>
  )
}
