import type { Problem, ProblemMark } from './problems.ts'

/** What to show on each node. Marks that say the same as before are the same, so that their nodes stay as they are. */
export function marksOf(
  problems: readonly Problem[],
  before: ReadonlyMap<string, ProblemMark>,
): ReadonlyMap<string, ProblemMark> {
  const marks = new Map<string, ProblemMark>()
  // The gravest come first.
  for (const { entity, severity } of problems) {
    if (severity === 'suggestion') continue
    const known = marks.get(entity)
    marks.set(entity, { severity: known?.severity ?? severity, count: (known?.count ?? 0) + 1 })
  }
  for (const [entity, mark] of marks) {
    const old = before.get(entity)
    if (old && old.severity === mark.severity && old.count === mark.count) marks.set(entity, old)
  }
  return marks
}
