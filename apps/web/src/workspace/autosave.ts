import { canvasFileOf } from './canvas-file.ts'
import { create } from 'zustand'
import { tell } from '../ui/messages.ts'
import type { WorkspaceDocument } from './document.ts'
import { keepUnsaved } from './unsaved-work.ts'
import { rememberOpenModel } from './open-model.ts'
import { type Portrait, storageFault } from './database.ts'
import { type SaveResult, saveModel } from './saved-models.ts'
import { onOtherTabs, openedHere, tellTabs, useTabs } from './tabs.ts'
import { useWorkspace } from './workspace.ts'

type SaveState =
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Where the open document stands with its storage; shown beside its name. */
export const useSaveState = create<{ readonly state: SaveState }>()(() => ({
  state: { kind: 'saved', at: undefined },
}))

const pause = 300

/** Every list of the models is fetched anew. What shows lists is loaded after the canvas answers. */
async function listsChanged() {
  const { queryClient } = await import('./query-client.ts')
  await queryClient.invalidateQueries({ queryKey: ['models'] })
}

const show = (state: SaveState) => useSaveState.setState({ state })

let revision = 0
let savedDocument: WorkspaceDocument | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let running: Promise<void> = Promise.resolve()

/** Call when a document is opened: `atRevision` is what storage has of it, 0 for one that was never saved. */
export function beginSaving(document: WorkspaceDocument, atRevision: number, is: 'saved' | 'unsaved') {
  revision = atRevision
  savedDocument = is === 'saved' ? document : undefined
  show({ kind: 'saved', at: undefined })
  openedHere(useWorkspace.getState().modelId)
}

/** Call when the open document has been made what storage has at this revision, by a step that can be undone. */
export function continueSaving(document: WorkspaceDocument, atRevision: number) {
  revision = atRevision
  savedDocument = document
  openedHere(useWorkspace.getState().modelId)
}

export const hasUnsavedWork = () => useWorkspace.getState().document !== savedDocument

/** Saves now whatever is not saved yet. Saves never overlap. */
export function saveNow(): Promise<void> {
  clearTimeout(timer)
  running = running.then(save, save)
  return running
}

async function save() {
  const { document, modelId } = useWorkspace.getState()
  if (document === savedDocument || modelId === '') return
  show({ kind: 'saving' })
  try {
    const result = await store(document, modelId)
    if (!result.ok) return await saveAsCopy(document)
    revision = result.revision
    savedDocument = document
    rememberOpenModel(modelId)
    show({ kind: 'saved', at: Date.now() })
    tellTabs('saved', modelId)
    await listsChanged()
  } catch (error) {
    show({ kind: 'failed', reason: storageFault(error) })
  }
}

async function store(document: WorkspaceDocument, id: string, basedOn = revision): Promise<SaveResult> {
  const portrait = await portraitFor(document, id)
  const { name } = document.model
  return saveModel({ id, name, text: canvasFileOf(document), savedAt: Date.now() }, basedOn, portrait)
}

/** Lists go without a picture rather than a model without being saved. */
async function portraitFor(document: WorkspaceDocument, id: string): Promise<Portrait | undefined> {
  try {
    const { portraitForSave } = await import('../start/portrait-of.ts')
    const now = useWorkspace.getState()
    return portraitForSave(document, id, now.document === document ? now.access : undefined)
  } catch {
    return undefined
  }
}

/** What is open becomes a model of its own; the stored one stays as it is. */
export async function workOnCopy() {
  await saveNow()
  const { document } = useWorkspace.getState()
  try {
    // A save that met another tab's has made the copy already.
    if (useTabs.getState().others.size > 0 || useTabs.getState().since) await saveAsCopy(document, 'asked')
  } catch (error) {
    show({ kind: 'failed', reason: storageFault(error) })
  }
}

/** Another tab has gone on with this model: what was made here becomes a model of its own. */
async function saveAsCopy(document: WorkspaceDocument, why: 'conflict' | 'asked' = 'conflict') {
  const modelId = crypto.randomUUID()
  const copy = { ...document, model: { ...document.model, name: `${document.model.name} (copy)` } }
  const result = await store(copy, modelId, 0)
  if (!result.ok) return
  revision = result.revision
  savedDocument = copy
  useWorkspace.setState(now => (now.document === document ? { document: copy, modelId } : { modelId }))
  openedHere(modelId)
  rememberOpenModel(modelId)
  show({ kind: 'saved', at: Date.now() })
  tellTabs('saved', modelId)
  tell(
    why === 'asked'
      ? `This tab now works on "${copy.model.name}"`
      : `This model was changed in another tab. What you have here is now "${copy.model.name}"; both are kept`,
  )
  await listsChanged()
}

/** Starts saving after every change, and at the last moment when the page goes away. */
export function startAutosave() {
  useWorkspace.subscribe((now, before) => {
    if (now.document === before.document || now.document === savedDocument) return
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), pause)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void saveNow()
  })
  window.addEventListener('pagehide', leave)
  onOtherTabs(() => void listsChanged())
  window.addEventListener('beforeunload', event => {
    // Only work that cannot be stored is worth a question.
    if (hasUnsavedWork() && useSaveState.getState().state.kind === 'failed') event.preventDefault()
  })
}

/** A page that goes away may not wait for the database, so what is not saved yet is put where writing is instant. */
function leave() {
  const { document, modelId } = useWorkspace.getState()
  if (!hasUnsavedWork() || modelId === '') return
  keepUnsaved({ id: modelId, basedOn: revision, text: canvasFileOf(document) })
  void saveNow()
}
