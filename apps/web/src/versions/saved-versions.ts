import { database, type SavedVersion, type VersionReason } from '../workspace/database.ts'
import { canvasFileOf } from '../workspace/canvas-file.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { portraitOf } from '../start/portrait-of.ts'

/** Kept by themselves, so the oldest make room; those that somebody named stay until somebody deletes them. */
const mostKeptBySelf = 10

/** The versions of a model, the latest first. Reads none of them. */
export async function listVersions(modelId: string): Promise<SavedVersion[]> {
  const all = await (await database()).getAllFromIndex('versions', 'modelId', modelId)
  return all.sort((a, b) => b.savedAt - a.savedAt)
}

/** Keeps a document as it is now. Rejects where storage does not take it, and then keeps nothing. */
export async function keepVersion(
  modelId: string,
  name: string,
  document: WorkspaceDocument,
  reason: VersionReason = 'named',
): Promise<SavedVersion> {
  const version: SavedVersion = {
    id: crypto.randomUUID(),
    modelId,
    name,
    reason,
    savedAt: Date.now(),
    portrait: portraitOf(document),
  }
  await putBackVersion({ version, text: canvasFileOf(document) })
  if (reason !== 'named') await makeRoom(modelId, reason)
  return version
}

async function makeRoom(modelId: string, reason: VersionReason) {
  const own = (await listVersions(modelId)).filter(version => version.reason === reason)
  for (const { id } of own.slice(mostKeptBySelf)) await deleteVersion(id)
}

export interface WholeVersion {
  readonly version: SavedVersion
  readonly text: string
}

/** Stores a version with its text, in one piece. */
export async function putBackVersion({ version, text }: WholeVersion): Promise<void> {
  const transaction = (await database()).transaction(['versions', 'versionTexts'], 'readwrite')
  await Promise.all([
    transaction.objectStore('versions').put(version),
    transaction.objectStore('versionTexts').put({ id: version.id, text }),
    transaction.done,
  ])
}

export async function versionText(id: string): Promise<string | undefined> {
  return (await (await database()).get('versionTexts', id))?.text
}

/** Deletes a version and gives it back, so that it can be put back. */
export async function deleteVersion(id: string): Promise<WholeVersion | undefined> {
  const transaction = (await database()).transaction(['versions', 'versionTexts'], 'readwrite')
  const version = await transaction.objectStore('versions').get(id)
  const kept = await transaction.objectStore('versionTexts').get(id)
  await Promise.all([
    transaction.objectStore('versions').delete(id),
    transaction.objectStore('versionTexts').delete(id),
    transaction.done,
  ])
  return version && kept && { version, text: kept.text }
}
