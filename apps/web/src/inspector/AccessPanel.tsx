import { entityById, explain } from '@iam-canvas/core'
import { describe } from '@iam-canvas/core/words'
import { BookOpen } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { linesBetween } from '../canvas/access-lines.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { shortResource } from '../canvas/policy-sentences.ts'
import { actionName } from '../canvas/words-of-aws.ts'
import { openActionReference } from '../reference/reference-state.ts'
import { Button } from '../ui/Button.tsx'
import type { Question } from '../workspace/selection.ts'
import { displayNames } from '../workspace/display-names.ts'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { ActionList } from './ActionList.tsx'
import { AlsoNeeded } from './AlsoNeeded.tsx'
import styles from './inspector.module.css'
import { Ladder } from './Ladder.tsx'
import { LitPolicies } from './LitPolicies.tsx'
import { NearMisses } from './NearMisses.tsx'
import { Section } from './Section.tsx'
import { useReferencedAction } from '../reference/action-facts.ts'
import { ThroughRoles } from './ThroughRoles.tsx'
import { UnknownPolicies } from './UnknownPolicies.tsx'
import { Verdict } from './Verdict.tsx'
import { WouldChange } from './WouldChange.tsx'

const ReferenceNotes = lazy(() => import('./ReferenceNotes.tsx'))

/** One question, answered: may she do that, why, which words decide it, and what would change it. */
export function AccessPanel({ question }: { readonly question: Question }) {
  const model = useWorkspace(state => state.document.model)
  const access = useWorkspace(state => state.access)
  const context = useAskedContext()
  const { principal, resource } = question
  const lines = useMemo(() => linesBetween(access, principal, resource), [access, principal, resource])
  const first = lines[0]?.asks[0]
  const action = question.action ?? first?.action
  const target = question.target ?? first?.target
  const referenced = useReferencedAction(action ?? '')
  const { facts } = referenced
  const explanation = useMemo(
    () =>
      action && target ? explain(model, { principal, action, resource: target, context, facts }) : undefined,
    [model, principal, action, target, context, facts],
  )
  const from = entityById(model, principal)?.name ?? principal
  const to = entityById(model, resource)?.name ?? resource
  if (!explanation || !action || !target) {
    return <p className={styles.quiet}>Nothing is known to ask about {shown(to)} yet.</p>
  }
  const described = describe(explanation, displayNames(model))
  return (
    <>
      <header className={styles.head}>
        <p className={styles.kind}>
          <button
            type="button"
            className={styles.crumb}
            onClick={() => select({ kind: 'entities', ids: [principal] })}
          >
            <bdi>{shown(from)}</bdi>
          </button>
          {' → '}
          <button
            type="button"
            className={styles.crumb}
            onClick={() => select({ kind: 'entities', ids: [resource] })}
          >
            <bdi>{shown(to)}</bdi>
          </button>
        </p>
        <h2 className={styles.title}>
          May <bdi>{shown(from)}</bdi> {action}?
        </h2>
        <p className={styles.asked}>on {shortResource(target)}</p>
        <Button
          look="quiet"
          className={styles.add}
          icon={<BookOpen size={14} strokeWidth={1.75} />}
          onClick={() => openActionReference(action)}
        >
          What {actionName(action)} does
        </Button>
      </header>
      <Verdict decision={explanation.decision} headline={described.headline} reason={described.reason} />
      <Suspense fallback={null}>
        <ReferenceNotes
          action={action}
          referenced={referenced}
          explanation={explanation}
          asked={{ principal, resource: target, context }}
        />
      </Suspense>
      {explanation.decision !== 'ExplicitDeny' && <UnknownPolicies principal={principal} />}
      <Section title="How it was decided">
        <Ladder gates={described.gates} />
      </Section>
      <AlsoNeeded principal={principal} action={action} resource={model.resources[resource]} />
      {explanation.decision !== 'Allow' && <ThroughRoles question={question} asked={{ action, target }} />}
      <LitPolicies explanation={explanation} />
      <NearMisses explanation={explanation} />
      <WouldChange question={question} asked={{ action, target }} />
      <Section title={`Everything asked of ${to}`}>
        <ActionList lines={lines} chosen={{ action, target }} question={question} />
      </Section>
    </>
  )
}
