import { canvasFileOf } from './canvas-file.ts'
import { create } from 'zustand'
import { tell } from '../ui/messages.ts'
import type { WorkspaceDocument } from './document.ts'
import { keepUnsaved } from './unsaved-work.ts'
import { queryClient } from './query-client.ts'
import { rememberOpenModel } from './open-model.ts'
import { type SaveResult, saveModel } from './saved-models.ts'
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
    await queryClient.invalidateQueries({ queryKey: ['models'] })
  } catch (error) {
    show({ kind: 'failed', reason: reasonFor(error) })
  }
}

const store = (document: WorkspaceDocument, id: string, basedOn = revision): Promise<SaveResult> =>
  saveModel({ id, name: document.model.name, text: canvasFileOf(document), savedAt: Date.now() }, basedOn)

/** Another tab has gone on with this model: what was made here becomes a model of its own. */
async function saveAsCopy(document: WorkspaceDocument) {
  const modelId = crypto.randomUUID()
  const copy = { ...document, model: { ...document.model, name: `${document.model.name} (copy)` } }
  const result = await store(copy, modelId, 0)
  if (!result.ok) return
  revision = result.revision
  savedDocument = copy
  useWorkspace.setState(now => (now.document === document ? { document: copy, modelId } : { modelId }))
  rememberOpenModel(modelId)
  show({ kind: 'saved', at: Date.now() })
  tell(`This model was changed in another tab. What you have here is now "${copy.model.name}"; both are kept`)
  await queryClient.invalidateQueries({ queryKey: ['models'] })
}

function reasonFor(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return 'the storage of this browser is full'
  if (name === 'SecurityError' || name === 'InvalidStateError')
    return 'this browser does not let the page store anything'
  return 'this browser could not store it'
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
