import { evaluate } from '../access/evaluate.ts'
import { gather } from '../access/gather.ts'
import type { AccessQuestion } from '../access/question.ts'
import type { Decision } from '../access/trace.ts'
import type { Model } from '../model/records.ts'

/** A question with the answer it should have. Plain JSON. */
export interface Expectation extends AccessQuestion {
  /** `Deny` is met by either kind of denial, for where it does not matter which. */
  readonly expect: Decision | 'Deny'
}

export interface Checked {
  readonly decision: Decision
  readonly met: boolean
}

/** Whether an answer is the one that was expected. */
export const meets = (expected: Expectation['expect'], decision: Decision): boolean =>
  expected === 'Deny' ? decision === 'ExplicitDeny' || decision === 'ImplicitDeny' : expected === decision

/**
 * Asks a model and compares. Keys that the expectation does not name are absent, as they are in a request that AWS
 * receives without them, unless it says otherwise. Never throws: what the model does not hold takes no part.
 */
export function checkExpectation(model: Model, { expect, ...question }: Expectation): Checked {
  const { request, sets } = gather(model, { missingKeys: 'absent', ...question })
  const { decision } = evaluate(request, sets)
  return { decision, met: meets(expect, decision) }
}
