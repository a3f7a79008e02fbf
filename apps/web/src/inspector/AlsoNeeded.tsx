import { arnOf, explain, type PrincipalId, type Resource } from '@iam-canvas/core'
import { dependentActions } from '@iam-canvas/core/beyond'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { decisionWords } from '../canvas/decision-words.ts'
import { ActionLink } from '../reference/ActionLink.tsx'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

interface AlsoNeededProps {
  readonly principal: PrincipalId
  readonly action: string
  readonly resource: Resource | undefined
}

/** Some calls need a second permission: handing a role to a service needs `iam:PassRole` on it. [S9] */
export function AlsoNeeded({ principal, action, resource }: AlsoNeededProps) {
  const model = useWorkspace(state => state.document.model)
  const context = useAskedContext()
  const needed = dependentActions(action)
  if (needed.length === 0) return null
  const role = resource?.runsAs
  const passed = role && arnOf(model, role)
  return (
    <Section title="The call also needs">
      <ul className={styles.changes}>
        {needed.map(({ action: other, on }) => {
          const asked = on === 'role' ? passed : on === 'any' ? '*' : resource?.arn
          const decision =
            asked && explain(model, { principal, action: other, resource: asked, context }).decision
          return (
            <li key={other} className={styles.need}>
              {decision && <DecisionGlyph decision={decision} size={14} />}
              <span>
                <ActionLink action={other} /> on{' '}
                {on === 'role'
                  ? `the role it hands over${role ? `, ${model.roles[role]?.name ?? role}` : ''}`
                  : 'it'}
                {decision ? `: ${decisionWords[decision]}` : ''}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
