import type { ParsedPolicy } from './document.ts'
import { parsePolicy } from './parse.ts'

const parsed = new Map<string, ParsedPolicy>()
const mostKept = 5_000

/** `parsePolicy`, remembering: the same text gives the same parse, so that what is compiled from it is kept too. */
export function parsedPolicy(text: string): ParsedPolicy {
  let result = parsed.get(text)
  if (!result) {
    result = parsePolicy(text)
    // Typing makes a text for each keystroke; forgetting all at once is cheap, and happens rarely.
    if (parsed.size >= mostKept) parsed.clear()
    parsed.set(text, result)
  }
  return result
}
