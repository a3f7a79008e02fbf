import { explainThroughRoles } from '@iam-canvas/core/beyond'
import { useMemo } from 'react'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import type { Asked } from '../canvas/access-lines.ts'
import type { Question } from '../workspace/selection.ts'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'
import { pathWords } from './path-words.ts'
import { Section } from './Section.tsx'

const mostShown = 5

/** What the caller cannot do itself, it may be able to do as a role it can become. */
export function ThroughRoles({ question, asked }: { readonly question: Question; readonly asked: Asked }) {
  const model = useWorkspace(state => state.document.model)
  const context = useAskedContext()
  const { principal } = question
  const ways = useMemo(
    () => explainThroughRoles(model, { principal, action: asked.action, resource: asked.target, context }),
    [model, principal, asked.action, asked.target, context],
  )
  if (ways.length === 0) return null
  return (
    <Section title="But it may become a role that can">
      <ul>
        {ways.slice(0, mostShown).map(({ by, explanation }) => (
          <li key={by.role} className={styles.row}>
            <button
              type="button"
              className={styles.rowName}
              onClick={() =>
                select({ kind: 'access', question: { ...question, principal: by.role, ...asked } })
              }
            >
              <DecisionGlyph decision={by.decision === 'Allow' ? explanation.decision : by.decision} />
              <bdi>{pathWords(model, by.path)}</bdi>
            </button>
          </li>
        ))}
        {ways.length > mostShown && <li className={styles.quiet}>and {ways.length - mostShown} more</li>}
      </ul>
    </Section>
  )
}
