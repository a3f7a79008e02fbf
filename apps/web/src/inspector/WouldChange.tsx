import { apply, type Command } from '@iam-canvas/core'
import { minimalChanges } from '@iam-canvas/core/changes'
import { useEffect, useMemo, useState } from 'react'
import type { Asked } from '../canvas/access-lines.ts'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { Button } from '../ui/Button.tsx'
import { accessOf } from '../workspace/access.ts'
import { accessChangeText, changeText } from '../workspace/access-change.ts'
import { contextOf, type Pins } from '../workspace/asked-context.ts'
import { commandProposal } from '../workspace/command-proposal.ts'
import { effectElsewhere, isDecidedElsewhere } from '../workspace/deciding/large-models.ts'
import { pinsOf } from '../workspace/document.ts'
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
  const pins = useWorkspace(state => pinsOf(state.document))
  const context = contextOf(pins)
  const { principal } = question
  const changes = useMemo(
    () =>
      minimalChanges(model, { principal, action: asked.action, resource: asked.target, context })
        .slice(0, mostShown)
        .map(change => ({ ...change, text: commandProposal(change.command, model) })),
    [model, principal, asked.action, asked.target, context],
  )
  if (changes.length === 0) return null
  return (
    <Section title="What would change it">
      <ul>
        {changes.map(({ command, decision, text }) => (
          <li key={text} className={styles.proposal}>
            <DecisionGlyph decision={decision} size={15} />
            <span>
              <Prose text={text} />
              <SideEffect command={command} />
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
function SideEffect({ command }: { readonly command: Command }) {
  const text = useEffectOf(command)
  return text ? <span className={styles.effect}>{text} in all</span> : null
}

function useEffectOf(command: Command): string {
  const model = useWorkspace(state => state.document.model)
  const access = useWorkspace(state => state.access)
  const deciding = useWorkspace(state => state.deciding)
  const pins = useWorkspace(state => pinsOf(state.document))
  const elsewhere = useWorkspace(state => isDecidedElsewhere(state.document.model, state.opened))
  const [told, setTold] = useState('')
  useEffect(() => {
    if (!elsewhere || deciding) return undefined
    let current = true
    void effectElsewhere(command).then(change => current && setTold(change ? changeText(change) : ''))
    return () => {
      current = false
    }
  }, [elsewhere, command, deciding])
  const here = useMemo(
    () => (elsewhere ? '' : effectOf(model, pins, access, command)),
    [elsewhere, model, pins, access, command],
  )
  return elsewhere ? told : here
}

function effectOf(
  model: Workspace['document']['model'],
  pins: Pins,
  access: Workspace['access'],
  command: Command,
): string {
  const result = apply(model, command)
  return result.ok ? accessChangeText(access, accessOf(result.model, pins, access)) : ''
}
