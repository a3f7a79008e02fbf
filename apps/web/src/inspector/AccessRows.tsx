import { entityById, type PrincipalId, type ResourceId } from '@iam-canvas/core'
import type { AccessLine } from '../canvas/access-lines.ts'
import { lineLabel } from '../canvas/words-of-aws.ts'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { decisionTone, decisionWords } from '../canvas/decision-words.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { select, useWorkspace } from '../workspace/workspace.ts'
import styles from './inspector.module.css'

interface AccessRowsProps {
  readonly lines: readonly AccessLine[]
  /** Which end to name: the other one is what is selected. */
  readonly naming: 'principal' | 'resource'
}

const mostShown = 100

/** The lines of the selected thing as a list: the way to them by keyboard and by ear. */
export function AccessRows({ lines, naming }: AccessRowsProps) {
  return (
    <ul>
      {lines.slice(0, mostShown).map(line => (
        <AccessRow key={line.id} line={line} end={naming === 'principal' ? line.principal : line.resource} />
      ))}
      {lines.length > mostShown && <li className={styles.quiet}>and {lines.length - mostShown} more</li>}
    </ul>
  )
}

function AccessRow({ line, end }: { readonly line: AccessLine; readonly end: PrincipalId | ResourceId }) {
  const name = useWorkspace(state => entityById(state.document.model, end)?.name ?? end)
  const [first] = line.asks
  const { principal, resource } = line
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.rowName}
        onClick={() =>
          select({
            kind: 'access',
            question: { principal, resource, ...(first && { action: first.action, target: first.target }) },
          })
        }
      >
        <DecisionGlyph decision={line.decision} />
        <bdi>{shown(name)}</bdi>
        <span className={`${styles.chip} ${styles[decisionTone[line.decision]]}`}>
          {lineLabel(line)}
          <span className="visually-hidden">: {decisionWords[line.decision]}</span>
        </span>
      </button>
    </li>
  )
}
