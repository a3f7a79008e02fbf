import type { ConditionEntry } from '../policy/document.ts'
import { compareValues } from './value-tests.ts'
import type { KeyValue, RequestContext } from './context.ts'
import { type Operator, operatorOf, takesVariables, takesWildcards } from './operators.ts'
import { all, any, not, outcomeOf } from './outcome.ts'
import type { ConditionTrace, Outcome, PatternTrace } from './trace.ts'
import { resolve, type Template, template } from './variables.ts'

/** One operator and key of a Condition, compiled. */
export interface CompiledCondition {
  readonly entry: ConditionEntry
  readonly operator: Operator | undefined
  readonly values: readonly { readonly at: string; readonly template: Template }[]
}

export function compileCondition(entry: ConditionEntry, variables: boolean): CompiledCondition {
  const operator = operatorOf(entry.operator)
  const substitutes = variables && operator !== undefined && takesVariables(operator)
  const wild = operator !== undefined && takesWildcards(operator)
  return {
    entry,
    operator,
    values: entry.values.map(({ at, text }) => ({ at, template: template(text, substitutes, wild) })),
  }
}

type Traced = Omit<ConditionTrace, 'policyId'> & {
  readonly values: readonly Omit<PatternTrace, 'policyId'>[]
}

/** Holds one condition against the request's context. [C1–C16] */
export function traceCondition(
  condition: CompiledCondition,
  context: RequestContext,
  policyId: string,
): ConditionTrace {
  const { entry, operator } = condition
  const value = context.valueOf(entry.key)
  const common = {
    policyId,
    at: entry.at,
    operator: entry.operator,
    key: entry.key,
    requested: requestedOf(value),
  }
  const valuesAs = (outcome: Outcome): PatternTrace[] =>
    entry.values.map(({ at, text }) => ({ policyId, at, text, outcome }))
  // An unknown operator never matches, and is reported: a Deny that silently does nothing is the worst outcome. [C14]
  if (!operator)
    return { ...common, outcome: 'unevaluated', values: valuesAs('unevaluated'), note: 'unknown-operator' }
  if (operator.test === 'null') return { ...common, ...nullTest(condition, value, policyId) }
  if (value.state === 'unknown') return { ...common, outcome: 'depends', values: valuesAs('depends') }
  if (value.state === 'absent') {
    const outcome = whenAbsent(operator)
    return { ...common, outcome, values: valuesAs(outcome), note: 'key-absent' }
  }
  // A multivalued key needs a set operator. [C6]
  if (value.many && !operator.set) {
    return { ...common, outcome: 'failed', values: valuesAs('failed'), note: 'multivalued-key' }
  }
  return { ...common, ...compareAll(condition, operator, value.values, context, policyId) }
}

function requestedOf(value: KeyValue): ConditionTrace['requested'] {
  return value.state === 'present' ? value.values : value.state
}

/** [C3] */
function whenAbsent({ set, ifExists, negated }: Operator): Outcome {
  if (set === 'ForAllValues' || ifExists) return 'matched'
  if (set === 'ForAnyValue') return 'failed'
  return outcomeOf(negated)
}

/** `"true"` asks that the key is absent; an empty string counts as absent. [C5] */
function nullTest({ values }: CompiledCondition, value: KeyValue, policyId: string) {
  const absent =
    value.state === 'absent' || (value.state === 'present' && value.values.every(text => text === ''))
  const traced = values.map(({ at, template: { text } }): PatternTrace => {
    const wantsAbsent = text.toLowerCase() === 'true'
    const outcome = value.state === 'unknown' ? 'depends' : outcomeOf(absent === wantsAbsent)
    return { policyId, at, text, outcome }
  })
  return { outcome: any(traced.map(({ outcome }) => outcome)), values: traced }
}

function compareAll(
  { values }: CompiledCondition,
  operator: Operator,
  requested: readonly string[],
  context: RequestContext,
  policyId: string,
): Pick<Traced, 'outcome'> & Pick<ConditionTrace, 'values'> {
  // compared[v][r]: does value v of the policy match value r of the request?
  const compared = values.map(({ template: value }) => {
    const pattern = resolve(value, context, takesWildcards(operator))
    return requested.map((asked): Outcome | 'invalid' => {
      // A variable without a value matches nothing, so a negated operator is satisfied. [V6]
      if (pattern === 'unresolved') return 'failed'
      if (pattern === 'unknown') return 'depends'
      const result = compareValues(operator, asked, pattern)
      return result === 'invalid' ? result : outcomeOf(result)
    })
  })
  // Negated: none of the policy's values. [C1]
  const perRequest = requested.map((_, index) => {
    const found = compared.map(outcomes => outcomes[index] ?? 'failed')
    // An ARN operator never matches a value that is no ARN, negated or not. [C13]
    if (operator.test === 'arn' && found.length > 0 && found.every(outcome => outcome === 'invalid'))
      return 'failed'
    const matches = any(found.map(validly))
    return operator.negated ? not(matches) : matches
  })
  const traced = values.map(({ at, template: { text } }, index): PatternTrace => {
    return { policyId, at, text, outcome: any((compared[index] ?? []).map(validly)) }
  })
  const outcome = operator.set === 'ForAnyValue' ? any(perRequest) : all(perRequest)
  return { outcome, values: traced }
}

const validly = (outcome: Outcome | 'invalid'): Outcome => (outcome === 'invalid' ? 'failed' : outcome)
