import type { ParsedPolicy } from '../policy/document.ts'
import type { TextEdit } from './finding.ts'

/** The smallest single replacement that makes one text the other; `undefined` when they are equal. */
export function minimalEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++
  }
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

/** A text with edits made in it. They are in its order and do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let done = 0
  for (const { from, to, insert } of edits) {
    result += text.slice(done, from) + insert
    done = to
  }
  return result + text.slice(done)
}

/** Several edits of one text, brought into its order. */
export const inOrder = (...edits: readonly TextEdit[]): TextEdit[] =>
  edits.toSorted((a, b) => a.from - b.from || a.to - b.to)

/** Another value at this place. `undefined` where the pointer names nothing. */
export function replaceValue(parsed: ParsedPolicy, at: string, value: unknown): TextEdit[] | undefined {
  return replaceRange(parsed, parsed.rangeOf(at), JSON.stringify(value))
}

/** `replaceValue` with the JSON of the value, to be put in as it is. */
export const replaceWritten = (parsed: ParsedPolicy, at: string, json: string): TextEdit[] | undefined =>
  replaceRange(parsed, parsed.rangeOf(at), json)

/** Another name for the property at this place. */
export function renameProperty(parsed: ParsedPolicy, at: string, name: string): TextEdit[] | undefined {
  return replaceRange(parsed, parsed.keyRangeOf(at), JSON.stringify(name))
}

function replaceRange(
  { text }: ParsedPolicy,
  range: ReturnType<ParsedPolicy['rangeOf']>,
  written: string,
): TextEdit[] | undefined {
  if (!range) return undefined
  const edit = minimalEdit(text.slice(range.from, range.to), written)
  return edit && [{ ...edit, from: edit.from + range.from, to: edit.to + range.from }]
}

/** Takes out a list's item with its comma, or an object's property with its name. The last one leaves `[]` or `{}`. */
export function removePlace(parsed: ParsedPolicy, at: string): TextEdit[] | undefined {
  const value = parsed.rangeOf(at)
  if (!value) return undefined
  return [removeRange(parsed.text, (parsed.keyRangeOf(at) ?? value).from, value.to)]
}

/** Takes out an item or a property that stands here, with its comma. */
export function removeRange(text: string, from: number, to: number): TextEdit {
  const next = skipBlank(text, to)
  if (text[next] === ',') return { from, to: skipBlank(text, next + 1), insert: '' }
  let before = from
  while (before > 0 && ' \t\r\n'.includes(text[before - 1] ?? '.')) before--
  if (text[before - 1] === ',') return { from: before - 1, to, insert: '' }
  return { from: before, to: next, insert: '' }
}

/** Takes items out of a list, each with one comma: that behind it, or for those at the end the one before. */
export function removeItems(
  parsed: ParsedPolicy,
  items: readonly string[],
  gone: ReadonlySet<string>,
): TextEdit[] | undefined {
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

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '.')) at++
  return at
}

/** Puts a property into an object, as its first, in the way its first property is set. */
export function addFirst(
  parsed: ParsedPolicy,
  at: string,
  name: string,
  value: unknown,
): TextEdit[] | undefined {
  const range = parsed.rangeOf(at)
  if (!range || parsed.text[range.from] !== '{') return undefined
  const { text } = parsed
  const from = range.from + 1
  const next = skipBlank(text, from)
  const member = `${JSON.stringify(name)}: ${writtenAt(text, next, value)}`
  if (text[next] === '}') return [{ from, to: from, insert: ` ${member} ` }]
  return [{ from: next, to: next, insert: `${member},${text.slice(from, next) || ' '}` }]
}

/** Puts a property behind another, set as that is. */
export function addAfter(
  parsed: ParsedPolicy,
  at: string,
  name: string,
  value: unknown,
): TextEdit[] | undefined {
  const key = parsed.keyRangeOf(at)
  return key && addWrittenAfter(parsed, at, name, writtenAt(parsed.text, key.from, value))
}

/** `addAfter` with the JSON of the value, to be put in as it is. */
export function addWrittenAfter(
  parsed: ParsedPolicy,
  at: string,
  name: string,
  json: string,
): TextEdit[] | undefined {
  const key = parsed.keyRangeOf(at)
  const range = parsed.rangeOf(at)
  if (!key || !range) return undefined
  const insert = `,${blankBefore(parsed.text, key.from)}${JSON.stringify(name)}: ${json}`
  return [{ from: range.to, to: range.to, insert }]
}

/** A value as JSON, in lines with the text's indent where what stands at this place has a line of its own. */
function writtenAt(text: string, at: number, value: unknown): string {
  const blank = blankBefore(text, at)
  const line = blank.lastIndexOf('\n')
  if (line < 0) return JSON.stringify(value)
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  '
  const lineEnd = blank.includes('\r') ? '\r\n' : '\n'
  return JSON.stringify(value, null, unit).replaceAll('\n', `${lineEnd}${blank.slice(line + 1)}`)
}

/** Puts values behind the last of an element: a single value becomes a list, a list gets longer. */
export function addValue(
  parsed: ParsedPolicy,
  at: string,
  ...values: readonly string[]
): TextEdit[] | undefined {
  const { text } = parsed
  const range = parsed.rangeOf(at)
  if (!range) return undefined
  const written = values.map(value => JSON.stringify(value))
  if (text[range.from] !== '[') {
    // Also a bare `true` or `17`, which conditions may have.
    if (text[range.from] === '{') return undefined
    return [
      { from: range.from, to: range.from, insert: '[' },
      { from: range.to, to: range.to, insert: `, ${written.join(', ')}]` },
    ]
  }
  let last: { readonly from: number; readonly to: number } | undefined
  for (let index = 0; ; index++) {
    const item = parsed.rangeOf(`${at}/${index}`)
    if (!item) break
    last = item
  }
  if (!last) return [{ from: range.from + 1, to: range.from + 1, insert: written.join(', ') }]
  const blank = blankBefore(text, last.from)
  return [{ from: last.to, to: last.to, insert: written.map(value => `,${blank}${value}`).join('') }]
}

/** What stands between the comma or bracket before a place and the place: a blank, or a new line with its indent. */
function blankBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && ' \t\r\n'.includes(text[from - 1] ?? '.')) from--
  return text.slice(from, at) || ' '
}

/** A new statement behind this one. `undefined` where it is the only one and stands in no list. */
export function addStatement(parsed: ParsedPolicy, at: string, statement: object): TextEdit[] | undefined {
  const range = parsed.rangeOf(at)
  if (!range || !/\/\d+$/.test(at)) return undefined
  const { text } = parsed
  const lineStart = text.lastIndexOf('\n', range.from) + 1
  const many = text.slice(range.from, range.to).includes('\n')
  const indent = /^[ \t]*/.exec(text.slice(lineStart, range.from))?.[0] ?? ''
  const written = many
    ? JSON.stringify(statement, null, 2).replaceAll('\n', `\n${indent}`)
    : JSON.stringify(statement)
  return [
    {
      from: range.to,
      to: range.to,
      insert: `,${many ? blankBefore(text, range.from) : ' '}${written}`,
    },
  ]
}
