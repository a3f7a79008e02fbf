import { tell, warn } from '../ui/messages.ts'
import { replaceDocument } from '../versions/replace-document.ts'
import { continueSaving, hasUnsavedWork, saveNow } from '../workspace/autosave.ts'
import { documentOf } from '../workspace/canvas-file.ts'
import { storageFault } from '../workspace/database.ts'
import { undoAloud } from '../workspace/perform.ts'
import { loadModel } from '../workspace/saved-models.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Takes over what another tab has made of this model, as one step that can be undone here. */
export async function followOtherTab() {
  // Work of this tab's own comes first: saving it finds the other's, and makes a copy.
  if (hasUnsavedWork()) {
    await saveNow()
    return
  }
  try {
    const saved = await loadModel(useWorkspace.getState().modelId)
    const read = saved && documentOf(saved.text)
    if (!read) return
    if (!read.ok) {
      warn(`What the other tab saved cannot be shown: ${read.message}. Reload this tab to go on with it`)
      return
    }
    const done = replaceDocument(read.document, 'Changes of another tab')
    if (!done.ok) return
    continueSaving(useWorkspace.getState().document, saved.revision)
    tell('This is what the other tab made', { label: 'Undo', run: undoAloud })
  } catch (error) {
    warn(`The changes could not be read: ${storageFault(error)}`)
  }
}
