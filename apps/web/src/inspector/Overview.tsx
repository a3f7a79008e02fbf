import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import { Term } from '../concepts/Term.tsx'
import { count } from '../canvas/node-names.ts'
import styles from './inspector.module.css'
import { Section } from './Section.tsx'

/** Nothing selected: what the model holds, how to read the lines, and what to try. */
export function Overview() {
  const model = useWorkspace(state => state.document.model)
  const size = (records: object) => Object.keys(records).length
  return (
    <>
      <header className={styles.head}>
        <p className={styles.kind}>Model</p>
        <h2 className={styles.title}>{model.name}</h2>
        <p className={styles.lead}>
          {count(size(model.users), 'user')}, {count(size(model.groups), 'group')},{' '}
          {count(size(model.roles), 'role')}, {count(size(model.policies), 'policy', 'policies')},{' '}
          {count(size(model.resources), 'resource')}.
        </p>
      </header>
      <Section title="How to read the lines">
        <ul className={styles.legend}>
          <li>
            <DecisionGlyph decision="Allow" />{' '}
            <b>
              <Term id="allow">Allowed</Term>
            </b>{' '}
            a policy allows it and nothing denies it
          </li>
          <li>
            <DecisionGlyph decision="ExplicitDeny" />{' '}
            <b>
              <Term id="explicit-deny">Explicit deny</Term>
            </b>{' '}
            a Deny wins over every Allow
          </li>
          <li>
            <DecisionGlyph decision="DependsOnContext" />{' '}
            <b>
              <Term id="depends">Depends</Term>
            </b>{' '}
            on MFA, address, time or another key
          </li>
          <li>
            <DecisionGlyph decision="ImplicitDeny" />{' '}
            <b>
              <Term id="implicit-deny">Implicit deny</Term>
            </b>{' '}
            nothing allows it
          </li>
        </ul>
      </Section>
      <Section title="Try this">
        <ol className={styles.steps}>
          <li>Click a coloured line to see why it is there.</li>
          <li>Drag a policy onto a user, group or role to attach it.</li>
          <li>Drag a user into a group to make it a member.</li>
          <li>Select a policy and edit its text: the lines follow as you type.</li>
          <li>
            Drop the output of <code>aws iam get-account-authorization-details</code> to open a real account.
          </li>
        </ol>
      </Section>
    </>
  )
}
