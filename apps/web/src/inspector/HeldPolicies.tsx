import type { DocumentId, Group, Role, User } from '@iam-canvas/core'
import { Plus } from 'lucide-react'
import { detachCommand } from '../canvas/detach.ts'
import { openConnect } from '../connect/connect-state.ts'
import { Button } from '../ui/Button.tsx'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import { InlineRow } from './InlineRow.tsx'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

/** The policies of a user, group or role: attached, lent by groups, inline, and the boundary. */
export function HeldPolicies({ holder }: { readonly holder: User | Group | Role }) {
  const model = useWorkspace(state => state.document.model)
  const lent =
    holder.kind === 'user'
      ? holder.groups.flatMap(id =>
          (model.groups[id]?.attachedPolicies ?? []).map(policy => ({ policy, group: id })),
        )
      : []
  const boundary = holder.kind === 'group' ? undefined : holder.permissionsBoundary
  const take = (command: ReturnType<typeof detachCommand>) => command && perform({ command })
  return (
    <>
      <Section title="Policies" about="identity-policy">
        <ul>
          {holder.attachedPolicies.map(policy => (
            <EntityRow
              key={policy}
              id={policy}
              removeLabel={`Detach ${model.policies[policy]?.name ?? policy}`}
              onRemove={() =>
                take(detachCommand(model, { kind: 'attachment', source: holder.id, target: policy }))
              }
            />
          ))}
          {lent.map(({ policy, group }) => (
            <EntityRow
              key={`${group} ${policy}`}
              id={policy}
              note={`through ${model.groups[group]?.name ?? group}`}
            />
          ))}
          {holder.inlinePolicies.map(({ name }) => (
            // `inline:` and the owner's id is how core names the document.
            <InlineRow
              key={name}
              id={`inline:${holder.id}/${name}` as DocumentId}
              holder={holder}
              name={name}
            />
          ))}
        </ul>
        <Button
          look="quiet"
          className={styles.add}
          icon={<Plus size={14} strokeWidth={1.75} />}
          onClick={() => openConnect(holder.id)}
        >
          Attach a policy …
        </Button>
      </Section>
      {boundary && (
        <Section title="Permissions boundary" about="boundary">
          <ul>
            <EntityRow
              id={boundary}
              removeLabel="Remove the boundary"
              onRemove={() =>
                take(detachCommand(model, { kind: 'boundary', source: holder.id, target: boundary }))
              }
            />
          </ul>
        </Section>
      )}
    </>
  )
}
