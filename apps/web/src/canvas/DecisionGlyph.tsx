import type { Decision } from '@iam-canvas/core'
import { decisionTone } from './decision-words.ts'
import styles from './DecisionGlyph.module.css'

interface DecisionGlyphProps {
  readonly decision: Decision
  readonly size?: number
}

/** ✓ in a circle, ✕ in an octagon, ? in a diamond, an empty circle: told apart without colour. */
export function DecisionGlyph({ decision, size = 16 }: DecisionGlyphProps) {
  return (
    <svg
      viewBox="0 0 18 18"
      width={size}
      height={size}
      className={`${styles.glyph} ${styles[decisionTone[decision]]}`}
      aria-hidden
    >
      {shapes[decision]}
    </svg>
  )
}

const shapes: Readonly<Record<Decision, React.ReactNode>> = {
  Allow: (
    <>
      <circle className={styles.body} cx={9} cy={9} r={8} />
      <path className={styles.sign} d="M5.6 9.3 8 11.6 12.4 6.8" />
    </>
  ),
  ExplicitDeny: (
    <>
      <path className={styles.body} d="M5.7 1h6.6L17 5.7v6.6L12.3 17H5.7L1 12.3V5.7z" />
      <path className={styles.sign} d="m6.3 6.3 5.4 5.4m0-5.4-5.4 5.4" />
    </>
  ),
  DependsOnContext: (
    <>
      <path className={styles.body} d="M9 .6 17.4 9 9 17.4.6 9z" />
      <path className={styles.sign} d="M7.2 7.2a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2M9 12.2v.1" />
    </>
  ),
  ImplicitDeny: <circle className={styles.ring} cx={9} cy={9} r={6} />,
}
