import { escapeName } from '../policy/json-places.ts'
import type { ConditionEntry, Effect, ParsedPolicy, Statement } from '../policy/document.ts'
import type { TextEdit } from './finding.ts'
import { parentOf } from './said-check.ts'
import { addAfter, addFirst, addValue, removePlace, replaceValue } from './text-edit.ts'

/**
 * Edits of one statement, for a form beside the text: each touches the characters that it is about and no other. They
 * take what is in `parsed` now; `undefined` where there is nothing to do, or no place for it.
 */
export type Edits = readonly TextEdit[] | undefined

export const setEffect = (parsed: ParsedPolicy, { at }: Statement, effect: Effect): Edits =>
  replaceValue(parsed, `${at}/Effect`, effect)

/** An empty name takes the `Sid` out. */
export function setSid(parsed: ParsedPolicy, { at }: Statement, sid: string): Edits {
  const known = parsed.rangeOf(`${at}/Sid`)
  if (sid === '') return known && removePlace(parsed, `${at}/Sid`)
  return known ? replaceValue(parsed, `${at}/Sid`, sid) : addFirst(parsed, at, 'Sid', sid)
}

type Element = 'action' | 'resource'

const NAMES = { action: 'Action', resource: 'Resource' } as const

/** Adds values to Action or Resource, or to its opposite where that stands there. Those that are there stay as they are. */
export function addValues(
  parsed: ParsedPolicy,
  statement: Statement,
  element: Element,
  values: readonly string[],
): Edits {
  const found = statement[element]
  const known = new Set(found?.values.map(({ text }) => text))
  const added = [...new Set(values)].filter(value => !known.has(value))
  if (added.length === 0) return undefined
  if (!found) {
    const before = statement.action && element === 'resource' ? statement.action.at : `${statement.at}/Effect`
    return addAfter(parsed, before, NAMES[element], added.length === 1 ? added[0] : added)
  }
  return addValue(parsed, found.at, ...added)
}

/** Takes values out of Action or Resource. Never the last of them: an element without a value is refused. */
export function removeValues(
  parsed: ParsedPolicy,
  statement: Statement,
  element: Element,
  values: readonly string[],
): Edits {
  const gone = new Set(values)
  const items = statement[element]?.values ?? []
  const removed = items.filter(({ text }) => gone.has(text))
  if (removed.length === 0 || removed.length >= items.length) return undefined
  return withoutItems(
    parsed,
    items.map(({ at }) => at),
    new Set(removed.map(({ at }) => at)),
  )
}

/** Takes items out of a list, each with one comma: that behind it, or for those at the end the one before. */
function withoutItems(parsed: ParsedPolicy, items: readonly string[], gone: ReadonlySet<string>): Edits {
  const ranges = items.map(at => parsed.rangeOf(at))
  const edits: TextEdit[] = []
  let lastKept: number | undefined
  for (const [index, at] of items.entries()) {
    const range = ranges[index]
    if (!range) return undefined
    if (!gone.has(at)) {
      lastKept = range.to
      continue
    }
    const next = ranges[index + 1]
    if (next) edits.push({ from: range.from, to: next.from, insert: '' })
    else {
      // All that is gone at the end goes with what was before it.
      const end = lastKept ?? range.from
      return [...edits.filter(({ from }) => from < end), { from: end, to: range.to, insert: '' }]
    }
  }
  return edits
}

/** Another value in the place of one: a form's field. */
export const replaceText = (parsed: ParsedPolicy, at: string, value: string): Edits =>
  replaceValue(parsed, at, value)

/** One more condition, under its operator where that is there already. */
export function addCondition(
  parsed: ParsedPolicy,
  statement: Statement,
  operator: string,
  key: string,
  value: string,
): Edits {
  const same = statement.conditions.find(entry => entry.operator === operator && entry.key === key)
  if (same) {
    return same.values.some(({ text }) => text === value) ? undefined : addValue(parsed, same.at, value)
  }
  const ofOperator = statement.conditions.filter(entry => entry.operator === operator).at(-1)
  if (ofOperator) return addAfter(parsed, ofOperator.at, key, value)
  const condition = `${statement.at}/Condition`
  const last = statement.conditions.at(-1)
  if (last) return addAfter(parsed, parentOf(last.at), operator, { [key]: value })
  if (parsed.rangeOf(`${condition}/${escapeName(operator)}`)) {
    return addFirst(parsed, `${condition}/${escapeName(operator)}`, key, value)
  }
  if (parsed.rangeOf(condition)) return addFirst(parsed, condition, operator, { [key]: value })
  const before = statement.resource ?? statement.action
  return before && addAfter(parsed, before.at, 'Condition', { [operator]: { [key]: value } })
}

/** Takes a condition out, with its operator and with `Condition` itself where nothing else is in them. */
export function removeCondition(parsed: ParsedPolicy, statement: Statement, entry: ConditionEntry): Edits {
  const operator = parentOf(entry.at)
  const others = statement.conditions.filter(other => other.at !== entry.at)
  if (others.some(other => parentOf(other.at) === operator)) return removePlace(parsed, entry.at)
  return removePlace(parsed, others.length > 0 ? operator : `${statement.at}/Condition`)
}

/** A statement more, behind the last. It does as little as a statement can. */
export function appendStatement(parsed: ParsedPolicy, statement: object): Edits {
  const range = parsed.rangeOf('/Statement')
  if (!range) return undefined
  const { text } = parsed
  const lines = text.slice(0, range.to).includes('\n')
  if (text[range.from] === '[') {
    const last = parsed.document.statements.at(-1)
    const place = last && parsed.rangeOf(last.at)
    if (place) return addAfterItem(text, place, statement)
    const written = lines ? indented(statement, '    ') : JSON.stringify(statement)
    const inside = lines ? `\n    ${written}\n  ` : written
    return [{ from: range.from + 1, to: range.to - 1, insert: inside }]
  }
  const written = lines ? indented(statement, '  ') : JSON.stringify(statement)
  return [
    { from: range.from, to: range.from, insert: '[' },
    { from: range.to, to: range.to, insert: `, ${written}]` },
  ]
}

function addAfterItem(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  statement: object,
): TextEdit[] {
  const indent = /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', from) + 1, from))?.[0]
  const own = text.slice(text.lastIndexOf('\n', from) + 1, from).trim() === '' && text.includes('\n')
  const insert = own
    ? `,\n${indent ?? ''}${indented(statement, indent ?? '')}`
    : `, ${JSON.stringify(statement)}`
  return [{ from: to, to, insert }]
}

const indented = (value: object, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)

/** Takes a statement out. Never the only one. */
export const removeStatement = (parsed: ParsedPolicy, { at }: Statement): Edits =>
  parsed.document.statements.length > 1 ? removePlace(parsed, at) : undefined
