import type { Node } from 'jsonc-parser'
import type { Diagnostic, ParsedPolicy, TextRange } from './document.ts'
import { jsonTree, rangeIn } from './json-tree.ts'
import type { Report } from './members.ts'
import { readDocument } from './read-document.ts'

/**
 * Reads a policy text. Never throws: whatever can be understood is in `document`, whatever cannot has a diagnostic, and
 * a statement that an error leaves in doubt is not `evaluable`. `complete` is false as soon as there is an error, also
 * where it leaves no doubt: a comment, or a duplicate key, of which the last counts. [X7]
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(text: string): ParsedPolicy {
  const tree = jsonTree(text)
  const diagnostics: Diagnostic[] = []
  const report: Report = (code, severity, message, at, place) => {
    diagnostics.push({ code, severity, message, at, range: rangeIn(text, place) })
  }
  for (const { message, range } of tree.syntaxErrors) {
    diagnostics.push({ code: 'syntax', severity: 'error', message, at: '', range })
  }
  for (const { name, at } of tree.duplicates) {
    const message = `\`${String(name.value)}\` stands here twice, and only the last one counts`
    report('duplicate-key', 'error', message, at, name)
  }
  // Where a syntax error left nothing to read, it has said all there is to say.
  const document = tree.root ? readDocument(tree.root, text, report) : { statements: [] }
  const touches = touchesOneOf(tree.syntaxErrors.flatMap(({ doubtFrom }) => doubtFrom ?? []))
  const statements = document.statements.map(statement => {
    const node = tree.valueAt(statement.at)
    return statement.evaluable && node && touches(node.offset, node.offset + node.length)
      ? { ...statement, evaluable: false }
      : statement
  })
  const rangeOf = (node: Node | undefined): TextRange | undefined => node && rangeIn(text, node)
  return {
    text,
    document: { ...document, statements },
    diagnostics: diagnostics.sort((a, b) => a.range.from - b.range.from),
    complete: diagnostics.every(({ severity }) => severity !== 'error'),
    rangeOf: at => rangeOf(tree.valueAt(at)),
    keyRangeOf: at => rangeOf(tree.keyAt(at)),
  }
}

/** Whether one of the sorted offsets is in a range, its end included: what is missing is missing there. */
function touchesOneOf(offsets: readonly number[]) {
  return (from: number, to: number): boolean => {
    let low = 0
    let high = offsets.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((offsets[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    const first = offsets[low]
    return first !== undefined && first <= to
  }
}
