import type { Layout } from '../workspace/document.ts'
import type { NoteId } from '@iam-canvas/exchange'

/** The layout without these notes and their places. */
export function withoutNotes(layout: Layout, ids: readonly NoteId[]): Layout {
  const gone = new Set<string>(ids)
  const kept = <T>(entries: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => !gone.has(id)))
  return { ...layout, positions: kept(layout.positions), notes: kept(layout.notes ?? {}) }
}
