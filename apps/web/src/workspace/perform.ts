import { tell, useMessages, warn } from '../ui/messages.ts'
import { accessChangeText } from './access-change.ts'
import { type Change, type Committed, commit, redo, undo } from './workspace.ts'

/** Commits what a person did, and tells them: what changed, what access that gained or lost, and how to go back. */
export function perform(change: Change): Committed {
  const result = commit(change)
  if (!result.ok) {
    warn(capitalized(result.problem.message))
    return result
  }
  if (change.command) {
    const access = accessChangeText(result.before.access, result.after.access)
    tell(access ? `${result.label} · ${access}` : result.label, { label: 'Undo', run: undoAloud })
  }
  return result
}

export function undoAloud() {
  const label = undo()
  useMessages.getState().say(label ? `Undone: ${label}` : 'Nothing to undo')
}

export function redoAloud() {
  const label = redo()
  useMessages.getState().say(label ? `Done again: ${label}` : 'Nothing to redo')
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
