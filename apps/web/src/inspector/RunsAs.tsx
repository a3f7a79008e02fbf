import type { Resource } from '@iam-canvas/core'
import { Plus } from 'lucide-react'
import { runnerOf } from '../canvas/drops/resources.ts'
import { openConnect } from '../connect/connect-state.ts'
import { Button } from '../ui/Button.tsx'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

/** The role of what runs code; other resources have none. */
export function RunsAs({ resource }: { readonly resource: Resource }) {
  const role = useWorkspace(state => resource.runsAs && state.document.model.roles[resource.runsAs])
  if (!role && runnerOf(resource) === undefined) return null
  return (
    <Section title="Runs as" about="runs-as">
      {role && (
        <ul>
          <EntityRow
            id={role.id}
            removeLabel={`Stop running as ${role.name}`}
            onRemove={() => perform({ command: { type: 'SetRunsAs', resource: resource.id } })}
          />
        </ul>
      )}
      <Button
        look="quiet"
        className={styles.add}
        icon={<Plus size={14} strokeWidth={1.75} />}
        onClick={() => openConnect(resource.id)}
      >
        {role ? 'Run as another role …' : 'Give it a role …'}
      </Button>
    </Section>
  )
}
