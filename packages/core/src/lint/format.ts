import { format } from 'jsonc-parser'
import { tooDeepIn } from '../policy/bracket-depth.ts'
import type { TextEdit } from './finding.ts'
import { withEdits } from './text-edit.ts'

/** Brackets deeper than any policy: the formatter is not asked about those. */
const deepest = 100

/**
 * The edits that set a policy text in lines, two blanks to a level, as AWS's console does. Only blanks change: the order
 * of everything, and half-typed text, stay as they are.
 */
export function formatEdits(text: string): readonly TextEdit[] {
  if (tooDeepIn(text, deepest)) return []
  const options = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' }
  const edits = format(text, undefined, options).map(({ offset, length, content }) => ({
    from: offset,
    to: offset + length,
    insert: content,
  }))
  const sorted = edits.sort((a, b) => a.from - b.from)
  // A formatter that changed a word would be worse than none.
  return bare(withEdits(text, sorted)) === bare(text) ? sorted : []
}

const bare = (text: string): string => text.replaceAll(/\s+/g, '')
