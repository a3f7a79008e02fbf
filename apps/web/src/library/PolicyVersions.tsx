import { actionIn } from '@iam-canvas/reference/compiled'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failed } from '../reference/Failed.tsx'
import { serviceQuery, versionsQuery } from '../reference/queries.ts'
import { compareVersions } from './compare-versions.ts'
import styles from './Library.module.css'

/** What AWS changed in a managed policy from one version to another. */
export function PolicyVersions({ name, versions }: { readonly name: string; readonly versions: number }) {
  const [open, setOpen] = useState(false)
  if (versions < 2)
    return <p className={styles.count}>AWS has published one version of it; there is nothing to compare.</p>
  return (
    <details className={styles.versions} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>What AWS changed in {versions} versions</summary>
      {open && <Compare name={name} />}
    </details>
  )
}

function Compare({ name }: { readonly name: string }) {
  const { data, error, isFetching, refetch } = useQuery(versionsQuery(name))
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({})
  if (error) return <Failed error={error} busy={isFetching} retry={() => void refetch()} />
  if (!data) return <p className={styles.quiet}>Loading …</p>
  const from = chosen.from ?? data.at(-2)?.version ?? ''
  const to = chosen.to ?? data.at(-1)?.version ?? ''
  const { added, removed, otherwise } = compareVersions(data, from, to)
  const choice = (label: string, value: string, set: (version: string) => void) => (
    <label>
      {label}{' '}
      <select value={value} onChange={event => set(event.target.value)}>
        {data.map(({ version, date }) => (
          <option key={version} value={version}>
            {date ? `${version}, ${date}` : version}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <div className={styles.between}>
        {choice('From', from, version => setChosen({ from: version, to }))}
        {choice('to', to, version => setChosen({ from, to: version }))}
      </div>
      <div className={styles.changes} role="status">
        <Words title="Added" words={added} />
        <Words title="Removed" words={removed} />
      </div>
      {added.length + removed.length === 0 && <p className={styles.quiet}>The actions are the same.</p>}
      {otherwise && (
        <p className={styles.quiet}>
          Resources, conditions or names of statements changed too. The data tells that, but not what they
          were.
        </p>
      )}
    </>
  )
}

const mostWords = 200

function Words({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  const levels = useLevels(words)
  if (words.length === 0) return null
  return (
    <section>
      <h4>
        {title}: {words.length}
      </h4>
      {levels && <p className={styles.count}>{levels}</p>}
      <ul>
        {words.slice(0, mostWords).map(word => (
          <li key={word}>{word}</li>
        ))}
        {words.length > mostWords && <li>and {words.length - mostWords} more</li>}
      </ul>
    </section>
  )
}

const mostServices = 12

interface NamedAction {
  readonly prefix: string
  readonly name: string
}

function namedAction(word: string): NamedAction[] {
  const [, prefix, name] = /^Allow ([\w-]+):(\w+)$/.exec(word) ?? []
  return prefix && name ? [{ prefix, name }] : []
}

/** The access levels of actions that are named in full; patterns are left to the list. */
function useLevels(words: readonly string[]): string {
  const actions = words.flatMap(namedAction)
  const prefixes = [...new Set(actions.map(({ prefix }) => prefix))].slice(0, mostServices)
  const services = useQueries({ queries: prefixes.map(prefix => serviceQuery(prefix)) })
  const counts = new Map<string, number>()
  for (const { prefix, name } of actions) {
    const service = services[prefixes.indexOf(prefix)]?.data
    const level = service && actionIn(service, name)?.level
    if (level) counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return [...counts].map(([level, count]) => `${level} ${count}`).join(', ')
}
