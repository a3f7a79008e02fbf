import { amend, tell, useMessages, warn } from '../ui/messages.ts'
import { accessChangeText } from './access-change.ts'
import { type Change, type Committed, commit, redo, undo } from './changes.ts'
import { useWorkspace } from './workspace.ts'
import { capitalized } from '../ui/capitalized.ts'

/** Commits what a person did, and tells them: what changed, what access that gained or lost, and how to go back. */
export function perform(change: Change): Committed {
  const result = commit(change)
  if (!result.ok) {
    warn(capitalized(result.problem.message))
    return result
  }
  const { before, after } = result
  // A step that only moves things is plain to see.
  if (change.command || before.document.layout.notes !== after.document.layout.notes) {
    const text = (access: string) => (access ? `${result.label} · ${access}` : result.label)
    const undoIt = { label: 'Undo', run: undoAloud }
    if (result.after.deciding) {
      const shown = tell(result.label, undoIt)
      whenDecided(result, access => amend(shown, text(access)))
    } else {
      tell(text(accessChangeText(result.before.access, result.after.access)), undoIt)
    }
  }
  return result
}

/** What a change of a large model gained or lost is known a moment later, unless another change comes first. */
function whenDecided(
  { before, after }: Extract<Committed, { ok: true }>,
  say: (accessChange: string) => void,
) {
  const stop = useWorkspace.subscribe(now => {
    if (now.deciding && now.document.model === after.document.model) return
    stop()
    const only =
      now.document.model === after.document.model &&
      now.document.request === after.document.request &&
      !before.deciding
    if (only) say(accessChangeText(before.access, now.access))
  })
}

export function undoAloud() {
  const label = undo()
  useMessages.getState().say(label ? `Undone: ${label}` : 'Nothing to undo')
}

export function redoAloud() {
  const label = redo()
  useMessages.getState().say(label ? `Done again: ${label}` : 'Nothing to redo')
}
