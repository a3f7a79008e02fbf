import { tell, warn } from '../ui/messages.ts'
import { accessChangeText } from '../workspace/access-change.ts'
import { saveNow } from '../workspace/autosave.ts'
import { documentOf } from '../workspace/canvas-file.ts'
import { type SavedVersion, storageFault } from '../workspace/database.ts'
import { undoAloud } from '../workspace/perform.ts'
import { queryClient } from '../workspace/query-client.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { replaceDocument } from './replace-document.ts'
import { deleteVersion, keepVersion, putBackVersion, versionText } from './saved-versions.ts'

/** Keeps what is open under a name. Says so, also when it could not be kept. */
export async function saveVersion(name: string): Promise<boolean> {
  const { document, modelId } = useWorkspace.getState()
  return changing(`"${name}" was not kept`, async () => {
    // A version of a model that is not stored would belong to nothing.
    await saveNow()
    await keepVersion(useWorkspace.getState().modelId || modelId, name, document)
    tell(`Version "${name}" kept`)
  })
}

/**
 * Makes the open model what it was in a version, as one step that can be undone. What is there now is kept as a version
 * first; if that cannot be stored, nothing is changed.
 */
export async function restoreVersion(version: SavedVersion): Promise<boolean> {
  return changing(`Nothing was changed: what is open now could not be kept first`, async () => {
    const text = await versionText(version.id)
    const read = text === undefined ? undefined : documentOf(text)
    if (!read?.ok) {
      warn(
        read
          ? `The version cannot be opened: ${read.message}. Nothing was changed`
          : 'This version is not stored any more',
      )
      return
    }
    const { document, modelId } = useWorkspace.getState()
    await keepVersion(modelId, `Before going back to "${version.name}"`, document, 'before-restore')
    const done = replaceDocument(read.document, `Back to version "${version.name}"`)
    if (!done.ok) return
    const access = accessChangeText(done.before.access, done.after.access)
    tell(access ? `${done.label} · ${access}` : done.label, { label: 'Undo', run: undoAloud })
  })
}

export async function removeVersion({ id, name }: SavedVersion): Promise<boolean> {
  return changing(`"${name}" was not deleted`, async () => {
    const removed = await deleteVersion(id)
    if (!removed) return
    const back = () => changing(`"${name}" could not be put back`, () => putBackVersion(removed))
    tell(`Version "${name}" deleted`, { label: 'Undo', run: () => void back() })
  })
}

/** Runs a change of what is stored, and says so if storage does not take it. */
async function changing(fault: string, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run()
    return true
  } catch (error) {
    warn(`${fault}: ${storageFault(error)}`)
    return false
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['versions'] })
  }
}
