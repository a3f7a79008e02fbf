import { evaluate } from '../access/evaluate.ts'
import { gather } from '../access/gather.ts'
import type { AccessQuestion } from '../access/question.ts'
import type { Explanation } from '../access/trace.ts'
import type { Model } from '../model/records.ts'
import { nearMisses } from './near-miss.ts'

/**
 * Answers one question about a model with everything behind the answer: each gate, statement, element and pattern, each
 * with its place in a policy text. Policies are named by `DocumentId`. Never throws: what the model does not hold takes
 * no part.
 */
export function explain(model: Model, question: AccessQuestion): Explanation {
  const { request, sets } = gather(model, question)
  const evaluation = evaluate(request, sets)
  return { ...evaluation, nearMisses: nearMisses(evaluation) }
}
