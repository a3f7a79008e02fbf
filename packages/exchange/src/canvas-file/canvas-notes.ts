import { fieldOf, isObject } from '../json-shape.ts'

export type NoteId = `note:${string}`

export const NOTE_COLOURS = ['yellow', 'blue', 'green', 'rose'] as const

/** Something written on the canvas beside the model; where it stands is among the positions. */
export interface CanvasNote {
  readonly id: NoteId
  /** Plain text in which simple marks of Markdown may stand. Never HTML. */
  readonly text: string
  readonly colour: (typeof NOTE_COLOURS)[number]
  readonly width: number
  readonly height: number
}

export const NOTE_SIZE = { width: 208, height: 128, leastWidth: 120, leastHeight: 64, most: 800 } as const

/** Longer than anything that belongs on a drawing. */
const LONGEST_TEXT = 10_000
const MOST_NOTES = 1_000

/** The notes of a file. What is none is left out, and a size beyond reason is brought back into it. Never throws. */
export function notesFrom(value: unknown): Readonly<Record<NoteId, CanvasNote>> {
  const notes: Record<NoteId, CanvasNote> = {}
  if (!isObject(value)) return notes
  for (const [id, note] of Object.entries(value).slice(0, MOST_NOTES)) {
    if (isNoteId(id) && isObject(note)) {
      const read = noteFrom(id, note)
      if (read) notes[id] = read
    }
  }
  return notes
}

export const isNoteId = (id: string): id is NoteId => /^note:[\w-]{1,80}$/.test(id)

function noteFrom(id: NoteId, note: Parameters<typeof fieldOf>[0]): CanvasNote | undefined {
  const text = fieldOf(note, 'text')
  if (typeof text !== 'string') return undefined
  const colour = fieldOf(note, 'colour')
  return {
    id,
    text: text.slice(0, LONGEST_TEXT),
    colour: NOTE_COLOURS.find(known => known === colour) ?? 'yellow',
    ...noteSizeOf(fieldOf(note, 'width'), fieldOf(note, 'height')),
  }
}

/** A size at which a note can be seen and grabbed. */
export function noteSizeOf(width: unknown, height: unknown): Pick<CanvasNote, 'width' | 'height'> {
  const between = (size: unknown, least: number, usual: number) =>
    typeof size === 'number' && Number.isFinite(size)
      ? Math.round(Math.min(NOTE_SIZE.most, Math.max(least, size)))
      : usual
  return {
    width: between(width, NOTE_SIZE.leastWidth, NOTE_SIZE.width),
    height: between(height, NOTE_SIZE.leastHeight, NOTE_SIZE.height),
  }
}
