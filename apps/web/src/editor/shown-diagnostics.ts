import type { Diagnostic } from '@iam-canvas/core'
import { type Diagnostic as Remark, lintGutter, setDiagnostics } from '@codemirror/lint'
import { Compartment, type EditorState, type Extension, type TransactionSpec } from '@codemirror/state'

/** The gutter takes room only while there is something to say. */
const remarkGutter = new Compartment()

export const noDiagnostics: Extension = remarkGutter.of([])

/** Squiggles, gutter markers and tooltips for these. Places that the text has no longer are left out. */
export function showDiagnostics(state: EditorState, diagnostics: readonly Diagnostic[]): TransactionSpec {
  const { length } = state.doc
  const remarks = diagnostics
    .filter(({ range }) => range.from <= length)
    .map(
      ({ range, severity, message }): Remark => ({
        from: range.from,
        // An empty range would show nothing.
        to: Math.min(Math.max(range.to, range.from + 1), length),
        severity,
        message,
      }),
    )
  const { effects = [] } = setDiagnostics(state, remarks)
  const gutter = remarkGutter.reconfigure(remarks.length > 0 ? lintGutter() : [])
  return { effects: [gutter, ...(Array.isArray(effects) ? effects : [effects])] }
}
