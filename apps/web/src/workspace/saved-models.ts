import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A model as it is kept in this browser. `text` is the canvas file, so that one reader checks both. */
export interface SavedModel {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly savedAt: number
  /** Counts saves; tells a tab that another one has saved in between. */
  readonly revision: number
}

export type SavedModelHead = Omit<SavedModel, 'text'>

interface Schema extends DBSchema {
  models: { key: string; value: SavedModel; indexes: { savedAt: number } }
}

let opening: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('iam-canvas', 1, {
    upgrade(db) {
      db.createObjectStore('models', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
    },
    blocking(_current, _blocked, event) {
      // A newer version of the app in another tab wants to upgrade: let it, and reopen when needed.
      ;(event.target as IDBDatabase).close()
      opening = undefined
    },
    terminated() {
      opening = undefined
    },
  })
  return opening.catch((error: unknown) => {
    opening = undefined
    throw error
  })
}

export async function listModels(): Promise<SavedModelHead[]> {
  const all = await (await database()).getAllFromIndex('models', 'savedAt')
  return all.reverse().map(({ text: _, ...head }) => head)
}

export async function loadModel(id: string): Promise<SavedModel | undefined> {
  return (await database()).get('models', id)
}

export async function deleteModel(id: string): Promise<SavedModel | undefined> {
  const transaction = (await database()).transaction('models', 'readwrite')
  const model = await transaction.store.get(id)
  await transaction.store.delete(id)
  await transaction.done
  return model
}

export type SaveResult =
  | { readonly ok: true; readonly revision: number }
  /** Another tab has saved this model since this one loaded it. Nothing was written. */
  | { readonly ok: false; readonly conflict: true }

/** Saves, unless another tab has saved in between: nobody's work is ever overwritten unseen. */
export async function saveModel(model: Omit<SavedModel, 'revision'>, basedOn: number): Promise<SaveResult> {
  const transaction = (await database()).transaction('models', 'readwrite')
  const stored = await transaction.store.get(model.id)
  if (stored && stored.revision !== basedOn) {
    await transaction.done
    return { ok: false, conflict: true }
  }
  const revision = basedOn + 1
  await transaction.store.put({ ...model, revision })
  await transaction.done
  return { ok: true, revision }
}

/** Puts a deleted model back as it was. */
export async function restoreModel(model: SavedModel): Promise<void> {
  await (await database()).put('models', model)
}
