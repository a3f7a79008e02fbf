import type { AccessMatrix, Decision } from '@iam-canvas/core'

/** How many (principal, action, target) questions have each answer. */
export function countAnswers(access: AccessMatrix): Readonly<Record<Decision, number>> {
  const counts: Record<Decision, number> = { Allow: 0, ExplicitDeny: 0, ImplicitDeny: 0, DependsOnContext: 0 }
  for (const principal of access.principals) {
    for (const { offset, actions } of access.targets) {
      for (let cell = offset; cell < offset + actions.length; cell++)
        counts[access.decisionAt(principal, cell)]++
    }
  }
  return counts
}
