import { arnOf, type Policy, usesOf } from '@iam-canvas/core'
import { lazy, Suspense } from 'react'
import { detachCommand } from '../canvas/detach.ts'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { DocumentEditor } from './DocumentEditor.tsx'
import { EntityRow } from './EntityRow.tsx'
import styles from './inspector.module.css'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'
import { capitalized } from '../ui/capitalized.ts'

const nouns = {
  identity: 'policy',
  'service-control': 'service control policy',
  'resource-control': 'resource control policy',
} as const
const AwsPolicySection = lazy(() => import('../library/AwsPolicySection.tsx'))

/** A policy: its text, and who has it. */
export function PolicyPanel({ policy }: { readonly policy: Policy }) {
  const model = useWorkspace(state => state.document.model)
  const { attachedTo: holders, boundaryOf, controls } = usesOf(model, policy.id)
  const control = policy.purpose !== 'identity'
  const attachedTo = control ? controls : holders
  const noun = nouns[policy.purpose]
  return (
    <>
      <PanelHead
        id={policy.id}
        name={policy.name}
        about={policy.account === 'aws' ? 'managed-policy' : 'policy'}
        subtitle={policy.account === 'aws' ? `AWS managed ${noun}` : capitalized(noun)}
        arn={arnOf(model, policy.id)}
      />
      {policy.description && <p className={styles.lead}>{policy.description}</p>}
      {policy.text === undefined ? (
        <p className={styles.notice}>
          The file that was opened names this policy but does not carry its text. Nothing can be said about
          what it allows, so it counts as allowing nothing.
        </p>
      ) : (
        <DocumentEditor id={policy.id} readOnly={policy.account === 'aws'} />
      )}
      {policy.account === 'aws' && (
        <Suspense>
          <AwsPolicySection policy={policy} />
        </Suspense>
      )}
      <Section title="Attached to">
        {attachedTo.length === 0 && (
          <p className={styles.quiet}>
            {control
              ? 'Nothing. It grants nothing, and limits only what it is attached to: drag it onto an account or OU.'
              : 'Nobody. By itself a policy does nothing: drag it onto a user, group or role.'}
          </p>
        )}
        <ul>
          {attachedTo.map(holder => (
            <EntityRow
              key={holder}
              id={holder}
              removeLabel={`Detach from ${holder}`}
              onRemove={() => {
                const command = detachCommand(
                  model,
                  control
                    ? { kind: 'control', source: policy.id, target: holder }
                    : { kind: 'attachment', source: holder, target: policy.id },
                )
                if (command) perform({ command })
              }}
            />
          ))}
        </ul>
      </Section>
      {boundaryOf.length > 0 && (
        <Section title="Permissions boundary of" about="boundary">
          <ul>
            {boundaryOf.map(holder => (
              <EntityRow key={holder} id={holder} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
