import { type AccessMatrix, countAnswersIn } from '@iam-canvas/core'

/** How many (principal, action, target) questions are allowed, denied explicitly, or depend on context. */
export function countAnswers(access: AccessMatrix) {
  const counts = { allow: 0, deny: 0, depends: 0 }
  for (const principal of access.principals) {
    const row = access.rowOf(principal)
    if (!row) continue
    const { allow, deny, depends } = countAnswersIn(row)
    counts.allow += allow
    counts.deny += deny
    counts.depends += depends
  }
  return counts
}
