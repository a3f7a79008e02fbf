import type { GateName, GateVerdict } from '@iam-canvas/core'
import type { Description } from '@iam-canvas/core/words'
import { Term } from '../concepts/Term.tsx'
import styles from './Ladder.module.css'
import { Prose } from './Prose.tsx'

const gateWords: Readonly<Record<GateName, string>> = {
  'explicit-deny': 'Explicit deny',
  'resource-control': 'Organization (RCP)',
  'service-control': 'Organization (SCP)',
  endpoint: 'VPC endpoint',
  'resource-policy': 'Resource policy',
  identity: 'Identity policies',
  boundary: 'Boundary',
  session: 'Session policy',
}

const gateConcepts: Readonly<Record<GateName, string>> = {
  'explicit-deny': 'explicit-deny',
  'resource-control': 'resource-control-policy',
  'service-control': 'service-control-policy',
  endpoint: 'endpoint-policy',
  'resource-policy': 'resource-policy',
  identity: 'identity-policy',
  boundary: 'boundary',
  session: 'session-policy',
}

const verdictSigns: Readonly<Record<GateVerdict, { readonly sign: string; readonly word: string }>> = {
  allows: { sign: '✓', word: 'allows' },
  denies: { sign: '✕', word: 'denies' },
  depends: { sign: '?', word: 'depends' },
  silent: { sign: '○', word: 'silent' },
  skipped: { sign: '–', word: 'not asked' },
}

/** Every gate in the order in which AWS explains itself; those not asked are greyed, with the reason. */
export function Ladder({ gates }: { readonly gates: Description['gates'] }) {
  return (
    <ol className={styles.ladder}>
      {gates.map(({ gate, level, verdict, text }) => (
        <li key={`${gate} ${level ?? ''}`} className={styles[verdict]}>
          <span className={styles.sign} aria-hidden>
            {verdictSigns[verdict].sign}
          </span>
          <span className="visually-hidden">{verdictSigns[verdict].word}: </span>
          <span className={styles.gate}>
            <Term id={gateConcepts[gate]}>{gateWords[gate]}</Term>
          </span>
          <span className={styles.text}>
            <Prose text={text} />
          </span>
        </li>
      ))}
    </ol>
  )
}
