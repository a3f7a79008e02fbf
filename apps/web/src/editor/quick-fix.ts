import { type Action, forEachDiagnostic } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'

/** Mends what is remarked on at the cursor, by the first fix there is: of several remarks, that of the shortest place. */
function fixAtCursor(view: EditorView): boolean {
  const { main } = view.state.selection
  let best: { readonly length: number; readonly run: () => void } | undefined
  forEachDiagnostic(view.state, ({ actions }, from, to) => {
    const [action]: readonly Action[] = actions ?? []
    if (!action || from > main.to || to < main.from || (best && best.length <= to - from)) return
    best = { length: to - from, run: () => action.apply(view, from, to) }
  })
  // Its own key, and nothing else may come of it where there is nothing to mend.
  best?.run()
  return true
}

export const quickFix: Extension = keymap.of([{ key: 'Mod-.', run: fixAtCursor }])
