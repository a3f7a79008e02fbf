import { documentById, type DocumentId } from '@iam-canvas/core'
import type { Scenario } from './scenario.ts'

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

type Context = Readonly<Record<string, string>>

/**
 * The other side of the ratio: what one writes first. Every statement is held against the request with regular
 * expressions, which are at least kept, and a condition is looked at only where all else matches.
 */
export function naiveEvaluator() {
  const known = new Map<string, RegExp>()
  const matches = (pattern: string, text: string, flags: string) => {
    let expression = known.get(pattern)
    if (!expression) {
      expression = new RegExp(
        `^${pattern
          .replace(/[.+^${}()|[\]\\]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}$`,
        flags,
      )
      known.set(pattern, expression)
    }
    return expression.test(text)
  }
  const some = (patterns: string | readonly string[], text: string, flags: string) =>
    typeof patterns === 'string'
      ? matches(patterns, text, flags)
      : patterns.some(pattern => matches(pattern, text, flags))

  return (statements: readonly Statement[], action: string, arn: string, context: Context): boolean => {
    let allow = false
    let deny = false
    for (const { Effect, Action, Resource, Condition } of statements) {
      if (!some(Action, action, 'i') || !some(Resource, arn, '')) continue
      if (Condition && !holds(Condition, context)) continue
      if (Effect === 'Deny') deny = true
      else allow = true
    }
    return allow && !deny
  }
}

/** The operators of the scenario, no more. */
function holds(condition: NonNullable<Statement['Condition']>, context: Context): boolean {
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const asked = context[key]
      if (asked === undefined) return false
      if (operator === 'IpAddress') return asked.startsWith(wanted.slice(0, wanted.indexOf('.') + 1))
      const value = wanted.replace(/\$\{(.*?)\}/g, (_, name: string) => context[name] ?? '')
      return asked === value
    }),
  )
}

/** The whole matrix; gives the number of allowed requests. */
export function naiveMatrix({ model, targets }: Scenario, told: Context): number {
  const evaluate = naiveEvaluator()
  const parsed = new Map<string, readonly Statement[]>()
  const statementsOf = (id: DocumentId) => {
    let statements = parsed.get(id)
    if (!statements) {
      statements = (
        JSON.parse(documentById(model, id)?.text ?? '{"Statement":[]}') as { Statement: Statement[] }
      ).Statement
      parsed.set(id, statements)
    }
    return statements
  }
  let allowed = 0
  for (const user of Object.values(model.users)) {
    const policies = new Set([
      ...user.attachedPolicies,
      ...user.groups.flatMap(id => model.groups[id]?.attachedPolicies ?? []),
    ])
    const statements = [...policies].flatMap(statementsOf)
    for (const { arn, actions, resource } of targets) {
      const context = {
        ...told,
        'aws:PrincipalTag/team': user.tags[0]?.value ?? '',
        'aws:ResourceTag/team': model.resources[resource]?.tags[0]?.value ?? '',
      }
      for (const action of actions) if (evaluate(statements, action, arn, context)) allowed++
    }
  }
  return allowed
}
