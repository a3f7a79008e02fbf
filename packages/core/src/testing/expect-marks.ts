import { expect } from 'vitest'
import { evaluate } from '../access/evaluate.ts'
import { compilePolicy } from '../access/compile.ts'
import { readRequest, type RequestInput } from '../access/request.ts'
import type { Explanation } from '../access/trace.ts'
import { highlightsFor, type Mark } from '../explanation/highlights.ts'
import { nearMisses } from '../explanation/near-miss.ts'
import type { ParsedPolicy } from '../policy/document.ts'
import { parsePolicy } from '../policy/parse.ts'
import { ALICE, ACCOUNT, OBJECT } from './ask.ts'

export interface Marked {
  readonly parsed: ParsedPolicy
  readonly explanation: Explanation
  readonly marks: readonly Mark[]
}

/** Alice asks for `action`; the text is her only policy. */
export function marksOf(text: string, action: string, asked: Partial<RequestInput> = {}): Marked {
  const parsed = parsePolicy(text)
  const request = readRequest({
    principal: ALICE,
    action,
    resource: OBJECT,
    resourceAccount: ACCOUNT,
    ...asked,
  })
  const compiled = compilePolicy(parsed, 'identity')
  const evaluation = evaluate(request, { identity: [{ id: 'policy', compiled, via: [] }] })
  const explanation = { ...evaluation, nearMisses: nearMisses(evaluation) }
  return { parsed, explanation, marks: highlightsFor(explanation, parsed, 'policy') }
}

/**
 * Expects exactly what stands between `«` and `»` to light up. Only marks of the given kinds are looked at: patterns
 * and conditions, unless said otherwise. Marks may nest, as the quotes do.
 */
export function expectMarks(
  marked: string,
  action: string,
  asked: Partial<RequestInput> = {},
  kinds: readonly Mark['kind'][] = ['pattern', 'condition'],
): void {
  const text = marked.replaceAll(/[«»]/g, '')
  const { marks } = marksOf(text, action, asked)
  expect(
    withQuotes(
      text,
      marks.filter(({ kind }) => kinds.includes(kind)),
    ),
  ).toBe(marked)
}

function withQuotes(text: string, marks: readonly Mark[]): string {
  const quotes = marks.flatMap(({ from, to }) => [
    { at: from, quote: '«' },
    { at: to, quote: '»' },
  ])
  let result = text
  // From the back, so that earlier offsets stay true; at one place the closing quote goes in last, to stand first.
  for (const { at, quote } of quotes.sort((a, b) => b.at - a.at || (a.quote === '«' ? -1 : 1))) {
    result = result.slice(0, at) + quote + result.slice(at)
  }
  return result
}
