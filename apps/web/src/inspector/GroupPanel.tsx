import { arnOf, type Group, membersOf } from '@iam-canvas/core'
import { detachCommand } from '../canvas/detach.ts'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import { HeldPolicies } from './HeldPolicies.tsx'
import styles from './inspector.module.css'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'

/** A group: who is in it, and what it lends them. */
export function GroupPanel({ group }: { readonly group: Group }) {
  const model = useWorkspace(state => state.document.model)
  const members = membersOf(model, group.id)
  return (
    <>
      <PanelHead
        id={group.id}
        name={group.name}
        subtitle="Group"
        about="group"
        arn={arnOf(model, group.id)}
      />
      <p className={styles.lead}>A group is not a principal: it lends its policies to its members.</p>
      <Section title="Members">
        {members.length === 0 && <p className={styles.quiet}>Nobody yet. Drag users into the group.</p>}
        <ul>
          {members.map(user => (
            <EntityRow
              key={user}
              id={user}
              removeLabel={`Remove ${model.users[user]?.name ?? user} from the group`}
              onRemove={() => {
                const command = detachCommand(model, { kind: 'member', source: user, target: group.id })
                if (command) perform({ command })
              }}
            />
          ))}
        </ul>
      </Section>
      <HeldPolicies holder={group} />
    </>
  )
}
