import type { Diagnostic, ParsedPolicy, Severity, Statement } from './document.ts'
import { jsonTree } from './json-tree.ts'
import { createReader } from './read-document.ts'

/**
 * Reads a policy text. Never throws: whatever can be understood is in `document`, whatever cannot has a diagnostic,
 * and a statement that an error touches is not `evaluable`. `complete` is false as soon as there is an error.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(text: string): ParsedPolicy {
  const tree = jsonTree(text)
  const diagnostics: Diagnostic[] = []
  const report = (code: string, severity: Severity, message: string, at: string, onName = false) => {
    const range =
      (onName ? tree.keyRanges.get(at) : undefined) ?? tree.ranges.get(at) ?? tree.keyRanges.get(at)
    diagnostics.push({ code, severity, message, at, range: range ?? { from: 0, to: text.length } })
  }
  for (const { message, range } of tree.syntaxErrors) {
    diagnostics.push({ code: 'syntax', severity: 'error', message, at: '', range })
  }
  for (const { name, at, range } of tree.duplicates) {
    const message = `\`${name}\` stands here twice, and only the last one counts`
    diagnostics.push({ code: 'duplicate-key', severity: 'error', message, at, range })
  }
  // Where a syntax error left nothing to read, it has said all there is to say.
  const unreadable = !tree.root && tree.syntaxErrors.length > 0
  const document = unreadable ? { statements: [] } : createReader(report)(tree.root)
  const touched = (statement: Statement) => {
    const range = tree.ranges.get(statement.at)
    return tree.syntaxErrors.some(
      error => range && error.range.from >= range.from && error.range.from <= range.to,
    )
  }
  const statements = document.statements.map(statement =>
    statement.evaluable && touched(statement) ? { ...statement, evaluable: false } : statement,
  )
  return {
    text,
    document: { ...document, statements },
    diagnostics: diagnostics.sort((a, b) => a.range.from - b.range.from),
    complete: diagnostics.every(({ severity }) => severity !== 'error'),
    rangeOf: at => tree.ranges.get(at),
    keyRangeOf: at => tree.keyRanges.get(at),
  }
}
