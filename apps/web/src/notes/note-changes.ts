import { type CanvasNote, NOTE_SIZE, type NoteId, noteSizeOf } from '@iam-canvas/exchange'
import { middleOfView, shownBoxes } from '../canvas/canvas-view.ts'
import { withPositions } from '../canvas/layout-changes.ts'
import type { Point } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { commit } from '../workspace/changes.ts'
import { rename, select, useWorkspace } from '../workspace/workspace.ts'

/** Puts an empty note where it was asked for, or in the middle of the view, ready to be written on. */
export function addNote(at?: Point) {
  const { layout } = useWorkspace.getState().document
  const id: NoteId = `note:${crypto.randomUUID()}`
  const { width, height } = NOTE_SIZE
  const note: CanvasNote = { id, text: '', colour: 'yellow', width, height }
  const middle = middleOfView()
  const wanted = at ?? { x: middle.x - width / 2, y: middle.y - height / 2 }
  const placed = withPositions(layout, new Map([[id, at ?? free(wanted, width, height)]]))
  perform({ layout: { ...placed, notes: { ...placed.notes, [id]: note } }, label: 'Note added' })
  select({ kind: 'entities', ids: [], notes: [id] })
  rename(id)
}

const step = 32
const mostSteps = 40

/** A note covers nothing if there is room for it a little further down. */
function free(wanted: Point, width: number, height: number): Point {
  const boxes = shownBoxes()
  for (let count = 0; count < mostSteps; count++) {
    const at = { x: wanted.x, y: wanted.y + count * step }
    const covered = boxes.some(
      box =>
        at.x < box.x + box.width &&
        box.x < at.x + width &&
        at.y < box.y + box.height &&
        box.y < at.y + height,
    )
    if (!covered) return at
  }
  return wanted
}

/** Changes a note as one undo step; a burst of the same kind of change is one as well. */
function changeNote(id: NoteId, change: Partial<CanvasNote>, label: string, burst?: string) {
  const { layout } = useWorkspace.getState().document
  const note = layout.notes?.[id]
  if (!note) return
  const changed = { ...note, ...change }
  if (Object.entries(change).every(([key, value]) => note[key as keyof CanvasNote] === value)) return
  commit({
    layout: { ...layout, notes: { ...layout.notes, [id]: changed } },
    label,
    ...(burst && { mergeKey: `${burst} ${id}` }),
  })
}

const longest = 10_000

export const writeNote = (id: NoteId, text: string, burst?: string) =>
  changeNote(id, { text: text.slice(0, longest) }, 'Note written', burst)

export const colourNote = (id: NoteId, colour: CanvasNote['colour']) =>
  changeNote(id, { colour }, 'Note coloured')

export const resizeNote = (id: NoteId, width: number, height: number) =>
  changeNote(id, noteSizeOf(width, height), 'Note resized', 'size')

/** Writing on a note ends: what is typed is one step. */
export function finishNote(id: NoteId, text: string) {
  rename(undefined)
  writeNote(id, text)
}
