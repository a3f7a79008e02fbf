import type { Explanation } from '@iam-canvas/core'
import { nameOfDocument } from '../workspace/policy-texts.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

/** On an implicit deny: the statements that came nearest, and what each of them lacks. */
export function NearMisses({ explanation }: { readonly explanation: Explanation }) {
  const model = useWorkspace(state => state.document.model)
  const { nearMisses, decision } = explanation
  if (decision !== 'ImplicitDeny' || nearMisses.length === 0) return null
  return (
    <Section title="Nearest statements" about="near-miss">
      <ul className={styles.changes}>
        {nearMisses.slice(0, 4).map(miss => (
          <li key={`${miss.policyId} ${miss.at}`}>
            <b>{nameOfDocument(model, miss.policyId)}</b>
            {miss.sid ? ` (${miss.sid})` : ''}: its {miss.failed.join(' and ')}{' '}
            {miss.failed.length > 1 ? 'do' : 'does'} not match.
            {miss.wanted.map(({ element, value }) => (
              <span key={`${element} ${value}`}>
                {' '}
                {element} would have to cover <code>{value}</code>.
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
