import { documentById, type DocumentId } from '@iam-canvas/core'
import type { Scenario } from './scenario.ts'

interface Statement {
  readonly Effect: string
  readonly Action: string
  readonly Resource: string
}

/**
 * The other side of the ratio: what one writes first. For each principal, resource and action, every statement is held
 * against the request with regular expressions, which are at least kept. Gives the number of allowed requests.
 */
export function naiveMatrix({ model, targets }: Scenario): number {
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
    const policies = [
      ...user.attachedPolicies,
      ...user.groups.flatMap(id => model.groups[id]?.attachedPolicies ?? []),
    ]
    const statements = policies.flatMap(statementsOf)
    for (const { arn, actions } of targets) {
      for (const action of actions) {
        let allow = false
        let deny = false
        for (const { Effect, Action, Resource } of statements) {
          if (!matches(Action, action, 'i') || !matches(Resource, arn, '')) continue
          if (Effect === 'Deny') deny = true
          else allow = true
        }
        if (allow && !deny) allowed++
      }
    }
  }
  return allowed
}
