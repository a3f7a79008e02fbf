import { tell } from '../ui/messages.ts'
import { saveNow } from '../workspace/autosave.ts'
import { queryClient } from '../workspace/query-client.ts'
import { deleteModel, listModels, restoreModel } from '../workspace/saved-models.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { openExample, openSaved } from './open-models.ts'

/** Deletes the open model from this browser and opens another. Undo brings it back as it was. */
export async function removeOpenModel() {
  await saveNow()
  const { modelId } = useWorkspace.getState()
  const removed = await deleteModel(modelId)
  const [next] = (await listModels()).filter(model => model.id !== modelId)
  // The document that is open belongs to no stored model any more, and must not be saved again.
  useWorkspace.setState({ modelId: '' })
  if (!next || !(await openSaved(next.id))) await openExample()
  await queryClient.invalidateQueries({ queryKey: ['models'] })
  if (!removed) return
  tell(`"${removed.name}" deleted`, {
    label: 'Undo',
    run: () => void bringBack(removed),
  })
}

async function bringBack(removed: Parameters<typeof restoreModel>[0]) {
  await restoreModel(removed)
  await openSaved(removed.id)
  await queryClient.invalidateQueries({ queryKey: ['models'] })
}
