import type { Resource } from '@iam-canvas/core'
import { accessLevelOf, actionsFor, resourceKindOf } from '@iam-canvas/reference'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { linesOfResource } from '../canvas/access-lines.ts'
import { ResourceTypeLinks } from '../reference/ResourceTypeLinks.tsx'
import { Button } from '../ui/Button.tsx'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { AccessRows } from './AccessRows.tsx'
import { DocumentEditor } from './DocumentEditor.tsx'
import styles from './inspector.module.css'
import { PanelHead } from './PanelHead.tsx'
import { Parts } from './Parts.tsx'
import { RunsAs } from './RunsAs.tsx'
import { Section } from './Section.tsx'

/** A resource: who may do what on it. */
export function ResourcePanel({ resource }: { readonly resource: Resource }) {
  const access = useWorkspace(state => state.access)
  const lines = useMemo(() => linesOfResource(access, resource.id), [access, resource.id])
  return (
    <>
      <PanelHead
        id={resource.id}
        name={resource.name}
        about="resource"
        subtitle={resourceKindOf(resource.arn)?.label ?? resource.service}
        arn={resource.arn}
      />
      <ResourceTypeLinks arn={resource.arn} />
      <Parts resource={resource} />
      <Section title={`Who may use ${resource.name}`}>
        {lines.length > 0 ? (
          <AccessRows lines={lines} naming="principal" />
        ) : (
          <p className={styles.quiet}>Nobody: no policy of anyone here allows anything on it.</p>
        )}
      </Section>
      <RunsAs resource={resource} />
      <Section title="Resource policy" about="resource-policy">
        {resource.resourcePolicy === undefined ? (
          <Button
            look="quiet"
            className={styles.add}
            icon={<Plus size={15} strokeWidth={1.75} />}
            onClick={() =>
              perform({
                command: { type: 'PutResourcePolicy', resource: resource.id, text: startingPolicy(resource) },
              })
            }
          >
            Write a resource policy
          </Button>
        ) : (
          <DocumentEditor id={`resource-policy:${resource.id}`} />
        )}
      </Section>
    </>
  )
}

/** What changes nothing yet: it leaves the decision to the policies of the resource's own account, as before. */
function startingPolicy({ arn, account, service }: Resource): string {
  // A key's policy is the one place that can lock everybody out, so it begins with what AWS begins with. [S1]
  const reading = actionsFor(arn).find(name => accessLevelOf(name) === 'Read') ?? '*'
  const action = service === 'kms' ? 'kms:*' : reading
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: action,
    Resource: arn,
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)
}
