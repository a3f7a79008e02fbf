import type { Node } from 'jsonc-parser'
import type { Severity } from './document.ts'
import { nearestName } from './element-names.ts'
import { escapeName } from './json-tree.ts'

export type Report = (code: string, severity: Severity, message: string, at: string, onName?: boolean) => void

/** The members of an object; of several with one name the last. A name such as `__proto__` is a name like any other. */
export function membersOf(node: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>()
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? []
    if (key && value) members.set(String(key.value), value)
  }
  return members
}

/** Names that the grammar does not have are reported, with the one that was probably meant. */
export function reportUnknown(
  members: ReadonlyMap<string, Node>,
  known: readonly string[],
  at: string,
  report: Report,
): boolean {
  let found = false
  for (const name of members.keys()) {
    if (known.includes(name)) continue
    found = true
    const nearest = nearestName(name, known)
    const hint = nearest ? `: did you mean \`${nearest}\`?` : ''
    report(
      'unknown-element',
      'error',
      `there is no element \`${name}\` here${hint}`,
      `${at}/${escapeName(name)}`,
      true,
    )
  }
  return found
}
