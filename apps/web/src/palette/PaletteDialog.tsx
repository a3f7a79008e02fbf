import { Dialog as Radix } from 'radix-ui'
import { Search } from 'lucide-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { actions, canRun } from '../actions/actions.ts'
import { keyText } from '../actions/keys.ts'
import { setMenuPoint } from '../actions/menu-point.ts'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { type Found, searchPrefixes, searchThings } from '../search/search.ts'
import { jumpTo } from '../search/jump-to.ts'
import { KindIcon } from '../sidebar/KindIcon.tsx'
import { giveFocusBack } from '../ui/Dialog.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import { matchingActions } from './command-matches.ts'
import styles from './PaletteDialog.module.css'
import { closePalette, rememberRun, usePalette } from './palette-state.ts'

interface Row {
  readonly key: string
  readonly heading?: string
  readonly icon?: ReactNode
  readonly title: string
  readonly detail?: string
  readonly keys?: string
  readonly run: () => void
}

/** How many things follow the commands that match. */
const mostThingsBeside = 6

/** One field for everything: what can be done, with its keys, and where everything is. */
export function PaletteDialog() {
  const mode = usePalette(state => state.open)
  return mode ? <Palette key={mode} mode={mode} /> : null
}

function Palette({ mode }: { readonly mode: 'commands' | 'things' }) {
  const document = useWorkspace(state => state.document)
  const recent = usePalette(state => state.recent)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const cameFrom = useRef<Element>(undefined)
  const chosen = useRef<() => void>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () => rowsFor(mode, query, recent, count => searchThings(document, query).slice(0, count)),
    [mode, query, recent, document],
  )

  const choose = (row: Row | undefined) => {
    if (!row) return
    chosen.current = row.run
    closePalette()
  }

  const label = mode === 'commands' ? 'Search all commands' : 'Find on the canvas'
  return (
    <Radix.Root open onOpenChange={open => !open && closePalette()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={styles.palette}
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            cameFrom.current = window.document.activeElement ?? undefined
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            giveFocusBack(cameFrom.current)
            // Only now, so that what was chosen can put the focus elsewhere and keeps it.
            chosen.current?.()
          }}
        >
          <Radix.Title className="visually-hidden">{label}</Radix.Title>
          <div className={styles.field}>
            <Search size={16} strokeWidth={1.75} aria-hidden />
            <input
              role="combobox"
              aria-label={label}
              aria-expanded
              aria-controls="palette-rows"
              aria-activedescendant={rows[active] ? `palette-${active}` : undefined}
              autoComplete="off"
              spellCheck={false}
              placeholder={
                mode === 'commands' ? 'What do you want to do?' : 'Name, ARN or tag; user: role: policy: …'
              }
              value={query}
              onChange={event => {
                setQuery(event.target.value)
                setActive(0)
              }}
              onKeyDown={event => {
                const last = rows.length - 1
                if (event.key === 'ArrowDown') setActive(at => (at >= last ? 0 : at + 1))
                else if (event.key === 'ArrowUp') setActive(at => (at <= 0 ? last : at - 1))
                else if (event.key === 'Home' && query === '') setActive(0)
                else if (event.key === 'End' && query === '') setActive(last)
                else if (event.key === 'Enter') choose(rows[active])
                else return
                event.preventDefault()
              }}
            />
            <kbd className={styles.escape}>Esc</kbd>
          </div>
          {mode === 'things' && (
            <div className={styles.prefixes} aria-label="Look among one kind only" role="group">
              {searchPrefixes.map(prefix => (
                <button
                  key={prefix}
                  type="button"
                  className={styles.prefix}
                  onClick={() => {
                    setQuery(`${prefix}:${query.replace(/^\s*\w+:/, '')}`)
                    setActive(0)
                    list.current?.parentElement?.querySelector('input')?.focus()
                  }}
                >
                  {prefix}:
                </button>
              ))}
            </div>
          )}
          <div id="palette-rows" ref={list} role="listbox" aria-label="Results" className={styles.rows}>
            {rows.map((row, index) => (
              <div key={row.key} role="presentation">
                {row.heading && <div className={styles.heading}>{row.heading}</div>}
                {/* The combobox has the focus and the keys; an option only takes clicks. */}
                {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
                <div
                  ref={index === active ? scrolledTo : undefined}
                  id={`palette-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  className={`${styles.row} ${index === active ? styles.active : ''}`}
                  onClick={() => choose(row)}
                  onPointerMove={() => setActive(index)}
                >
                  {row.icon && <span className={styles.icon}>{row.icon}</span>}
                  <bdi className={styles.title}>{row.title}</bdi>
                  {row.detail && <span className={styles.detail}>{row.detail}</span>}
                  {row.keys && <kbd className={styles.keys}>{row.keys}</kbd>}
                </div>
              </div>
            ))}
            {rows.length === 0 && (
              <p className={styles.none}>
                {mode === 'commands'
                  ? 'No command and nothing on the canvas is called that.'
                  : 'Nothing on the canvas matches.'}
              </p>
            )}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const scrolledTo = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'nearest' })

function rowsFor(
  mode: 'commands' | 'things',
  query: string,
  recent: readonly string[],
  find: (count: number) => readonly Found[],
): readonly Row[] {
  if (mode === 'things') return find(100).map(found => thingRow(found))
  const possible = actions.filter(action => !action.hidden && action.id !== 'palette' && canRun(action))
  const matching = matchingActions(possible, query, recent)
  const untyped = query.trim() === ''
  let heading = ''
  const commands = matching.map((action): Row => {
    const under = untyped && recent.includes(action.id) ? 'Recent' : untyped ? action.group : 'Commands'
    const begins = under !== heading
    heading = under
    return {
      key: action.id,
      ...(begins && { heading: under }),
      title: action.title,
      ...(action.keys?.[0] && { keys: keyText(action.keys[0]) }),
      run: () => {
        setMenuPoint(undefined)
        rememberRun(action.id)
        action.run()
      },
    }
  })
  const things = untyped ? [] : find(mostThingsBeside)
  return [...commands, ...things.map((found, index) => thingRow(found, index === 0 ? 'On the canvas' : ''))]
}

function thingRow(found: Found, heading = ''): Row {
  return {
    key: found.id,
    ...(heading && { heading }),
    icon: <KindIcon kind={found.kind} service={found.service} />,
    title: shown(found.name),
    detail: shown(found.detail),
    run: () => jumpTo(found.id),
  }
}
