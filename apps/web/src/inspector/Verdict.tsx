import type { Decision } from '@iam-canvas/core'
import { DecisionGlyph } from '../canvas/DecisionGlyph.tsx'
import { decisionTone } from '../canvas/decision-words.ts'
import { Prose } from './Prose.tsx'
import styles from './Verdict.module.css'

interface VerdictProps {
  readonly decision: Decision
  readonly headline: string
  readonly reason: string
}

export function Verdict({ decision, headline, reason }: VerdictProps) {
  return (
    <div className={`${styles.verdict} ${styles[decisionTone[decision]]}`} role="status">
      <DecisionGlyph decision={decision} size={18} />
      <div>
        <p className={styles.headline}>{headline}</p>
        <p>
          <Prose text={reason} />
        </p>
      </div>
    </div>
  )
}
