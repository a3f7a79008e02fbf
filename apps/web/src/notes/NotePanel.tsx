import { type CanvasNote, NOTE_COLOURS, NOTE_SIZE, type NoteId } from '@iam-canvas/exchange'
import { Trash2 } from 'lucide-react'
import { deleteSelection } from '../canvas/deletion.ts'
import { Button } from '../ui/Button.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import { colourNote, resizeNote, writeNote } from './note-changes.ts'
import inspector from '../inspector/inspector.module.css'
import styles from './notes.module.css'

/** A note beside the canvas: all that can be done with it by pointer, by keyboard as well. */
export function NotePanel({ id }: { readonly id: NoteId }) {
  const note = useWorkspace(state => state.document.layout.notes?.[id])
  if (!note) return null
  return (
    <>
      <header className={inspector.head}>
        <h2 className={inspector.title}>Note</h2>
        <div className={inspector.actions}>
          <Button look="danger" icon={<Trash2 size={14} strokeWidth={1.75} />} onClick={deleteSelection}>
            Delete
          </Button>
        </div>
      </header>
      <div className={styles.panel}>
        <label className={styles.label}>
          Text
          <textarea
            className={styles.panelField}
            value={note.text}
            rows={8}
            maxLength={10_000}
            onChange={event => writeNote(id, event.target.value, 'text')}
          />
        </label>
        <p className={styles.hint}>**bold**, lists with -, headings with #, links as [words](https://…)</p>
        <fieldset className={styles.colours}>
          <legend>Colour</legend>
          {NOTE_COLOURS.map(colour => (
            <label key={colour} className={styles.colour} data-colour={colour}>
              <input
                type="radio"
                name="note-colour"
                checked={note.colour === colour}
                onChange={() => colourNote(id, colour)}
              />
              {colour}
            </label>
          ))}
        </fieldset>
        <div className={styles.sizes}>
          <Size note={note} side="width" />
          <Size note={note} side="height" />
        </div>
      </div>
    </>
  )
}

function Size({ note, side }: { readonly note: CanvasNote; readonly side: 'width' | 'height' }) {
  return (
    <label className={styles.label}>
      {side === 'width' ? 'Width' : 'Height'}
      <input
        type="number"
        className={styles.number}
        value={note[side]}
        step={16}
        min={side === 'width' ? NOTE_SIZE.leastWidth : NOTE_SIZE.leastHeight}
        max={NOTE_SIZE.most}
        onChange={event => {
          const { valueAsNumber: size } = event.target
          if (Number.isNaN(size)) return
          if (side === 'width') resizeNote(note.id, size, note.height)
          else resizeNote(note.id, note.width, size)
        }}
      />
    </label>
  )
}
