import { arnOf, explain, type PrincipalId, recordsIn, type Role } from '@iam-canvas/core'
import { useMemo } from 'react'
import { trustedEntities } from '../canvas/trust-words.ts'
import { count } from '../canvas/node-names.ts'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

const mostAsked = 2_000
const mostListed = 12

/** Who may assume a role: asked of everyone in the model, and whoever outside its trust policy names. */
export function AssumableBy({ role }: { readonly role: Role }) {
  const model = useWorkspace(state => state.document.model)
  const context = useAskedContext()
  const who = useMemo(() => {
    const resource = arnOf(model, role.id) ?? ''
    const inside: PrincipalId[] = [...recordsIn(model, 'users'), ...recordsIn(model, 'roles')].map(
      ({ id }) => id,
    )
    const may = inside.slice(0, mostAsked).flatMap(principal => {
      if (principal === role.id) return []
      const { decision } = explain(model, { principal, action: 'sts:AssumeRole', resource, context })
      const allowed = decision === 'Allow' || decision === 'DependsOnContext'
      return allowed ? [{ id: principal, depends: decision !== 'Allow' }] : []
    })
    const outside = trustedEntities(model, role).filter(id => id.startsWith('external:'))
    return [...may, ...outside.map(id => ({ id, depends: false }))]
  }, [model, role, context])
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
