import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import { tooDeepIn } from './bracket-depth.ts'
import type { JsonPointer, TextRange } from './document.ts'
import { escapeName, type JsonPlaces, placesIn, propertiesOf } from './json-places.ts'
import { type SyntaxMistake, syntaxErrorsOf } from './syntax-errors.ts'

/** A text as a JSON tree, with where each value and each property name stands. */
export interface JsonTree extends JsonPlaces {
  readonly root: Node | undefined
  readonly syntaxErrors: readonly SyntaxMistake[]
  /** The names of properties that a later one of the same name replaces. [X7] */
  readonly duplicates: readonly { readonly name: Node; readonly at: JsonPointer }[]
}

/** Deeper than any policy, and shallow enough for a parser that calls itself. */
const deepest = 100

/** Reads a text as strict JSON, as far as it goes. Never throws, and takes time linear in the text. */
export function jsonTree(text: string): JsonTree {
  const tooDeep = tooDeepIn(text, deepest)
  if (tooDeep) {
    const message = 'brackets are nested too deep for a policy'
    return {
      root: undefined,
      syntaxErrors: [{ message, range: tooDeep, doubtFrom: tooDeep.from }],
      duplicates: [],
      ...placesIn(undefined),
    }
  }
  const errors: ParseError[] = []
  // The line break tells what ends where the text ends from what is cut off there: only that reaches past it.
  const root = parseTree(`${text}\n`, errors, { disallowComments: true, allowTrailingComma: false })
  return {
    root,
    syntaxErrors: syntaxErrorsOf(errors, text),
    duplicates: root ? duplicatesIn(root, '') : [],
    ...placesIn(root),
  }
}

/** Where a value or a name stands. What is cut off in the middle has an end past that of the text. */
export const rangeIn = (text: string, { offset, length }: Node): TextRange => ({
  from: offset,
  to: Math.min(offset + length, text.length),
})

function duplicatesIn(node: Node, at: JsonPointer): { readonly name: Node; readonly at: JsonPointer }[] {
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((child, index) => duplicatesIn(child, `${at}/${index}`))
  }
  const properties = propertiesOf(node)
  const replaced = (node.type === 'object' ? (node.children ?? []) : []).flatMap(({ children }) => {
    const key = children?.[0]
    if (!key || properties.get(String(key.value))?.key === key) return []
    return [{ name: key, at: `${at}/${escapeName(String(key.value))}` }]
  })
  const inside = [...properties].flatMap(([name, { value }]) =>
    value ? duplicatesIn(value, `${at}/${escapeName(name)}`) : [],
  )
  return [...replaced, ...inside]
}
