import { entityById } from '@iam-canvas/core'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { AccessLine } from '../canvas/access-lines.ts'
import { lineLabel } from '../canvas/words-of-aws.ts'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { hintAt } from '../canvas/hinted-line.ts'
import { count } from '../canvas/node-names.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { select, useWorkspace } from '../workspace/workspace.ts'
import styles from './RequestPopover.module.css'

interface KeyLineListProps {
  readonly label: string
  readonly lines: readonly AccessLine[]
  /** More lines than these may hang on the key. */
  readonly more: boolean
}

const mostShown = 40

/** The lines that settling a key would decide. Pointing at one shows it on the canvas, choosing it selects it. */
export function KeyLineList({ label, lines, more }: KeyLineListProps) {
  const [open, setOpen] = useState(false)
  if (lines.length === 0) return null
  return (
    <div className={styles.lines}>
      <button
        type="button"
        className={styles.effect}
        aria-expanded={open}
        aria-label={`${count(lines.length, 'line')} would change with ${label}`}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={13} strokeWidth={2} className={open ? styles.opened : ''} aria-hidden />
        {more && 'at least '}
        {count(lines.length, 'line')} would change
      </button>
      {open && (
        <ul>
          {lines.slice(0, mostShown).map(line => (
            <KeyLineRow key={line.id} line={line} />
          ))}
          {lines.length > mostShown && <li className={styles.note}>and {lines.length - mostShown} more</li>}
        </ul>
      )}
    </div>
  )
}

function KeyLineRow({ line }: { readonly line: AccessLine }) {
  const { principal, resource } = line
  const from = useWorkspace(state => entityById(state.document.model, principal)?.name ?? principal)
  const to = useWorkspace(state => entityById(state.document.model, resource)?.name ?? resource)
  const [first] = line.asks
  const point = () => hintAt({ principal, resource })
  const leave = () => hintAt(undefined)
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        onMouseEnter={point}
        onMouseLeave={leave}
        onFocus={point}
        onBlur={leave}
        onClick={() =>
          select({
            kind: 'access',
            question: { principal, resource, ...(first && { action: first.action, target: first.target }) },
          })
        }
      >
        <DecisionGlyph decision={line.decision} size={14} />
        <bdi>{shown(from)}</bdi>
        <span aria-hidden>→</span>
        <span className="visually-hidden">on</span>
        <bdi>{shown(to)}</bdi>
        <span className={styles.asks}>{lineLabel(line)}</span>
      </button>
    </li>
  )
}
