import type { LintFinding } from '@iam-canvas/core/lint'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import {
  Annotation,
  Compartment,
  type EditorState,
  type Extension,
  type TransactionSpec,
} from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { remarkElement } from './remark-element.ts'

/** The gutter takes room only while there is something to say. */
const remarkGutter = new Compartment()

export const noDiagnostics: Extension = remarkGutter.of([])

/** What a change did, in words: it is then an undo step of its own. */
export const changeLabel = Annotation.define<string>()

/** A finding whose places are those of the editor's text. */
export type Remark = Pick<LintFinding, 'range' | 'severity' | 'message' | 'fix'> &
  Partial<Pick<LintFinding, 'why' | 'page' | 'code'>>

const severityOf: Readonly<Record<LintFinding['severity'], Diagnostic['severity']>> = {
  error: 'error',
  'security-warning': 'warning',
  warning: 'warning',
  suggestion: 'info',
}

/** Squiggles, gutter markers and tooltips for these. Places that the text has no longer are left out. */
export function showDiagnostics(state: EditorState, remarks: readonly Remark[]): TransactionSpec {
  const { doc, readOnly } = state
  const { length } = doc
  const diagnostics = remarks
    .filter(({ range }) => range.from <= length)
    .map((remark): Diagnostic => {
      const { range, severity, message, fix } = remark
      return {
        from: range.from,
        // An empty range would show nothing.
        // A statement of many lines is told by its first: waves under all of them would hide what they are about.
        to: Math.min(
          Math.max(range.to, range.from + 1),
          Math.max(doc.lineAt(range.from).to, range.from + 1),
          length,
        ),
        severity: severityOf[severity],
        message,
        renderMessage: () => remarkElement(remark),
        ...(fix &&
          !readOnly && {
            actions: [
              {
                name: fix.label.replaceAll('`', ''),
                apply: (view: EditorView) => {
                  // What has been typed since is linted again in a moment, and has fixes of its own.
                  if (view.state.doc.eq(doc)) view.dispatch(fixing(fix))
                },
              },
            ],
          }),
      }
    })
  const { effects = [] } = setDiagnostics(state, diagnostics)
  const gutter = remarkGutter.reconfigure(diagnostics.length > 0 ? lintGutter() : [])
  return { effects: [gutter, ...(Array.isArray(effects) ? effects : [effects])] }
}

const fixing = ({ edits, label }: NonNullable<LintFinding['fix']>): TransactionSpec => ({
  changes: edits.map(({ from, to, insert }) => ({ from, to, insert })),
  annotations: changeLabel.of(label.replaceAll('`', '')),
  userEvent: 'input.fix',
})
