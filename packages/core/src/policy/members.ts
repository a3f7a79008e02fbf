import type { Node } from 'jsonc-parser'
import type { JsonPointer, Severity } from './document.ts'
import { nearestName } from './element-names.ts'
import { escapeName, propertiesOf } from './json-places.ts'

/** Says something about a policy; `place` is the value or the name to mark, which `at` alone does not tell. */
export type Report = (code: string, severity: Severity, message: string, at: JsonPointer, place: Node) => void

/** The properties of an object that have a value. */
export function membersOf(node: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>()
  for (const [name, { value }] of propertiesOf(node)) if (value) members.set(name, value)
  return members
}

/** The name before a member's value. */
export const nameOf = (member: Node): Node => member.parent?.children?.[0] ?? member

/** Names that the grammar does not have are reported, with the one that was probably meant. */
export function reportUnknown(
  members: ReadonlyMap<string, Node>,
  known: readonly string[],
  at: JsonPointer,
  report: Report,
): void {
  for (const [name, value] of members) {
    if (known.includes(name)) continue
    const nearest = nearestName(name, known)
    const hint = nearest ? `: did you mean \`${nearest}\`?` : ''
    const message = `there is no element \`${name}\` here${hint}`
    report('unknown-element', 'error', message, `${at}/${escapeName(name)}`, nameOf(value))
  }
}
