import type { LintSeverity } from '@iam-canvas/core/lint'

/** What one thing of this severity is called, and several. */
export const severityWords: Readonly<Record<LintSeverity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  'security-warning': ['security warning', 'security warnings'],
  warning: ['warning', 'warnings'],
  suggestion: ['suggestion', 'suggestions'],
}

export const countOf = (severity: LintSeverity, count: number): string =>
  `${count} ${severityWords[severity][count === 1 ? 0 : 1]}`
