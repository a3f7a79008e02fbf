import { dependentActions } from '../access/dependent-actions.ts'
import type { AccessQuestion } from '../access/question.ts'
import type { Decision, Explanation } from '../access/trace.ts'
import type { Model } from '../model/records.ts'
import { explain } from './explain.ts'

/** A call, which may need several permissions. */
export interface CallQuestion extends AccessQuestion {
  /** ARN of the role that the call hands to a service. Asked only where the action hands one over. */
  readonly passedRole?: string
}

export interface CallExplanation {
  /** The weakest of its parts: a call works only if everything that it needs is allowed. */
  readonly decision: Decision
  /** The call's own permission first, then each that it needs beside. */
  readonly parts: readonly Explanation[]
  /** The first part that is not allowed. */
  readonly failed?: Explanation
}

const weaker: readonly Decision[] = ['Allow', 'DependsOnContext', 'ImplicitDeny', 'ExplicitDeny']

/** Answers a call with everything it needs: each part is asked, and the one that fails is named. [S9] */
export function explainCall(model: Model, question: CallQuestion): CallExplanation {
  const { passedRole, ...own } = question
  const needed = dependentActions(question.action).flatMap(({ action, on }): AccessQuestion[] => {
    if (on === 'role') return passedRole === undefined ? [] : [{ ...own, action, resource: passedRole }]
    return [{ ...own, action, resource: on === 'any' ? '*' : question.resource }]
  })
  const parts = [own, ...needed].map(part => explain(model, part))
  const decision = parts.reduce<Decision>(
    (worst, part) => (weaker.indexOf(part.decision) > weaker.indexOf(worst) ? part.decision : worst),
    'Allow',
  )
  const failed = parts.find(part => part.decision !== 'Allow')
  return { decision, parts, ...(failed && { failed }) }
}
