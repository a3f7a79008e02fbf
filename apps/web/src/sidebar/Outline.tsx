import type { EntityId } from '@iam-canvas/core'
import { isNoteId, type NoteId } from '@iam-canvas/exchange'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { deleteSelection } from '../canvas/deletion.ts'
import { shownFor } from '../canvas/containment.ts'
import { reveal } from '../canvas/reveal.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { openConnect } from '../connect/connect-state.ts'
import { selectedThing } from '../workspace/selection.ts'
import { rename, select, useWorkspace } from '../workspace/workspace.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './Outline.module.css'
import { outlineRows } from './outline-rows.ts'

const rowHeight = 28
const overscan = 8

/** The canvas as a list: the same things, the same selection, the same edits. */
export function Outline() {
  const document = useWorkspace(state => state.document)
  const selected = useWorkspace(state => selectedThing(state.selection))
  const [filter, setFilter] = useState('')
  const rows = useMemo(() => outlineRows(document, filter), [document, filter])
  const box = useRef<HTMLDivElement>(null)
  const [scroll, setScroll] = useState({ top: 0, height: 600 })
  const flow = useReactFlow()
  const store = useStoreApi()

  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - overscan)
  const last = Math.min(rows.length, Math.ceil((scroll.top + scroll.height) / rowHeight) + overscan)
  const active = Math.max(
    0,
    rows.findIndex(row => row.id === selected),
  )

  const choose = (id: EntityId | NoteId | undefined) => {
    if (!id) return
    select(isNoteId(id) ? { kind: 'entities', ids: [], notes: [id] } : { kind: 'entities', ids: [id] })
    reveal(flow, store.getState(), isNoteId(id) ? id : shownFor(document, id))
  }
  const step = (by: number) => {
    const index = selected === undefined ? 0 : Math.max(0, Math.min(rows.length - 1, active + by))
    const element = box.current
    if (element) {
      const top = index * rowHeight
      if (top < element.scrollTop) element.scrollTop = top
      if (top + rowHeight > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight - element.clientHeight
    }
    choose(rows[index]?.id)
  }

  return (
    <section className={styles.outline} aria-label="Outline">
      <div className={styles.search}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <input
          aria-label="Find in the outline"
          placeholder="Find"
          value={filter}
          onChange={event => setFilter(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') choose(rows[0]?.id)
          }}
        />
      </div>
      {rows.length === 0 && (
        <p className={styles.none}>{filter ? 'Nothing has this name.' : 'Nothing here yet.'}</p>
      )}
      <div
        ref={box}
        role="listbox"
        aria-label="Outline of the model"
        tabIndex={0}
        aria-activedescendant={selected && rows[active]?.id === selected ? `outline-${selected}` : undefined}
        className={styles.rows}
        onScroll={event =>
          setScroll({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
        }
        onKeyDown={event => {
          if (event.key === 'ArrowDown') step(1)
          else if (event.key === 'ArrowUp') step(-1)
          else if (event.key === 'Delete') deleteSelection()
          else if (event.key === 'F2' && selected) rename(selected)
          else if (
            event.key.toLowerCase() === 'c' &&
            selected &&
            !isNoteId(selected) &&
            !event.ctrlKey &&
            !event.metaKey
          )
            openConnect(selected)
          else if (
            event.key.toLowerCase() === 'm' &&
            selected &&
            !isNoteId(selected) &&
            !event.ctrlKey &&
            !event.metaKey
          )
            openConnect(selected, 'move')
          else return
          event.preventDefault()
        }}
      >
        <div className={styles.extent} style={{ height: rows.length * rowHeight }}>
          {rows.slice(first, last).map((row, index) => (
            // The list has the focus and the keys; a row only takes clicks.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={row.key}
              id={`outline-${row.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={row.id === selected}
              className={`${styles.row} ${row.id === selected ? styles.selected : ''}`}
              style={{ top: (first + index) * rowHeight, paddingLeft: 10 + Math.min(row.depth, 6) * 16 }}
              onClick={() => choose(row.id)}
            >
              <KindIcon kind={row.kind} service={row.service} />
              <span className={styles.name}>
                <span className="visually-hidden">{row.before}</span>
                <bdi>{shown(row.name)}</bdi>
                <span className="visually-hidden">{row.after}</span>
              </span>
              <span className={styles.note} aria-hidden>
                {row.note}
              </span>
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}
