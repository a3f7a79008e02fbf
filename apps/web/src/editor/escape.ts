import type { Extension } from '@codemirror/state'
import { closeHoverTooltips, type EditorView, hasHoverTooltips, ViewPlugin } from '@codemirror/view'
import { closeAsked } from './hover.ts'
import { closeGutterTooltip, hasGutterTooltip } from './shown-diagnostics.ts'

/** Closes what the pointer or a key opened over the text; says whether there was anything. */
function closeTooltips(view: EditorView): boolean {
  const hovered = hasHoverTooltips(view.state)
  const inGutter = hasGutterTooltip(view)
  const wasAsked = closeAsked(view)
  if (hovered) view.dispatch({ effects: closeHoverTooltips })
  if (inGutter) closeGutterTooltip(view)
  return hovered || inGutter || wasAsked
}

/**
 * Escape closes what is open in the editor, a tooltip or the search panel, and is then not heard outside. With nothing
 * open it passes.
 */
export const escape: Extension = ViewPlugin.define(view => {
  // A tooltip opens at the pointer, wherever the focus is, and Escape has to close it from there. Before everything
  // else: the list of completions stays, and nothing behind the tooltip is left by the same key.
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !closeTooltips(view)) return
    event.preventDefault()
    event.stopPropagation()
  }
  // On the whole editor and not its text alone: the panels stand beside the text.
  const stop = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.defaultPrevented) event.stopPropagation()
  }
  const { ownerDocument } = view.dom
  ownerDocument.addEventListener('keydown', close, true)
  view.dom.addEventListener('keydown', stop)
  return {
    destroy() {
      ownerDocument.removeEventListener('keydown', close, true)
      view.dom.removeEventListener('keydown', stop)
    },
  }
})
