import { database, type Portrait, type SavedModel, type SavedModelHead } from './database.ts'

/** The models of this browser, the one saved last first. Reads no model. */
export async function listModels(): Promise<SavedModelHead[]> {
  return (await heads()).filter(head => head.deletedAt === undefined)
}

/** Those that were deleted and can still be taken back, the one deleted last first. */
export async function listDeletedModels(): Promise<SavedModelHead[]> {
  const deleted = (await heads()).filter(head => head.deletedAt !== undefined)
  return deleted.sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0))
}

const heads = async () => (await (await database()).getAllFromIndex('heads', 'savedAt')).reverse()

export async function loadModel(id: string): Promise<SavedModel | undefined> {
  return (await database()).get('models', id)
}

export type SaveResult =
  | { readonly ok: true; readonly revision: number }
  /** Another tab has saved this model since this one loaded it. Nothing was written. */
  | { readonly ok: false; readonly conflict: true }

/**
 * Saves, unless another tab has saved in between: nobody's work is ever overwritten unseen. A model that was deleted
 * meanwhile is among the others again, since somebody still works on it.
 */
export async function saveModel(
  model: Omit<SavedModel, 'revision'>,
  basedOn: number,
  portrait?: Portrait,
): Promise<SaveResult> {
  const transaction = (await database()).transaction(['models', 'heads'], 'readwrite')
  const models = transaction.objectStore('models')
  const stored = await models.get(model.id)
  if (stored && stored.revision !== basedOn) {
    await transaction.done
    return { ok: false, conflict: true }
  }
  const revision = basedOn + 1
  const { text: _, ...head } = model
  // One transaction: either all of it is there or nothing.
  await Promise.all([
    models.put({ ...model, revision }),
    transaction.objectStore('heads').put({ ...head, revision, ...(portrait && { portrait }) }),
    transaction.done,
  ])
  return { ok: true, revision }
}

/** Marks a model as deleted. Nothing of it is gone until `purgeModels`. */
export const deleteModel = (id: string): Promise<SavedModelHead | undefined> => markDeleted(id, Date.now())

/** Takes a deleted model back. */
export const restoreModel = (id: string): Promise<SavedModelHead | undefined> => markDeleted(id, undefined)

async function markDeleted(id: string, at: number | undefined): Promise<SavedModelHead | undefined> {
  const transaction = (await database()).transaction('heads', 'readwrite')
  const head = await transaction.store.get(id)
  if (head) {
    const { deletedAt: _, ...kept } = head
    await transaction.store.put(at === undefined ? kept : { ...kept, deletedAt: at })
  }
  await transaction.done
  return head
}

/** Keeps a portrait for a model that has none yet. */
export async function keepPortrait(id: string, portrait: Portrait): Promise<void> {
  const transaction = (await database()).transaction('heads', 'readwrite')
  const head = await transaction.store.get(id)
  if (head && !head.portrait) await transaction.store.put({ ...head, portrait })
  await transaction.done
}

/** Removes deleted models for good, with their versions. */
export async function purgeModels(ids: readonly string[]): Promise<void> {
  const stores = ['models', 'heads', 'versions', 'versionTexts'] as const
  const transaction = (await database()).transaction(stores, 'readwrite')
  for (const id of ids) {
    const head = await transaction.objectStore('heads').get(id)
    // Another tab may have taken it back or gone on with it.
    if (head?.deletedAt === undefined) continue
    for (const version of await transaction.objectStore('versions').index('modelId').getAllKeys(id)) {
      await transaction.objectStore('versions').delete(version)
      await transaction.objectStore('versionTexts').delete(version)
    }
    await transaction.objectStore('models').delete(id)
    await transaction.objectStore('heads').delete(id)
  }
  await transaction.done
}

export const daysUntilPurged = 30

/** Removes what was deleted more than a month ago. */
export async function purgeLongDeleted(now = Date.now()): Promise<void> {
  const before = now - daysUntilPurged * 24 * 60 * 60 * 1000
  const old = (await listDeletedModels()).filter(({ deletedAt = now }) => deletedAt < before)
  if (old.length > 0) await purgeModels(old.map(({ id }) => id))
}
