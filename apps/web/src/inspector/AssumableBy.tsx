import type { Role } from '@iam-canvas/core'
import { useMemo } from 'react'
import { assumableBy } from '../canvas/assumable.ts'
import { count } from '../canvas/node-names.ts'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

const mostListed = 12

/** Who may assume a role: asked of everyone in the model, and whoever outside its trust policy names. */
export function AssumableBy({ role }: { readonly role: Role }) {
  const model = useWorkspace(state => state.document.model)
  const context = useAskedContext()
  const who = useMemo(() => assumableBy(model, role, context), [model, role, context])
  return (
    <Section title={`Assumable by ${who.length === 0 ? 'nobody here' : count(who.length, 'principal')}`}>
      {who.length === 0 && (
        <p className={styles.quiet}>
          Drag a user, a role or someone outside onto it: the trust policy then names them.
        </p>
      )}
      <ul>
        {who.slice(0, mostListed).map(({ id, depends }) => (
          <EntityRow key={id} id={id} {...(depends && { note: 'depends' })} />
        ))}
      </ul>
      {who.length > mostListed && <p className={styles.quiet}>and {who.length - mostListed} more</p>}
    </Section>
  )
}
