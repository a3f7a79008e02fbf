import { type Operator, operatorOf } from '../access/operators.ts'
import type { ConditionEntry, Located, PrincipalValue, Statement } from '../policy/document.ts'
import type { LintSubject } from './subject.ts'

export interface In<V> {
  readonly statement: Statement
  readonly value: V
}

/** Each value of Action and NotAction. */
export function* actionsIn({ statements }: LintSubject): Generator<In<Located>> {
  for (const statement of statements) {
    for (const value of statement.action?.values ?? []) yield { statement, value }
  }
}

/** Each value of Resource and NotResource. */
export function* resourcesIn({ statements }: LintSubject): Generator<In<Located>> {
  for (const statement of statements) {
    for (const value of statement.resource?.values ?? []) yield { statement, value }
  }
}

/** Each value of Principal and NotPrincipal. */
export function* principalsIn({ statements }: LintSubject): Generator<In<PrincipalValue>> {
  for (const statement of statements) {
    for (const value of statement.principal?.values ?? []) yield { statement, value }
  }
}

export interface ConditionIn {
  readonly statement: Statement
  readonly entry: ConditionEntry
  readonly operator: Operator
  /** In lower case. */
  readonly key: string
}

/** Each operator and key of a Condition whose operator exists. */
export function* conditionsIn({ statements }: LintSubject): Generator<ConditionIn> {
  for (const statement of statements) yield* conditionsOf(statement)
}

export function* conditionsOf(statement: Statement): Generator<ConditionIn> {
  for (const entry of statement.conditions) {
    const operator = operatorOf(entry.operator)
    if (operator) yield { statement, entry, operator, key: entry.key.toLowerCase() }
  }
}

/** Whether the statement asks about one of these keys, given in lower case. */
export const asksAbout = (statement: Statement, keys: ReadonlySet<string>): boolean =>
  statement.conditions.some(({ key }) => keys.has(key.toLowerCase()))

export const isAllow = ({ effect }: Statement): boolean => effect === 'Allow'

/** Resource is `*`, or is left out where that means everything. */
export const onEverything = ({ resource }: Statement): boolean =>
  resource !== undefined && !resource.not && resource.values.some(({ text }) => text === '*')

/** `s3:Get*` → `['s3', 'Get*']` in the case it is written in; `*` has no service. */
export function actionParts(text: string): readonly [service: string, name: string] {
  const colon = text.indexOf(':')
  return colon < 0 ? ['', text] : [text.slice(0, colon), text.slice(colon + 1)]
}
