import type { LintSeverity } from '@iam-canvas/core/lint'
import styles from './SeverityGlyph.module.css'

/** Each severity has a shape of its own: an octagon, a shield, a triangle, a circle. */
const shapes: Readonly<Record<LintSeverity, string>> = {
  error: 'M5.1 1.5h5.8L15 5.6v5.8l-4.1 4.1H5.1L1 11.4V5.6z',
  'security-warning': 'M8 1l6 2.2v4.6c0 3.6-2.6 6-6 7.2-3.4-1.2-6-3.6-6-7.2V3.2z',
  warning: 'M8 1.6l7 12.8H1z',
  suggestion: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
}

const signs: Readonly<Record<LintSeverity, string>> = {
  error: 'M5.6 6.1l4.8 4.8m0-4.8l-4.8 4.8',
  'security-warning': 'M8 4.4v4m0 2.4v.1',
  warning: 'M8 6.2v3.6m0 2.3v.1',
  suggestion: 'M8 7.4v3.8m0-6.4v.1',
}

interface SeverityGlyphProps {
  readonly severity: LintSeverity
  readonly size?: number
}

export function SeverityGlyph({ severity, size = 14 }: SeverityGlyphProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className={`${styles.glyph} ${severity === 'suggestion' ? styles.quiet : styles.loud}`}
      aria-hidden
    >
      <path d={shapes[severity]} className={styles.shape} />
      <path d={signs[severity]} className={styles.sign} />
    </svg>
  )
}
