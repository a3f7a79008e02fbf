import type { LintSeverity } from '@iam-canvas/core/lint'
import type { Problem } from '../lint/problems.ts'

/** The problems that a search in words and a choice of severities leave. */
export function shownProblems(
  problems: readonly Problem[],
  severities: readonly LintSeverity[],
  search: string,
  nameOf: (problem: Problem) => string,
): readonly Problem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return problems.filter(problem => {
    if (severities.length > 0 && !severities.includes(problem.severity)) return false
    if (words.length === 0) return true
    const text = `${problem.message} ${problem.title} ${problem.code} ${nameOf(problem)}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
}
