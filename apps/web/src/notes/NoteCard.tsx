import { type CanvasNote, noteSizeOf } from '@iam-canvas/exchange'
import { useReactFlow } from '@xyflow/react'
import { useLayoutEffect, useRef, useState } from 'react'
import { focusNode } from '../canvas/canvas-view.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { finishNote, resizeNote } from './note-changes.ts'
import styles from './notes.module.css'
import { NoteText } from './NoteText.tsx'

interface NoteCardProps {
  readonly note: CanvasNote
  readonly selected: boolean
}

/** A sticky note: a double click or F2 writes on it, its corner sizes it. */
export default function NoteCard({ note, selected }: NoteCardProps) {
  const writing = useWorkspace(state => state.renaming === note.id)
  const [size, setSize] = useState<Pick<CanvasNote, 'width' | 'height'>>()
  return (
    <div
      className={`${styles.note} ${selected ? styles.selected : ''}`}
      data-colour={note.colour}
      style={size}
    >
      {writing ? (
        <NoteField note={note} />
      ) : note.text.trim() === '' ? (
        <p className={styles.empty}>Double-click to write</p>
      ) : (
        <NoteText text={note.text} />
      )}
      {selected && <Corner note={note} onSize={setSize} />}
    </div>
  )
}

function NoteField({ note }: { readonly note: CanvasNote }) {
  const field = useRef<HTMLTextAreaElement>(null)
  // A node is not measured before it is drawn, so the focus has to wait for the next frame.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true })
      field.current?.setSelectionRange(note.text.length, note.text.length)
    })
    return () => cancelAnimationFrame(frame)
  }, [note.text.length])
  return (
    <textarea
      ref={field}
      className={`${styles.field} nodrag nopan nokey nowheel`}
      aria-label="Text of the note"
      defaultValue={note.text}
      maxLength={10_000}
      placeholder="**bold**, - list, [words](https://…)"
      onBlur={event => finishNote(note.id, event.currentTarget.value)}
      onKeyDown={event => {
        event.stopPropagation()
        const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
        if (event.key !== 'Escape' && !done) return
        // Nothing that was typed is lost: Escape ends the writing, and undo takes it back.
        event.preventDefault()
        finishNote(note.id, event.currentTarget.value)
        requestAnimationFrame(() => focusNode(note.id))
      }}
    />
  )
}

interface CornerProps {
  readonly note: CanvasNote
  readonly onSize: (size: Pick<CanvasNote, 'width' | 'height'> | undefined) => void
}

/** Sizes the note by pointer; the inspector does it by keyboard. */
function Corner({ note, onSize }: CornerProps) {
  const flow = useReactFlow()
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined)
  const sizeAt = (event: { readonly clientX: number; readonly clientY: number }) => {
    const zoom = flow.getZoom()
    const { x, y } = from.current ?? { x: event.clientX, y: event.clientY }
    return noteSizeOf(note.width + (event.clientX - x) / zoom, note.height + (event.clientY - y) / zoom)
  }
  return (
    <div
      className={`${styles.corner} nodrag nopan`}
      aria-hidden
      title="Drag to resize"
      onPointerDown={event => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, y: event.clientY }
      }}
      onPointerMove={event => {
        if (from.current) onSize(sizeAt(event))
      }}
      onPointerUp={event => {
        if (!from.current) return
        const { width, height } = sizeAt(event)
        from.current = undefined
        onSize(undefined)
        resizeNote(note.id, width, height)
      }}
      onPointerCancel={() => {
        from.current = undefined
        onSize(undefined)
      }}
      onDoubleClick={event => event.stopPropagation()}
    />
  )
}
