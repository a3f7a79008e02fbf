import type { Pressed } from '../actions/keys.ts'
import { actionOfKey } from '../actions/actions.ts'
import { focusRegion } from '../shell/regions.ts'
import { nothing } from '../workspace/selection.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { noDrag, useDrag } from './drag-state.ts'

/** A press as React tells it, or as the browser does. */
interface Press extends Pressed {
  readonly target: EventTarget | null
  preventDefault: () => void
  stopPropagation: () => void
}

/** Keys of the canvas: those of the actions, and the two that depend on what has the focus. */
export function canvasKeys(event: Press) {
  if (isTyping(event.target)) return
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (plain && event.key === 'Escape') {
    escape()
    return handled(event)
  }
  if (plain && event.key === 'Enter') {
    const { selection } = useWorkspace.getState()
    if (isNodeOrLine(event.target) && selection.kind !== 'none' && wasSelected(event.target)) {
      focusRegion('inspector')
      handled(event)
    }
    return
  }
  const action = actionOfKey(event, { onCanvas: true, typing: false })
  if (!action) return
  handled(event)
  action.run()
}

/** One step back: a running drag first, then the selection. */
function escape() {
  if (useDrag.getState().dragged) useDrag.setState(noDrag)
  else select(nothing)
}

function handled(event: Press) {
  event.preventDefault()
  // React Flow has its own idea of some of these keys, on the node itself.
  event.stopPropagation()
}

const isNodeOrLine = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.matches('.react-flow__node, .react-flow__edge')

const wasSelected = (target: Element) => target.classList.contains('selected')

/** A box to tick takes no letters. */
const typed = 'input:not([type="checkbox"], [type="radio"]), textarea, select'

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.matches(typed) || target.isContentEditable)
