import type { LintFinding } from '@iam-canvas/core/lint'
import { type Diagnostic, forEachDiagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import {
  Annotation,
  Compartment,
  type EditorState,
  type Extension,
  type TransactionSpec,
} from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { remarkElement } from './remark-element.ts'

const remarkGutter = new Compartment()
const remarked = new Compartment()

/** The gutter is always there, since a tooltip over it asks for it; it takes room only while there is something to say. */
export const noDiagnostics: Extension = [remarkGutter.of(lintGutter()), remarked.of([])]

const HAS_REMARKS = EditorView.editorAttributes.of({ class: 'cm-remarked' })

export const hasGutterTooltip = (view: EditorView): boolean =>
  view.dom.querySelector('.cm-tooltip-lint') !== null

/** The gutter keeps its tooltip to itself, and forgets it when it goes; when it is back it has to be told its markers. */
export function closeGutterTooltip(view: EditorView) {
  const diagnostics: Diagnostic[] = []
  forEachDiagnostic(view.state, (diagnostic, from, to) => diagnostics.push({ ...diagnostic, from, to }))
  view.dispatch({ effects: remarkGutter.reconfigure([]) })
  const { effects = [] } = setDiagnostics(view.state, diagnostics)
  view.dispatch({ effects: [remarkGutter.reconfigure(lintGutter()), ...[effects].flat()] })
}

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
  const room = remarked.reconfigure(diagnostics.length > 0 ? HAS_REMARKS : [])
  return { effects: [room, ...(Array.isArray(effects) ? effects : [effects])] }
}

const fixing = ({ edits, label }: NonNullable<LintFinding['fix']>): TransactionSpec => ({
  changes: edits.map(({ from, to, insert }) => ({ from, to, insert })),
  annotations: changeLabel.of(label.replaceAll('`', '')),
  userEvent: 'input.fix',
})
