import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { referenceSources } from '@iam-canvas/reference/compiled'
import { Button } from '../ui/Button.tsx'
import { Failed } from './Failed.tsx'
import { FileProgress } from './FileProgress.tsx'
import { actionIndexQuery, allWordsQuery, servicesQuery } from './queries.ts'
import styles from './ReferenceSearch.module.css'
import { goToPlace, type ReferencePlace, useReference } from './reference-state.ts'
import { type ListedAction, searchActions } from './search-actions.ts'

const atOnce = 60
const mostServices = 4
const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management']

const samePlace = (one: ReferencePlace | undefined, other: ReferencePlace) =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * Search over all actions and services. Arrows go from the field into the list and through it; Enter opens a page.
 * Nothing typed: every service. Descriptions come after the names, and are searched once they are there.
 */
export function ReferenceSearch({ current }: { readonly current?: ReferencePlace | undefined }) {
  const { query, level } = useReference()
  const asked = useDeferredValue(query).trim()
  const [most, setMost] = useState(atOnce)
  const box = useRef<HTMLDivElement>(null)
  const index = useQuery(actionIndexQuery)
  const words = useQuery({ ...allWordsQuery, enabled: asked !== '' && index.isSuccess })
  const services = useQuery(servicesQuery)
  const browsing = asked === '' && level === ''
  const found = useMemo(
    () => searchActions(index.data ?? [], words.data, { query: asked, level, most }),
    [index.data, words.data, asked, level, most],
  )
  const named = useMemo(() => {
    const all = services.data?.services ?? []
    if (browsing) return all
    const lower = asked.toLowerCase()
    const matches = ({ prefix, name }: { prefix: string; name: string }) =>
      prefix.startsWith(lower) || name.toLowerCase().includes(lower)
    const exactFirst = (prefix: string) => (prefix === lower ? 0 : 1)
    return level === '' && lower !== ''
      ? all
          .filter(matches)
          .toSorted((a, b) => exactFirst(a.prefix) - exactFirst(b.prefix))
          .slice(0, mostServices)
      : []
  }, [services.data, browsing, asked, level])
  const failed = index.error ? index : services.error ? services : undefined

  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.target instanceof HTMLSelectElement) return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
    const at = stops.indexOf(
      document.activeElement instanceof HTMLElement ? document.activeElement : stops[0]!,
    )
    const next = stops[Math.max(0, at + step)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    // The keys belong to the field and the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} className={styles.box} onKeyDown={keys}>
      <label className={styles.search}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <input
          type="search"
          data-stop
          data-autofocus
          aria-label="Search all actions and services"
          placeholder="Action, service or what it does"
          spellCheck={false}
          value={query}
          onChange={event => {
            useReference.setState({ query: event.target.value })
            setMost(atOnce)
          }}
        />
      </label>
      <label className={styles.level}>
        Level
        <select
          value={level}
          onChange={event => {
            useReference.setState({ level: event.target.value })
            setMost(atOnce)
          }}
        >
          <option value="">any</option>
          {levels.map(each => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      {failed?.error && (
        <Failed error={failed.error} busy={failed.isFetching} retry={() => void failed.refetch()} />
      )}
      {!failed && index.isPending && <FileProgress file="actions" what="The names of all actions" />}
      {words.isFetching && <FileProgress file="words" what="Names are searched; what actions are for" />}
      {words.error && (
        <Failed error={words.error} busy={words.isFetching} retry={() => void words.refetch()} />
      )}
      {index.data && (
        <>
          <p className={styles.count} role="status">
            {browsing
              ? `${named.length} services, ${index.data.length.toLocaleString('en')} actions`
              : found.total === 1
                ? '1 action'
                : `${found.total.toLocaleString('en')} actions`}
          </p>
          <ul className={styles.list} aria-label="Actions and services">
            {browsing && (
              <Row place={{ kind: 'global-keys' }} current={current}>
                <Named name="Global condition keys" note="in every request" />
              </Row>
            )}
            {named.map(({ prefix, name, actions }) => (
              <Row key={prefix} place={{ kind: 'service', prefix }} current={current}>
                <Named name={name} note={`${prefix}, ${actions === 1 ? '1 action' : `${actions} actions`}`} />
              </Row>
            ))}
            {!browsing &&
              found.actions.map(action => (
                <ActionRow
                  key={`${action.prefix}:${action.name}`}
                  action={action}
                  current={current}
                  what={words.data?.[action.prefix]?.[action.name]}
                />
              ))}
            {!browsing && found.total > most && (
              <li>
                <Button
                  look="quiet"
                  data-stop
                  className={styles.more}
                  onClick={() => setMost(most + atOnce * 2)}
                >
                  Show more
                </Button>
              </li>
            )}
          </ul>
          {!browsing && found.total === 0 && named.length === 0 && (
            <p className={styles.none}>AWS lists no action like that{level && ` of the level ${level}`}.</p>
          )}
        </>
      )}
      <p className={styles.source}>
        As of {referenceSources.sources[0]?.date}, {referenceSources.sources[0]?.package}{' '}
        {referenceSources.sources[0]?.version}
      </p>
    </div>
  )
}

interface RowProps {
  readonly place: ReferencePlace
  readonly current: ReferencePlace | undefined
  readonly children: ReactNode
}

function Row({ place, current, children }: RowProps) {
  return (
    <li>
      <button
        type="button"
        data-stop
        className={styles.row}
        aria-current={samePlace(current, place)}
        onClick={() => goToPlace(place)}
      >
        {children}
      </button>
    </li>
  )
}

/** A name, and beside it what else tells it apart. */
function Named({ name, note }: { readonly name: string; readonly note: string }) {
  return (
    <>
      <span className={styles.name}>{name}</span> <span className={styles.note}>{note}</span>
    </>
  )
}

interface ActionRowProps {
  readonly action: ListedAction
  readonly current: ReferencePlace | undefined
  readonly what: string | undefined
}

function ActionRow({ action: { prefix, name, level }, current, what }: ActionRowProps) {
  return (
    <Row place={{ kind: 'action', prefix, name }} current={current}>
      <span className={styles.action}>
        <span className={styles.prefix}>{prefix}:</span>
        {name}
      </span>{' '}
      <span className={styles.note}>{level}</span>
      {what && <span className={styles.what}> {what}</span>}
    </Row>
  )
}
