import { apply, type Model } from '@iam-canvas/core'
import { drawnEntities } from '../canvas/drawn.ts'
import { tell, warn } from '../ui/messages.ts'
import { changedRecords } from '../versions/changes-since.ts'
import { replaceDocument } from '../versions/replace-document.ts'
import { keepVersion } from '../versions/saved-versions.ts'
import { accessChangeText } from '../workspace/access-change.ts'
import { storageFault } from '../workspace/database.ts'
import { perform, undoAloud } from '../workspace/perform.ts'
import { queryClient } from '../workspace/query-client.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { mostThings } from './most-things.ts'
import { type PendingImport, settleImport } from './open-file.ts'
import { openAsNew } from './open-models.ts'

/** What becomes of an account that has been read. */
export type BringIn = 'new' | 'merge' | 'replace'

/** What bringing it in would change in the open model, in words; a reason where it cannot be done. */
export type Preview = { readonly changes: readonly string[] } | { readonly refused: string }

export function previewOf(how: BringIn, incoming: Model, open: Model): Preview {
  if (how === 'new') return { changes: [] }
  if (how === 'replace') return { changes: changedRecords(open, { ...incoming, name: open.name }) }
  const merged = apply(open, { type: 'MergeModel', model: incoming })
  if (!merged.ok) return { refused: merged.problem.message }
  const things = drawnEntities({ model: merged.model }).length
  return things > mostThings
    ? {
        refused: `together they hold ${things.toLocaleString('en')} things, and the canvas shows ${mostThings.toLocaleString('en')} at most`,
      }
    : { changes: changedRecords(open, merged.model) }
}

/** Brings in an account that has been read: as a model of its own, or as one undo step of the open one. */
export async function bringIn(how: BringIn, pending: PendingImport) {
  settleImport()
  const { model, layout, fileName } = pending
  switch (how) {
    case 'new':
      return openAsNew({ model, layout, drafts: {} })
    case 'merge':
      perform({ command: { type: 'MergeModel', model }, label: `${fileName} merged in` })
      return
    case 'replace':
      return replaceOpen(pending)
  }
}

async function replaceOpen({ model, layout, fileName }: PendingImport) {
  const { document, modelId } = useWorkspace.getState()
  try {
    await keepVersion(modelId, `Before ${fileName} took its place`, document, 'before-import')
  } catch (error) {
    warn(`Nothing was replaced: what is open now could not be kept first: ${storageFault(error)}`)
    return
  }
  await queryClient.invalidateQueries({ queryKey: ['versions'] })
  // It goes on under the name it has: the same account at a later time.
  const named = { ...model, name: document.model.name }
  const done = replaceDocument({ model: named, layout, drafts: {} }, `${fileName} took its place`)
  if (!done.ok) return
  const access = accessChangeText(done.before.access, done.after.access)
  tell(access ? `${done.label} · ${access}` : done.label, { label: 'Undo', run: undoAloud })
}
