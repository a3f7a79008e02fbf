import type { CanvasNote, NoteId } from '@iam-canvas/exchange'
import type { Node } from '@xyflow/react'
import { depth } from '../canvas/scene-nodes.ts'
import type { Layout, Point } from '../workspace/document.ts'

export type NoteNode = Node<{ note: CanvasNote }, 'note'>

const origin: Point = { x: 0, y: 0 }

/** The notes of a layout as nodes. One that has not changed is the same object as before, so nothing draws it again. */
export function createNoteNodes() {
  let known = new Map<NoteId, NoteNode>()
  return ({ notes = {}, positions }: Layout): readonly NoteNode[] => {
    const next = new Map<NoteId, NoteNode>()
    for (const note of Object.values(notes)) {
      const position = positions[note.id] ?? origin
      const before = known.get(note.id)
      const same =
        before?.data.note === note && before.position.x === position.x && before.position.y === position.y
      next.set(note.id, same ? before : nodeFor(note, position))
    }
    known = next
    return [...next.values()]
  }
}

function nodeFor(note: CanvasNote, { x, y }: Point): NoteNode {
  const { width, height } = note
  return {
    id: note.id,
    type: 'note',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [],
    connectable: false,
    zIndex: depth.card,
    ariaLabel: `Note: ${firstLine(note.text)}`,
    ariaRole: 'group',
    data: { note },
  }
}

export const firstLine = (text: string) =>
  text
    .trim()
    .split('\n')[0]
    ?.replace(/^#+\s+|^[-*]\s+|\*\*/g, '')
    .slice(0, 80) || 'empty'
