import { type AssumableRole, assumableRoles } from '../access/assume-roles.ts'
import type { AccessQuestion } from '../access/question.ts'
import type { Model, PrincipalId } from '../model/records.ts'
import type { Explanation } from '../access/trace.ts'
import { explain } from './explain.ts'

/** The answer for one role that the caller can become. */
export interface ThroughRole {
  readonly by: AssumableRole
  /** The role's own answer: after AssumeRole its permissions count, and no longer the caller's. [S4] */
  readonly explanation: Explanation
}

/**
 * Whether the caller gets there by becoming a role: the roles through which the answer is Allow or hangs on context,
 * the surest and shortest first. The question's session policies limit each of them. [S4]
 */
export function explainThroughRoles(
  model: Model,
  question: AccessQuestion & { readonly principal: PrincipalId },
): readonly ThroughRole[] {
  const { principal, context, missingKeys } = question
  const options = { ...(context && { context }), ...(missingKeys && { missingKeys }) }
  return assumableRoles(model, principal, options)
    .map(by => ({ by, explanation: explain(model, { ...question, principal: by.role }) }))
    .filter(({ explanation: { decision } }) => decision === 'Allow' || decision === 'DependsOnContext')
    .sort((a, b) => uncertainty(a) - uncertainty(b) || a.by.path.length - b.by.path.length)
}

const uncertainty = ({ by, explanation }: ThroughRole): number =>
  Number(by.decision !== 'Allow') + Number(explanation.decision !== 'Allow')
