import type { Effect, ParsedPolicy, Statement } from '../policy/document.ts'
import type { TextEdit } from './finding.ts'
import { addAfter, addFirst, addValue, removeItems, removePlace, replaceValue } from './text-edit.ts'

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
  return removeItems(
    parsed,
    items.map(({ at }) => at),
    new Set(removed.map(({ at }) => at)),
  )
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
