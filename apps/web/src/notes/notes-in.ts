import { type Note, type NoteId, noteColours } from '../workspace/document.ts'

export const noteSize = { width: 208, height: 128, leastWidth: 120, leastHeight: 64, most: 800 } as const

/** Longer than anything that belongs on a drawing. */
const longestText = 10_000
const mostNotes = 1_000

/** The notes of a file. Whatever is not one is left out, and a size beyond reason is brought back into it. Never throws. */
export function notesIn(value: unknown): Readonly<Record<NoteId, Note>> {
  const notes: Record<NoteId, Note> = {}
  if (typeof value !== 'object' || value === null) return notes
  for (const [id, note] of Object.entries(value).slice(0, mostNotes)) {
    const read = isNoteId(id) ? noteFrom(id, note) : undefined
    if (read) notes[read.id] = read
  }
  return notes
}

export const isNoteId = (id: string): id is NoteId => /^note:[\w-]{1,80}$/.test(id)

function noteFrom(id: NoteId, value: unknown): Note | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  // Only the four fields that are checked below are read.
  const { text, colour, width, height } = value as Record<string, unknown>
  if (typeof text !== 'string') return undefined
  return {
    id,
    text: text.slice(0, longestText),
    colour: noteColours.find(known => known === colour) ?? 'yellow',
    ...withinReason(width, height),
  }
}

/** A size that a note can be seen and grabbed at. */
export function withinReason(width: unknown, height: unknown) {
  const between = (size: unknown, least: number, usual: number) =>
    typeof size === 'number' && Number.isFinite(size)
      ? Math.round(Math.min(noteSize.most, Math.max(least, size)))
      : usual
  return {
    width: between(width, noteSize.leastWidth, noteSize.width),
    height: between(height, noteSize.leastHeight, noteSize.height),
  }
}
