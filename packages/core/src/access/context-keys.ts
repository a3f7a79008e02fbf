import type { ParsedPolicy } from '../policy/document.ts'
import { compilePolicy } from './compile.ts'
import { variableKeys } from './variables.ts'

/**
 * The context keys that a policy asks about, in conditions and in variables that count, each once, spelled as where it
 * stands first and in the order of the text. They are what an answer can hang on. [C2, C16]
 */
export function contextKeysOf(parsed: ParsedPolicy): readonly string[] {
  const found = new Map<string, string>()
  for (const { resources, conditions } of compilePolicy(parsed, 'identity').statements) {
    const keys = [
      ...resources.flatMap(({ end }) => variableKeys(end)),
      ...conditions.flatMap(({ entry, values }) => [
        entry.key,
        ...values.flatMap(value => variableKeys(value.template)),
      ]),
    ]
    for (const key of keys) if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), key)
  }
  return [...found.values()]
}
