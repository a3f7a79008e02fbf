import type { Extension } from '@codemirror/state'
import { closeHoverTooltips, hasHoverTooltips, keymap, ViewPlugin } from '@codemirror/view'

/**
 * Escape closes what is open in the editor, a tooltip or the search panel, and is then not heard outside. With nothing
 * open it passes.
 */
export const escape: Extension = [
  keymap.of([
    {
      key: 'Escape',
      run(view) {
        if (!hasHoverTooltips(view.state)) return false
        view.dispatch({ effects: closeHoverTooltips })
        return true
      },
    },
  ]),
  ViewPlugin.define(view => {
    // On the whole editor and not its text alone: the panels stand beside the text.
    const stop = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.defaultPrevented) event.stopPropagation()
    }
    view.dom.addEventListener('keydown', stop)
    return { destroy: () => view.dom.removeEventListener('keydown', stop) }
  }),
]
