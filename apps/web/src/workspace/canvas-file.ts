import { readCanvasFile, writeCanvasFile } from '@iam-canvas/exchange'
import type { WorkspaceDocument } from './document.ts'

const savedWith = 'IAM Canvas 0.1.0'

/** The document as the text of a canvas file, the same for the browser's storage and for a file of one's own. */
export function canvasFileOf({ model, layout, drafts, request }: WorkspaceDocument): string {
  return writeCanvasFile(
    { model, layout: { ...layout }, extras: { drafts }, ...(request && { request }) },
    savedWith,
  )
}

export type ReadDocument =
  | { readonly ok: true; readonly document: WorkspaceDocument; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string }

/** Reads what `canvasFileOf` wrote, or any file that claims to be one. */
export function documentOf(text: string): ReadDocument {
  const read = readCanvasFile(text)
  if (!read.ok) return { ok: false, message: read.problem.message }
  const { model, layout, request, extras } = read.value
  const document: WorkspaceDocument = {
    model,
    layout: {
      positions: layout.positions,
      homes: layout.homes,
      ...(layout.notes && { notes: layout.notes }),
      ...(layout.collapsed && { collapsed: layout.collapsed }),
    },
    drafts: textsIn(extras['drafts']),
    ...(request && { request }),
  }
  return {
    ok: true,
    document,
    notes: read.notes.map(note => (typeof note === 'string' ? note : note.message)),
  }
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
