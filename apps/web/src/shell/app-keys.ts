import { isTyping } from '../canvas/canvas-keys.ts'
import { chooseFile } from '../open/open-file.ts'
import { redoAloud, undoAloud } from '../workspace/perform.ts'
import { saveToFile } from '../open/save-file.ts'
import { focusRegion, cycleRegion } from './regions.ts'
import { openShortcuts } from './shortcuts-state.ts'

/** Keys that act anywhere in the app. Undo leaves text fields and the editor to their own undo. */
export function appKeys(event: KeyboardEvent) {
  if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  const act = (run: () => void) => {
    event.preventDefault()
    run()
  }
  if (event.key === 'F6') return act(() => cycleRegion(event.shiftKey))
  if (event.key === 'F1' || (event.key === '?' && !isTyping(event.target))) return act(openShortcuts)
  if (!command) return
  if (key === 's') return act(saveToFile)
  if (key === 'o') return act(chooseFile)
  if (event.key === 'Enter') return act(() => void focusRegion(inInspector() ? 'canvas' : 'inspector'))
  if (isTyping(event.target)) return
  if (key === 'z') return act(event.shiftKey ? redoAloud : undoAloud)
  if (key === 'y') return act(redoAloud)
}

const inInspector = () => document.activeElement?.closest('[data-region="inspector"]') != null
