import { actionOfKey } from '../actions/actions.ts'
import { isTyping } from '../canvas/canvas-keys.ts'

/**
 * Keys that act anywhere in the app. Text fields and the editor keep theirs. With nothing focused, which is where a
 * click on the open canvas leaves one, the keys of the canvas act as well.
 */
export function appKeys(event: KeyboardEvent) {
  if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="menu"]')) return
  const action = actionOfKey(event, {
    onCanvas: event.target === document.body,
    typing: isTyping(event.target),
  })
  if (!action) return
  event.preventDefault()
  action.run()
}
