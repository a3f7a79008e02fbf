import { formatEdits } from '@iam-canvas/core/lint'
import type { Extension } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import { changeLabel } from './shown-diagnostics.ts'

/** Sets the text in lines, one step of the editor's undo. */
export function formatPolicy(view: EditorView): boolean {
  if (view.state.readOnly) return false
  const edits = formatEdits(view.state.doc.toString())
  if (edits.length > 0) {
    view.dispatch({
      changes: edits.map(({ from, to, insert }) => ({ from, to, insert })),
      annotations: changeLabel.of('Text formatted'),
      userEvent: 'format',
    })
  }
  return true
}

export const formatKey: Extension = keymap.of([{ key: 'Shift-Alt-f', run: formatPolicy }])
