import { type Node, parseTree } from 'jsonc-parser'
import type { ParsedPolicy, TextRange } from '../policy/document.ts'

const remembered = new WeakMap<ParsedPolicy, ReadonlyMap<number, TextRange>>()

/**
 * Where the property stands, with its value, whose name begins here. Pointers do not tell: of several properties of one
 * name they name that which counts. [X7]
 */
export function memberFrom(parsed: ParsedPolicy, from: number): TextRange | undefined {
  let members = remembered.get(parsed)
  if (!members) {
    members = new Map(membersIn(parseTree(parsed.text)))
    remembered.set(parsed, members)
  }
  return members.get(from)
}

function* membersIn(node: Node | undefined): Generator<[number, TextRange]> {
  const [, value] = node?.type === 'property' ? (node.children ?? []) : []
  if (node && value) yield [node.offset, { from: node.offset, to: value.offset + value.length }]
  for (const child of node?.children ?? []) yield* membersIn(child)
}
