import { entityById } from '@iam-canvas/core'
import { useMemo, useState } from 'react'
import { drop } from '../canvas/use-drag-to-drop.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import { closeConnect, useConnectDialog } from './connect-state.ts'
import { type Connection, connectionsFrom } from './connections.ts'
import { placesForStatement, placesForStatements, statementName } from './statement-places.ts'
import styles from './ConnectDialog.module.css'

const mostShown = 200

/** Dragging, without dragging: a list of what the selected thing can be connected to. Type to filter, Enter to do it. */
export function ConnectDialog() {
  const { from, purpose, statement } = useConnectDialog()
  const document = useWorkspace(state => state.document)
  const name = from === undefined ? '' : (entityById(document.model, from)?.name ?? '')
  const all = useMemo(() => {
    if (statement) return placesForStatement(document, statement)
    if (from === undefined) return []
    return purpose === 'statements'
      ? placesForStatements(document, from)
      : connectionsFrom(document, from, purpose)
  }, [document, from, purpose, statement])
  if (statement) {
    const title = `Move ${statementName(document.model, statement)}`
    return <ConnectList title={title} all={all} none="There is nowhere it could go yet." />
  }
  if (from === undefined) return null
  const none = `There is nothing ${name} could be connected to yet.`
  return <ConnectList key={`${from} ${purpose}`} title={titles[purpose](name)} all={all} none={none} />
}

const titles = {
  connect: (name: string) => `Connect ${name}`,
  move: (name: string) => `Move ${name} into`,
  statements: (name: string) => `Move a statement of ${name}`,
} as const

interface ConnectListProps {
  readonly title: string
  readonly all: readonly Connection[]
  /** Said where there is nothing to choose. */
  readonly none: string
}

function ConnectList({ title, all, none }: ConnectListProps) {
  const [filter, setFilter] = useState('')
  const [active, setActive] = useState(0)
  const words = filter.toLowerCase().split(/\s+/)
  const matching = all.filter(({ verdict }) => words.every(word => verdict.verb.toLowerCase().includes(word)))
  const shown = matching.slice(0, mostShown)

  const choose = (connection: Connection | undefined) => {
    if (!connection) return
    closeConnect()
    if (connection.run) connection.run()
    else drop(connection.verdict, [connection.dragged])
  }

  return (
    <Dialog open onClose={closeConnect} title={title}>
      <input
        role="combobox"
        data-autofocus
        aria-label="Filter"
        aria-expanded
        aria-controls="connections"
        aria-activedescendant={shown[active] ? `connection-${active}` : undefined}
        className={styles.filter}
        placeholder="Type to filter"
        value={filter}
        onChange={event => {
          setFilter(event.target.value)
          setActive(0)
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') setActive(index => Math.min(index + 1, shown.length - 1))
          else if (event.key === 'ArrowUp') setActive(index => Math.max(index - 1, 0))
          else if (event.key === 'Enter') choose(shown[active])
          else return
          event.preventDefault()
        }}
      />
      <div id="connections" role="listbox" aria-label="Possible connections" className={styles.list}>
        {shown.map((connection, index) => (
          // The combobox has the focus and the keys; an option only takes clicks.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={connection.key}
            id={`connection-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={`${styles.option} ${index === active ? styles.active : ''}`}
            onClick={() => choose(connection)}
            onPointerMove={() => setActive(index)}
          >
            {connection.verdict.verb}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className={styles.none}>{all.length === 0 ? none : 'Nothing matches what you typed.'}</p>
      )}
    </Dialog>
  )
}
