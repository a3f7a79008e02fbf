import { nearestName } from '../policy/element-names.ts'
import { wildcard } from '../wildcard.ts'
import { hasVariable, withoutVersion } from './check-patterns.ts'
import type { Finding } from './finding.ts'
import type { CompiledStatement } from './compile.ts'
import { type Operator, OPERATOR_NAMES, takesVariables, type ValueTest } from './operators.ts'
import { compareValues } from './value-tests.ts'

/** Unknown operators [C14], values that are not of the operator's type [C8–C13], keys that need a set operator [C6]. */
export function checkConditions({ conditions }: CompiledStatement, version: string | undefined): Finding[] {
  return conditions.flatMap(({ entry, operator }): Finding[] => {
    const { at, key, values } = entry
    if (!operator) return [unknownOperator(entry.operator, at)]
    const found: Finding[] = []
    if (!operator.set && operator.test !== 'null' && MULTIVALUED.has(key.toLowerCase())) {
      const message = `\`${key}\` has several values: write \`ForAnyValue:${entry.operator}\` or \`ForAllValues:${entry.operator}\``
      found.push({ code: 'multivalued-key', severity: 'error', message, at })
    }
    for (const value of values) {
      const substitutes = takesVariables(operator) && hasVariable(value.text)
      if (substitutes) found.push(...withoutVersion(value.text, value.at, version))
      else if (!isOfType(operator, value.text)) found.push(wrongValue(operator.test, value.text, value.at))
    }
    return found
  })
}

function unknownOperator(name: string, at: string): Finding {
  const [prefix, rest] = name.includes(':')
    ? [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)]
    : ['', name]
  const set = prefix && nearestName(prefix, ['ForAllValues', 'ForAnyValue'])
  const nearest = nearestName(rest, OPERATOR_NAMES)
  const meant = nearest && `${set ? `${set}:` : ''}${nearest}`
  const hint = meant ? `: did you mean \`${meant}\`?` : ''
  return {
    code: 'unknown-operator',
    severity: 'error',
    message: `there is no operator \`${name}\`, so the statement never matches${hint}`,
    at,
  }
}

/** Keys that always come as a list. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const MULTIVALUED: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'dynamodb:attributes',
  'dynamodb:leadingkeys',
])

/** A value of the request that is of the type for certain: what then is invalid is the policy's. */
const SOUND: Readonly<Partial<Record<ValueTest, string>>> = {
  numeric: '0',
  date: '0',
  binary: '',
  ip: '0.0.0.0',
  arn: 'arn:p:s:r:a:x',
}

function isOfType(operator: Operator, text: string): boolean {
  if (operator.test === 'bool' || operator.test === 'null') return /^(?:true|false)$/i.test(text)
  const sound = SOUND[operator.test]
  return sound === undefined || compareValues(operator, sound, wildcard(text)) !== 'invalid'
}

const EXPECTED: Readonly<Partial<Record<ValueTest, string>>> = {
  numeric: 'a number',
  date: 'a date such as `2026-03-01T12:00:00Z`, or epoch seconds',
  binary: 'base64',
  ip: 'an IP address or a range such as `203.0.113.0/24`',
  arn: 'an ARN of six parts',
  bool: '`true` or `false`',
  null: '`true` or `false`',
}

const wrongValue = (test: ValueTest, text: string, at: string): Finding => ({
  code: 'wrong-value',
  severity: 'error',
  message: `\`${text}\` never matches here: this operator takes ${EXPECTED[test] ?? 'a text'}`,
  at,
})
