import { tell, warn } from '../ui/messages.ts'
import { hasUnsavedWork, saveNow } from '../workspace/autosave.ts'
import { storageFault } from '../workspace/database.ts'
import { queryClient } from '../workspace/query-client.ts'
import { daysUntilPurged, deleteModel, listModels, restoreModel } from '../workspace/saved-models.ts'
import { tellTabs } from '../workspace/tabs.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { openSaved } from './open-at-start.ts'
import { openExample } from './open-models.ts'

/**
 * Deletes a model of this browser; if it is the open one, another is opened. It stays among the deleted ones for a
 * month, so that neither a missed message nor a reload loses it.
 */
export async function removeModel(id: string) {
  const wasOpen = useWorkspace.getState().modelId === id
  try {
    if (wasOpen) await saveNow()
    // What could not be saved exists only here, and there would be nothing to take back.
    if (wasOpen && hasUnsavedWork()) {
      warn('This model is not saved, so it was not deleted')
      return
    }
    const removed = await deleteModel(id)
    if (!removed) return
    tellTabs('deleted', id)
    if (wasOpen) await openAnother(id)
    await queryClient.invalidateQueries({ queryKey: ['models'] })
    tell(`"${removed.name}" deleted. It can be taken back for ${daysUntilPurged} days`, {
      label: 'Undo',
      run: () => void takeBack(id, wasOpen),
    })
  } catch (error) {
    warn(`The model was not deleted: ${storageFault(error)}`)
  }
}

export const removeOpenModel = () => removeModel(useWorkspace.getState().modelId)

async function openAnother(id: string) {
  const [next] = (await listModels()).filter(model => model.id !== id)
  // The document that is open belongs to no stored model any more, and must not be saved again.
  useWorkspace.setState({ modelId: '' })
  if (!next || !(await openSaved(next.id))) await openExample()
}

/** Takes a deleted model back, and opens it where it was open. */
export async function takeBack(id: string, open = false) {
  try {
    const head = await restoreModel(id)
    if (head && open) await openSaved(id)
    if (head) tellTabs('restored', id)
    await queryClient.invalidateQueries({ queryKey: ['models'] })
    if (head) tell(`"${head.name}" is back`)
  } catch (error) {
    warn(`The model could not be taken back: ${storageFault(error)}`)
  }
}
