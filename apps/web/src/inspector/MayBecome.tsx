import type { PrincipalId } from '@iam-canvas/core'
import { assumableRoles } from '@iam-canvas/core/beyond'
import { useMemo } from 'react'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import { pathWords } from './path-words.ts'
import { Section } from './Section.tsx'

/** The roles that a principal can become, with the way there when it is not direct. */
export function MayBecome({ principal }: { readonly principal: PrincipalId }) {
  const model = useWorkspace(state => state.document.model)
  const context = useAskedContext()
  const roles = useMemo(() => assumableRoles(model, principal, { context }), [model, principal, context])
  if (roles.length === 0) return null
  return (
    <Section title="May become (sts:AssumeRole)" about="assume-role">
      <ul>
        {roles.map(({ role, path, decision }) => (
          <EntityRow
            key={role}
            id={role}
            note={[
              path.length > 1 && `by way of ${pathWords(model, path.slice(0, -1))}`,
              decision !== 'Allow' && 'depends',
            ]
              .filter(Boolean)
              .join(', ')}
          />
        ))}
      </ul>
    </Section>
  )
}
