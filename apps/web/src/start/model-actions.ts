import { tell, warn } from '../ui/messages.ts'
import { saveNow } from '../workspace/autosave.ts'
import { canvasFileOf, documentOf } from '../workspace/canvas-file.ts'
import { storageFault } from '../workspace/database.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { queryClient } from '../workspace/query-client.ts'
import { listModels, loadModel, purgeModels, type SaveResult, saveModel } from '../workspace/saved-models.ts'
import { tellTabs } from '../workspace/tabs.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { portraitOf } from './portrait-of.ts'

/** Gives a model another name. The open one by a command, so that it can be undone like any other change. */
export async function renameModel(id: string, name: string): Promise<void> {
  if (useWorkspace.getState().modelId === id) {
    perform({ command: { type: 'RenameModel', name } })
    await saveNow()
    return
  }
  await changing('renamed', async () => {
    const saved = await loadModel(id)
    const read = saved && documentOf(saved.text)
    if (!read) return
    if (!read.ok) return void warn(`The model was not renamed: ${read.message}`)
    const result = await save(id, named(read.document, name), saved.revision)
    if (result.ok) tellTabs('saved', id)
    else warn('The model was not renamed: it was changed in another tab just now. Try again')
  })
}

/** Makes a model like another. Its versions stay with the first: they are that one's past. */
export async function duplicateModel(id: string): Promise<string | undefined> {
  return changing('duplicated', async () => {
    if (useWorkspace.getState().modelId === id) await saveNow()
    const saved = await loadModel(id)
    const read = saved && documentOf(saved.text)
    if (!read) return undefined
    if (!read.ok) {
      warn(`The model was not duplicated: ${read.message}`)
      return undefined
    }
    const copy = crypto.randomUUID()
    const name = await freeModelName(`${saved.name} (copy)`)
    await save(copy, named(read.document, name), 0)
    tellTabs('saved', copy)
    tell(`"${name}" made`)
    return copy
  })
}

/** Removes deleted models for good, and makes room. */
export const removeForGood = (ids: readonly string[]) =>
  changing('removed', async () => {
    await purgeModels(ids)
  })

const named = (document: WorkspaceDocument, name: string): WorkspaceDocument => ({
  ...document,
  model: { ...document.model, name },
})

const save = (id: string, document: WorkspaceDocument, basedOn: number): Promise<SaveResult> =>
  saveModel(
    { id, name: document.model.name, text: canvasFileOf(document), savedAt: Date.now() },
    basedOn,
    portraitOf(document),
  )

async function freeModelName(wanted: string): Promise<string> {
  const taken = new Set((await listModels()).map(({ name }) => name))
  const stem = wanted.replace(/\)$/, '')
  let name = wanted
  for (let count = 2; taken.has(name); count++) name = `${stem} ${count})`
  return name
}

/** Runs a change of what is stored, and says so if storage does not take it. */
async function changing<T>(what: string, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch (error) {
    warn(`The model was not ${what}: ${storageFault(error)}`)
    return undefined
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['models'] })
  }
}
