import type { ConditionEntry, Located, ParsedPolicy, Statement } from '../policy/document.ts'
import { escapeName } from '../policy/json-places.ts'
import { parsePolicy } from '../policy/parse.ts'
import { parentOf } from './said-check.ts'
import type { Edits } from './statement-edits.ts'
import {
  addAfter,
  addFirst,
  addValue,
  addWrittenAfter,
  inOrder,
  removeItems,
  removePlace,
  renameProperty,
  replaceValue,
  replaceWritten,
  withEdits,
} from './text-edit.ts'

/** Edits of the conditions of one statement; as in `statement-edits.ts`, `undefined` where there is nothing to do. */

/** One more condition, under its operator where that is there already. */
export function addCondition(
  parsed: ParsedPolicy,
  statement: Statement,
  operator: string,
  key: string,
  value: string,
): Edits {
  const same = conditionOf(statement, operator, key)
  if (same) return addConditionValue(parsed, same, value)
  const ofOperator = statement.conditions.findLast(entry => entry.operator === operator)
  if (ofOperator) return addAfter(parsed, ofOperator.at, key, value)
  const condition = `${statement.at}/Condition`
  const place = `${condition}/${escapeName(operator)}`
  if (parsed.rangeOf(place)) return addFirst(parsed, place, key, value)
  const last = statement.conditions.at(-1)
  if (last) return addAfter(parsed, parentOf(last.at), operator, { [key]: value })
  if (parsed.rangeOf(condition)) return addFirst(parsed, condition, operator, { [key]: value })
  const before = statement.resource ?? statement.action
  return before && addAfter(parsed, before.at, 'Condition', { [operator]: { [key]: value } })
}

/** Takes a condition out, with its operator and with `Condition` itself where nothing else is in them. */
export function removeCondition(parsed: ParsedPolicy, statement: Statement, entry: ConditionEntry): Edits {
  if (sharesOperator(statement, entry)) return removePlace(parsed, entry.at)
  const alone = statement.conditions.length === 1
  return removePlace(parsed, alone ? `${statement.at}/Condition` : parentOf(entry.at))
}

/**
 * The same key and values under another operator. `undefined` also where that operator asks about the key already: the
 * two would become one test with the values of both, which is another condition.
 */
export function changeOperator(
  parsed: ParsedPolicy,
  statement: Statement,
  entry: ConditionEntry,
  operator: string,
): Edits {
  if (conditionOf(statement, operator, entry.key)) return undefined
  const from = parentOf(entry.at)
  const to = `${statement.at}/Condition/${escapeName(operator)}`
  const shared = sharesOperator(statement, entry)
  if (!shared && !parsed.rangeOf(to)) return renameProperty(parsed, from, operator)
  const value = parsed.rangeOf(entry.at)
  const out = removePlace(parsed, shared ? entry.at : from)
  if (!value || !out) return undefined
  const json = parsed.text.slice(value.from, value.to)
  const last = statement.conditions.findLast(other => other.operator === operator)
  const put = last
    ? addWrittenAfter(parsed, last.at, entry.key, json)
    : parsed.rangeOf(to)
      ? undefined
      : addWrittenAfter(parsed, from, operator, `{ ${JSON.stringify(entry.key)}: ${json} }`)
  return put && inOrder(...out, ...put)
}

/** Another key under the same operator. `undefined` also where that is asked about there already. */
export const changeKey = (
  parsed: ParsedPolicy,
  statement: Statement,
  entry: ConditionEntry,
  key: string,
): Edits => (conditionOf(statement, entry.operator, key) ? undefined : renameProperty(parsed, entry.at, key))

/** The condition on a key under an operator, both spelled exactly so. */
export const conditionOf = (
  { conditions }: Statement,
  operator: string,
  key: string,
): ConditionEntry | undefined => conditions.find(entry => entry.operator === operator && entry.key === key)

export const addConditionValue = (parsed: ParsedPolicy, entry: ConditionEntry, value: string): Edits =>
  entry.values.some(({ text }) => text === value) ? undefined : addValue(parsed, entry.at, value)

/** Takes one value out. Never the last of them: without a value a condition never holds, or always. */
export const removeConditionValue = (
  parsed: ParsedPolicy,
  { values }: ConditionEntry,
  value: Located,
): Edits =>
  values.length < 2
    ? undefined
    : removeItems(
        parsed,
        values.map(({ at }) => at),
        new Set([value.at]),
      )

const SCALAR = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/

/** Another text in the place of a value. A bare `true` or `17` stays bare where the new one can be. */
export function changeValue(parsed: ParsedPolicy, { at }: Located, text: string): Edits {
  const range = parsed.rangeOf(at)
  const bare = range && parsed.text[range.from] !== '"' && SCALAR.test(text)
  return bare ? replaceWritten(parsed, at, text) : replaceValue(parsed, at, text)
}

const sharesOperator = ({ conditions }: Statement, { at }: ConditionEntry): boolean =>
  conditions.some(other => other.at !== at && parentOf(other.at) === parentOf(at))

/** What a condition is to be: its operator, its key, and for each value there is now the one in its place. */
export interface ChangedCondition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/**
 * The text in which a condition has become another. Changes of several of its parts are one change, so that what is
 * between them, a value of the wrong type, need not stand there for a moment. `undefined` where nothing is to be
 * changed, or the operator asks about the key already.
 */
export function changeCondition(
  parsed: ParsedPolicy,
  statement: Statement,
  entry: ConditionEntry,
  { operator, key, values }: ChangedCondition,
): string | undefined {
  if ((operator !== entry.operator || key !== entry.key) && conditionOf(statement, operator, key))
    return undefined
  const ofValues = entry.values.flatMap((value, index) => {
    const text = values[index] ?? value.text
    return text === value.text ? [] : (changeValue(parsed, value, text) ?? [])
  })
  // Where the new operator asks about the old key already, the key has to go first.
  const keyFirst = conditionOf(statement, operator, entry.key) !== undefined
  const steps = keyFirst
    ? ([
        [entry.operator, key],
        [operator, key],
      ] as const)
    : ([
        [operator, entry.key],
        [operator, key],
      ] as const)
  let text = withEdits(parsed.text, ofValues)
  let [test, name] = [entry.operator, entry.key]
  for (const [nextTest, nextName] of steps) {
    if (nextTest === test && nextName === name) continue
    const now = parsePolicy(text)
    const its = now.document.statements.find(({ at }) => at === statement.at)
    const found = its && conditionOf(its, test, name)
    const edits =
      found &&
      (nextTest === test ? changeKey(now, its, found, nextName) : changeOperator(now, its, found, nextTest))
    if (!edits) return undefined
    text = withEdits(text, edits)
    ;[test, name] = [nextTest, nextName]
  }
  return text === parsed.text ? undefined : text
}
