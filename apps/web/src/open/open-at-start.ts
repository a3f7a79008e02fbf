import { isFramed } from '../canvas/containment.ts'
import { drawnEntities } from '../canvas/drawn.ts'
import { isMember } from '../canvas/layout-input.ts'
import { warn } from '../ui/messages.ts'
import { beginSaving, saveNow } from '../workspace/autosave.ts'
import { documentOf } from '../workspace/canvas-file.ts'
import { type SavedModel, storageFault } from '../workspace/database.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { exampleDocument } from '../workspace/example.ts'
import { rememberedModel } from '../workspace/open-model.ts'
import { listModels, loadModel } from '../workspace/saved-models.ts'
import { takeUnsaved } from '../workspace/unsaved-work.ts'
import { openDocument } from '../workspace/workspace.ts'

/** Whether everything has a place. Frames make way for each other, which only the layout can tell. */
export const isComplete = (document: WorkspaceDocument): boolean =>
  !isFramed(document.model) &&
  drawnEntities(document).every(({ id }) => document.layout.positions[id] ?? isMember(document, id))

/** What is stored mostly has all its places; only for the others what lays out is loaded. */
async function complete(document: WorkspaceDocument): Promise<WorkspaceDocument> {
  if (isComplete(document)) return document
  const { completeLayout } = await import('../canvas/complete-layout.ts')
  return { ...document, layout: completeLayout(document) }
}

/** Opens a model that this browser has saved; says so if it cannot be read, and then changes nothing. */
export async function openSaved(id: string): Promise<boolean> {
  await saveNow()
  try {
    const saved = await loadModel(id)
    if (saved) return await show(saved, saved.text)
    warn('This model is not stored in this browser any more')
  } catch (error) {
    warn(`The model was not opened: ${storageFault(error)}`)
  }
  return false
}

async function show(
  saved: Pick<SavedModel, 'id' | 'name' | 'revision'>,
  text: string,
  state: 'saved' | 'unsaved' = 'saved',
): Promise<boolean> {
  const read = documentOf(text)
  if (!read.ok) {
    warn(`"${saved.name}" cannot be opened: ${read.message}. It stays stored as it is`)
    return false
  }
  const document = await complete(read.document)
  openDocument(document, saved.id)
  beginSaving(document, saved.revision, state)
  return true
}

/** The first thing a visit shows: what was open last, or the worked example. */
export async function openAtStart() {
  try {
    if (await openLast()) return
  } catch {
    warn(
      'This browser does not let the page store anything. Your work is kept only while this tab is open: save it to a file',
    )
  }
  const document = exampleDocument()
  openDocument(document, crypto.randomUUID())
  beginSaving(document, 0, 'unsaved')
}

async function openLast(): Promise<boolean> {
  const unsaved = takeUnsaved()
  const models = await listModels()
  const id = unsaved?.id ?? rememberedModel() ?? models[0]?.id
  const saved = id === undefined ? undefined : await loadModel(id)
  if (unsaved && (saved?.revision ?? 0) === unsaved.basedOn) {
    const head = { id: unsaved.id, name: saved?.name ?? 'Unsaved work', revision: unsaved.basedOn }
    if (await show(head, unsaved.text, 'unsaved')) {
      await saveNow()
      return true
    }
  }
  if (saved && (await show(saved, saved.text))) return true
  for (const { id: other } of models) {
    if (other !== id && (await openSaved(other))) return true
  }
  return false
}
