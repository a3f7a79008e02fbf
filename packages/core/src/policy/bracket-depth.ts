import { createScanner } from 'jsonc-parser'
import type { TextRange } from './document.ts'

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/**
 * Where brackets are open inside of more than `deepest` others; `undefined` for a text that is safe for a parser which
 * calls itself.
 *
 * INVARIANT: what the parser has open is among what is open here. That takes the parser's own scanner, since a quote in
 * a comment opens no string and a line break ends one; and a bracket that closes nothing may not count as closing.
 */
export function tooDeepIn(text: string, deepest: number): TextRange | undefined {
  const scanner = createScanner(text, true)
  const open: string[] = []
  for (;;) {
    scanner.scan()
    const from = scanner.getTokenOffset()
    if (from >= text.length) return undefined
    const character = text.charAt(from)
    const end = closing[character]
    if (end !== undefined) {
      if (open.push(end) > deepest) return { from, to: from + 1 }
    } else if (character === open.at(-1)) open.pop()
  }
}
