import { apply, type Command, type Model } from '@iam-canvas/core'
import { minimalChanges } from '@iam-canvas/core/changes'
import { useMemo } from 'react'
import type { Asked } from '../canvas/access-lines.ts'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { Button } from '../ui/Button.tsx'
import { accessOf } from '../workspace/access.ts'
import { accessChangeText } from '../workspace/access-change.ts'
import { contextOf, type Pins } from '../workspace/asked-context.ts'
import { commandProposal } from '../workspace/command-proposal.ts'
import { perform } from '../workspace/perform.ts'
import type { Question } from '../workspace/selection.ts'
import { useWorkspace, type Workspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'
import { Prose } from './Prose.tsx'
import { Section } from './Section.tsx'

const mostShown = 4

interface WouldChangeProps {
  readonly question: Question
  readonly asked: Asked
}

/** Changes that flip the answer. Each was tried on a copy of the model before it is offered, side effects counted. */
export function WouldChange({ question, asked }: WouldChangeProps) {
  const model = useWorkspace(state => state.document.model)
  const access = useWorkspace(state => state.access)
  const pins = useWorkspace(state => state.pins)
  const context = contextOf(pins)
  const { principal } = question
  const changes = useMemo(
    () =>
      minimalChanges(model, { principal, action: asked.action, resource: asked.target, context })
        .slice(0, mostShown)
        .map(change => ({
          ...change,
          text: commandProposal(change.command, model),
          effect: effectOf(model, pins, access, change.command),
        })),
    [model, access, principal, asked.action, asked.target, context, pins],
  )
  if (changes.length === 0) return null
  return (
    <Section title="What would change it">
      <ul>
        {changes.map(({ command, decision, text, effect }) => (
          <li key={text} className={styles.proposal}>
            <DecisionGlyph decision={decision} size={15} />
            <span>
              <Prose text={text} />
              {effect && <span className={styles.effect}>{effect} in all</span>}
            </span>
            <Button className={styles.doIt} onClick={() => perform({ command })}>
              Do it
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the change would do to everything else that can be asked. */
function effectOf(model: Model, pins: Pins, access: Workspace['access'], command: Command): string {
  const result = apply(model, command)
  return result.ok ? accessChangeText(access, accessOf(result.model, pins, access)) : ''
}
