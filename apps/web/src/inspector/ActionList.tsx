import type { AccessLine, Asked } from '../canvas/access-lines.ts'
import { actionName } from '../canvas/words-of-aws.ts'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { decisionWords } from '../canvas/decision-words.ts'
import { shortResource } from '../canvas/policy-sentences.ts'
import type { Question } from '../workspace/selection.ts'
import { select } from '../workspace/workspace.ts'
import styles from './inspector.module.css'

interface ActionListProps {
  readonly lines: readonly AccessLine[]
  readonly chosen: Asked
  readonly question: Question
}

/** Every action that is asked of the resource, with its answer. Choosing one asks about it. */
export function ActionList({ lines, chosen, question }: ActionListProps) {
  const severalTargets = new Set(lines.flatMap(line => line.asks.map(({ target }) => target))).size > 1
  return (
    <ul className={styles.asks}>
      {lines.flatMap(line =>
        line.asks.map(({ action, target }) => {
          const current = action === chosen.action && target === chosen.target
          return (
            <li key={`${action} ${target}`}>
              <button
                type="button"
                className={styles.ask}
                aria-current={current}
                onClick={() => select({ kind: 'access', question: { ...question, action, target } })}
              >
                <DecisionGlyph decision={line.decision} size={14} />
                {actionName(action)}
                {severalTargets && <span className={styles.rowNote}>{shortResource(target)}</span>}
                <span className="visually-hidden">: {decisionWords[line.decision]}</span>
              </button>
            </li>
          )
        }),
      )}
    </ul>
  )
}
