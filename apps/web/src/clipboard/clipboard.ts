import type { EntityId } from '@iam-canvas/core'
import { shownBoxes } from '../canvas/canvas-view.ts'
import { deletionCommand } from '../canvas/deletion.ts'
import { tell, useMessages, warn } from '../ui/messages.ts'
import type { Point } from '../workspace/document.ts'
import type { NoteId } from '@iam-canvas/exchange'
import { perform } from '../workspace/perform.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { withoutNotes } from '../notes/without-notes.ts'
import { copyText, readCopied } from './copied.ts'
import { nameOf } from './paste-commands.ts'

/** What was copied last in this page: pasted where the browser does not let the page read the clipboard. */
let last: string | undefined

function chosen(): { readonly ids: readonly EntityId[]; readonly notes: readonly NoteId[] } {
  const { selection } = useWorkspace.getState()
  return selection.kind === 'entities'
    ? { ids: selection.ids, notes: selection.notes ?? [] }
    : { ids: [], notes: [] }
}

function selectionText(): string | undefined {
  const { document } = useWorkspace.getState()
  const { ids, notes } = chosen()
  const places = new Map<string, Point>(shownBoxes().map(({ id, x, y }) => [id, { x, y }]))
  return copyText(document, ids, notes, id => places.get(id))
}

/** The selection as text for the clipboard; says so when there is nothing in it to copy. */
export function copySelection(): string | undefined {
  const text = selectionText()
  const { ids, notes } = chosen()
  if (text === undefined) {
    if (ids.length > 0) warn('Accounts and organizational units cannot be copied')
    return undefined
  }
  last = text
  const words = notes.length > 0 ? `${ids.length + notes.length} things` : nameOf(modelNow(), ids)
  useMessages.getState().say(`${words} copied`)
  return text
}

const modelNow = () => useWorkspace.getState().document.model

/** Copies, and deletes what was copied as one undo step. */
export function cutSelection(): string | undefined {
  const text = copySelection()
  if (text === undefined) return undefined
  const { document } = useWorkspace.getState()
  const { ids, notes } = chosen()
  const command = deletionCommand(document, ids)
  perform({
    ...(command && { command }),
    ...(notes.length > 0 && { layout: withoutNotes(document.layout, notes) }),
    label: `${notes.length > 0 ? `${ids.length + notes.length} things` : nameOf(document.model, ids)} cut`,
  })
  return text
}

/** A copy beside the original, without the clipboard. */
export async function duplicateSelection() {
  const text = selectionText()
  const copied = text === undefined ? undefined : readCopied(text)
  if (!copied) return
  const { pasteCopied } = await import('./paste.ts')
  pasteCopied(copied, 'duplicated', { by: 24 })
}

/** Copy from a menu: the page has to ask the browser. */
export async function copyToClipboard(text: string | undefined) {
  if (text === undefined) return
  try {
    await navigator.clipboard.writeText(text)
    tell('Copied')
  } catch {
    tell('Copied, for pasting here. This browser does not let the page reach the clipboard')
  }
}

/** Paste from a menu. */
export async function pasteFromClipboard(at?: Point) {
  const { pasteText } = await import('./paste.ts')
  const read = await navigator.clipboard.readText().catch(() => undefined)
  pasteText(read ?? last ?? '', at)
}
