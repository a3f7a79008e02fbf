import type { Sketch } from '@iam-canvas/exchange'
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

/** What a list shows of a model, without reading it. */
export interface Portrait {
  readonly counts: ModelCounts
  readonly sketch: Sketch
}

export type ModelCounts = Readonly<Record<'users' | 'groups' | 'roles' | 'policies' | 'resources', number>>

/** The entry of a saved model in lists: apart from its text, so that hundreds of them are read at once. */
export interface SavedModelHead extends Omit<SavedModel, 'text'> {
  /** Absent for a model that was saved before lists had pictures. */
  readonly portrait?: Portrait
  /** When it was deleted: it stays among the deleted ones for a while, and can be taken back. */
  readonly deletedAt?: number
}

/** Why a version was kept: somebody named it, or something was about to replace the whole model. */
export type VersionReason = 'named' | 'before-restore' | 'before-import'

export interface SavedVersion {
  readonly id: string
  readonly modelId: string
  readonly name: string
  readonly savedAt: number
  readonly reason: VersionReason
  readonly portrait: Portrait
}

interface Schema extends DBSchema {
  models: { key: string; value: SavedModel; indexes: { savedAt: number } }
  heads: { key: string; value: SavedModelHead; indexes: { savedAt: number } }
  versions: { key: string; value: SavedVersion; indexes: { modelId: string } }
  versionTexts: { key: string; value: { readonly id: string; readonly text: string } }
}

let opening: Promise<IDBPDatabase<Schema>> | undefined

/** The browser's storage of this app. Rejects where the browser refuses, or another tab has a newer form of it. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('iam-canvas', 2, {
    async upgrade(db, from, _to, transaction) {
      if (from < 1) {
        db.createObjectStore('models', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
      }
      db.createObjectStore('heads', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
      db.createObjectStore('versions', { keyPath: 'id' }).createIndex('modelId', 'modelId')
      db.createObjectStore('versionTexts', { keyPath: 'id' })
      const heads = transaction.objectStore('heads')
      for await (const { value } of transaction.objectStore('models')) {
        const { text: _, ...head } = value
        await heads.put(head)
      }
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

/** What to tell a person whose work could not be stored. */
export function storageFault(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return 'the storage of this browser is full'
  if (name === 'VersionError') return 'a newer IAM Canvas is open in another tab; reload this one to go on'
  if (name === 'SecurityError' || name === 'InvalidStateError')
    return 'this browser does not let the page store anything'
  return 'this browser could not store it'
}
