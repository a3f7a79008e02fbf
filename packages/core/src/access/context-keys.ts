import type { ParsedPolicy } from '../policy/document.ts'
import { type CompiledStatement, compilePolicy } from './compile.ts'
import { variableKeys } from './variables.ts'

/**
 * The context keys that a policy asks about, in conditions and in variables that count, each once, spelled as where it
 * stands first and in the order of the text. They are what an answer can hang on. [C2, C16]
 */
export function contextKeysOf(parsed: ParsedPolicy): readonly string[] {
  const found = new Map<string, string>()
  for (const statement of compilePolicy(parsed, 'identity').statements) {
    for (const key of keysIn(statement)) if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), key)
  }
  return [...found.values()]
}

/** The keys that a statement's variables and conditions name, as they are spelled there. */
export const keysIn = ({ resources, conditions }: CompiledStatement): readonly string[] => [
  ...resources.flatMap(({ end }) => variableKeys(end)),
  ...conditions.flatMap(({ entry, values }) => [
    entry.key,
    ...values.flatMap(value => variableKeys(value.template)),
  ]),
]
