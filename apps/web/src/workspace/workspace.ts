import { type AccessMatrix, emptyModel, type EntityId, type Model } from '@iam-canvas/core'
import { matrixOfRows } from '@iam-canvas/core/matrix-rows'
import { create } from 'zustand'
import { emptyLayout, type WorkspaceDocument } from './document.ts'
import { emptyHistory, type History } from './history.ts'
import { nothing, type Selection } from './selection.ts'

export type AccessMode = 'off' | 'selection' | 'all'

export interface Workspace {
  /** Saved and undone. Changes through `commit`, `undo`, `redo` and `openDocument` only. */
  readonly document: WorkspaceDocument
  readonly history: History
  /** Follows from the document's model and request; never saved. */
  readonly access: AccessMatrix
  /** A large model is decided in a worker: until its answer is here, `access` is the one before. */
  readonly deciding: boolean
  /** The saved model this document belongs to. */
  readonly modelId: string
  /** Counts documents opened; what belongs to one document (a viewport, a dialog) is thrown away when it changes. */
  readonly opened: number

  readonly selection: Selection
  readonly accessMode: AccessMode
  /** The entity whose name is being edited on the canvas. */
  readonly renaming: string | undefined
  /** What a lesson keeps as it is, for as long as the document is open. */
  readonly kept: readonly EntityId[]
}

/** A small account starts with every line shown, so that the first look shows something. */
const mostLinesForAll = 60

function startingMode({ users, roles, resources }: Model): AccessMode {
  const pairs = (Object.keys(users).length + Object.keys(roles).length) * Object.keys(resources).length
  return pairs <= mostLinesForAll ? 'all' : 'selection'
}

const noAccess = matrixOfRows(new Map(), [], 0)
const start: WorkspaceDocument = { model: emptyModel(), layout: emptyLayout, drafts: {} }

export const useWorkspace = create<Workspace>()(() => ({
  document: start,
  history: emptyHistory,
  access: noAccess,
  deciding: false,
  modelId: '',
  opened: 0,
  selection: nothing,
  accessMode: 'all',
  renaming: undefined,
  kept: [],
}))

const { getState: get, setState: set } = useWorkspace

/** From here on these stay as they are, until another document is opened. */
export const keepAsIs = (kept: readonly EntityId[]) => set({ kept })

export type Undecided = Pick<Workspace, 'document' | 'opened' | 'access'>
type Decided = Pick<Workspace, 'access' | 'deciding'>

/** What decides is loaded after the canvas is drawn: until then nothing is decided. */
let decide = ({ access }: Undecided): Decided => ({ access, deciding: true })

/** The answers for a model: at once, or, for a large one, those before until the worker has decided. */
export const decided = (undecided: Undecided): Decided => decide(undecided)

/** From here on models are decided in this way; what is open has been waiting for it. */
export function decidesBy(how: typeof decide) {
  decide = how
  const now = get()
  if (now.opened > 0) set(decide(now))
}

/** Shows another document. What was open is already saved under its own id. */
export function openDocument(document: WorkspaceDocument, modelId: string) {
  const opened = get().opened + 1
  set({
    document,
    modelId,
    opened,
    history: emptyHistory,
    ...decided({ document, opened, access: noAccess }),
    selection: nothing,
    accessMode: startingMode(document.model),
    renaming: undefined,
    kept: [],
  })
}

export const select = (selection: Selection) => set({ selection })
export const setAccessMode = (accessMode: AccessMode) => set({ accessMode })
export const rename = (id: string | undefined) => set({ renaming: id })

/** A selection never points at what is gone. */
export function stillThere(selection: Selection, { model, layout }: WorkspaceDocument): Selection {
  const exists = (id: string) =>
    [
      model.users,
      model.groups,
      model.roles,
      model.policies,
      model.resources,
      model.externals,
      model.accounts,
      model.ous,
    ].some(records => Object.hasOwn(records, id))
  switch (selection.kind) {
    case 'none':
      return selection
    case 'entities': {
      const ids = selection.ids.filter(exists)
      const before = selection.notes ?? []
      const notes = before.filter(id => layout.notes?.[id])
      if (ids.length === selection.ids.length && notes.length === before.length) return selection
      if (ids.length + notes.length === 0) return nothing
      return { kind: 'entities', ids, ...(notes.length > 0 && { notes }) }
    }
    case 'access':
      return exists(selection.question.principal) && exists(selection.question.resource) ? selection : nothing
    case 'link':
      return exists(selection.link.source) && exists(selection.link.target) ? selection : nothing
  }
}
