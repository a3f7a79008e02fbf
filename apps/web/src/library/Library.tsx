import { referenceSources, type ManagedPolicy } from '@iam-canvas/reference/compiled'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { Failed } from '../reference/Failed.tsx'
import { policiesQuery, policyQuery } from '../reference/queries.ts'
import { useServiceNames } from '../reference/use-service-names.ts'
import { usePaletteDrag } from '../sidebar/use-palette-drag.ts'
import { Button } from '../ui/Button.tsx'
import { queryClient } from '../workspace/query-client.ts'
import { addManagedPolicy, asAddKind } from './add-managed-policy.ts'
import styles from './Library.module.css'
import { showPolicy } from './library-state.ts'
import { byNearness, marksOf, matchesPolicy, sentenceOf, sizeWords } from './policy-words.ts'

const atOnce = 80

/** AWS's managed policies: search, read, drag one onto a user, group or role, or open it and attach it there. */
export default function Library() {
  const { data, error, refetch, isFetching } = useQuery(policiesQuery)
  const nameOf = useServiceNames()
  const [filter, setFilter] = useState('')
  const [most, setMost] = useState(atOnce)
  const asked = useDeferredValue(filter)
  const found = useMemo(() => {
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
    return (data ?? []).filter(policy => matchesPolicy(policy, words, nameOf)).sort(byNearness(words))
  }, [data, asked, nameOf])
  return (
    <section className={styles.library} aria-label="AWS managed policies">
      <label className={styles.search}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <input
          type="search"
          aria-label="Search AWS managed policies"
          placeholder="Name or service"
          value={filter}
          onChange={event => {
            setFilter(event.target.value)
            setMost(atOnce)
          }}
        />
      </label>
      {error && <Failed error={error} busy={isFetching} retry={() => void refetch()} />}
      {!error && !data && <p className={styles.quiet}>Loading …</p>}
      {data && (
        <>
          <p className={styles.count} role="status">
            {found.length === data.length
              ? `${data.length.toLocaleString('en')} policies`
              : `${found.length.toLocaleString('en')} of ${data.length.toLocaleString('en')} policies`}
          </p>
          <ul className={styles.list}>
            {found.slice(0, most).map(policy => (
              <PolicyRow key={policy.name} policy={policy} sentence={sentenceOf(policy, nameOf)} />
            ))}
            {found.length > most && (
              <li>
                <Button look="quiet" className={styles.more} onClick={() => setMost(most + atOnce * 2)}>
                  Show more
                </Button>
              </li>
            )}
          </ul>
        </>
      )}
      <p className={styles.source}>
        As of {referenceSources.sources[1]?.date}, {referenceSources.sources[1]?.package}{' '}
        {referenceSources.sources[1]?.version}
      </p>
    </section>
  )
}

function PolicyRow({ policy, sentence }: { readonly policy: ManagedPolicy; readonly sentence: string }) {
  const kind = asAddKind(policy)
  const drag = usePaletteDrag(kind, {
    add: (_, where) => void addManagedPolicy(policy, where),
    click: () => showPolicy(policy.name),
  })
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        {...drag}
        onPointerDown={event => {
          // So that its text is there when it is dropped.
          void queryClient.prefetchQuery(policyQuery(policy.name))
          drag.onPointerDown(event)
        }}
      >
        <span className={styles.name}>{policy.name}</span>
        <span className={styles.sentence}>{sentence}</span>
        <span className={styles.facts}>
          {marksOf(policy).map(({ label, title, warns }) => (
            <span key={label} title={title} className={warns ? styles.warning : styles.mark}>
              {label}
            </span>
          ))}
          <span>{sizeWords(policy.size)}</span>
        </span>
      </button>
    </li>
  )
}
