import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { JsonPointer, TextRange } from './document.ts'

/** A text as a JSON tree, with where each value and each property name stands. */
export interface JsonTree {
  readonly root: Node | undefined
  readonly syntaxErrors: readonly { readonly message: string; readonly range: TextRange }[]
  /** Properties that a later one of the same name replaces. [X7] */
  readonly duplicates: readonly {
    readonly name: string
    readonly at: JsonPointer
    readonly range: TextRange
  }[]
  readonly ranges: ReadonlyMap<JsonPointer, TextRange>
  readonly keyRanges: ReadonlyMap<JsonPointer, TextRange>
}

/** Deeper than any policy, and shallow enough for a parser that calls itself. */
const deepest = 100

export function jsonTree(text: string): JsonTree {
  const tooDeep = depthExceeded(text)
  if (tooDeep !== undefined) {
    return {
      ...nothing,
      syntaxErrors: [{ message: 'brackets are nested too deep for a policy', range: tooDeep }],
    }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const ranges = new Map<JsonPointer, TextRange>()
  const keyRanges = new Map<JsonPointer, TextRange>()
  const duplicates: { name: string; at: JsonPointer; range: TextRange }[] = []
  if (root) walk(root, '')
  return {
    root,
    syntaxErrors: errors.map(error => describeError(error, text.length)),
    duplicates,
    ranges,
    keyRanges,
  }

  // What was cut off in the middle is given an end of its own, past that of the text.
  function rangeIn({ offset, length }: Node): TextRange {
    return { from: offset, to: Math.min(offset + length, text.length) }
  }

  function walk(node: Node, at: JsonPointer) {
    ranges.set(at, rangeIn(node))
    if (node.type === 'array') node.children?.forEach((child, index) => walk(child, `${at}/${index}`))
    if (node.type !== 'object') return
    const seen = new Map<string, Node>()
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? []
      if (!key) continue
      const name = String(key.value)
      const pointer = `${at}/${escapeName(name)}`
      const earlier = seen.get(name)
      if (earlier) duplicates.push({ name, at: pointer, range: rangeIn(earlier) })
      seen.set(name, key)
      keyRanges.set(pointer, rangeIn(key))
      if (value) walk(value, pointer)
    }
  }
}

const nothing: JsonTree = {
  root: undefined,
  syntaxErrors: [],
  duplicates: [],
  ranges: new Map(),
  keyRanges: new Map(),
}

/** RFC 6901: `~` and `/` in a name are written `~0` and `~1`. */
export const escapeName = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value: text needs double quotes',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a property name in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a `:` is missing here',
  CommaExpected: 'a `,` is missing here',
  CloseBraceExpected: 'a `}` is missing here',
  CloseBracketExpected: 'a `]` is missing here',
  EndOfFileExpected: 'the policy ends before this',
  InvalidCommentToken: 'JSON has no comments: take this out',
  UnexpectedEndOfComment: 'this comment has no end, and JSON has no comments',
  UnexpectedEndOfString: 'this text has no closing quote',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this is no valid \\u escape',
  InvalidEscapeCharacter: 'JSON has no such escape after a backslash',
  InvalidCharacter: 'a control character must be written as an escape',
}

function describeError({ error, offset, length }: ParseError, end: number) {
  const code = printParseErrorCode(error)
  const range = { from: Math.min(offset, end), to: Math.min(offset + Math.max(1, length), end) }
  return { message: words[code] ?? 'this is no JSON', range }
}

/** Where the brackets get too deep, counted without recursion; brackets inside of quotes do not count. */
function depthExceeded(text: string): TextRange | undefined {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (quoted) {
      if (character === '\\') index++
      else if (character === '"' || character === '\n') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      if (++depth > deepest) return { from: index, to: index + 1 }
    } else if (character === '}' || character === ']') depth--
  }
  return undefined
}
