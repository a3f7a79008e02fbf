import type { Resource } from '@iam-canvas/core'
import { resourceKindOf } from '@iam-canvas/reference'
import { useMemo } from 'react'
import { linesOfResource } from '../canvas/access-lines.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { AccessRows } from './AccessRows.tsx'
import { DocumentEditor } from './DocumentEditor.tsx'
import styles from './inspector.module.css'
import { Arn, PanelHead } from './PanelHead.tsx'
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
        canConnect={false}
      />
      {resource.parts.length > 0 && (
        <Section title="Also asked about">
          <ul>
            {resource.parts.map(part => (
              <li key={part} className={styles.part}>
                <Arn arn={part} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={`Who may use ${resource.name}`}>
        {lines.length > 0 ? (
          <AccessRows lines={lines} naming="principal" />
        ) : (
          <p className={styles.quiet}>Nobody: no policy of anyone here allows anything on it.</p>
        )}
      </Section>
      {resource.resourcePolicy !== undefined && (
        <Section title="Resource policy" about="resource-policy">
          <DocumentEditor id={`resource-policy:${resource.id}`} />
        </Section>
      )}
    </>
  )
}
