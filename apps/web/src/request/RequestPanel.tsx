import { Plus, Search, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type Ref, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { follows, pinnedValue, type Pins, withPin } from '../workspace/asked-context.ts'
import { pinsOf } from '../workspace/document.ts'
import { pin } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { KeyRow } from './KeyRow.tsx'
import { isKeyName, keyNamed, type KnownKey, knownKeys } from './known-keys.ts'
import { isPinned, presets } from './presets.ts'
import styles from './RequestPopover.module.css'
import { useKeyLines } from './use-key-lines.ts'

const noLines: readonly never[] = []

/** Which request are we asking about? Each key unknown, absent, or a value; what it would decide stands beside it. */
export function RequestPanel({ search }: { readonly search: Ref<HTMLInputElement> }) {
  const model = useWorkspace(state => state.document.model)
  const pins = useWorkspace(state => pinsOf(state.document))
  const [query, setQuery] = useState('')
  /** Keys that somebody named here, shown also while nothing of them is settled. */
  const [added, setAdded] = useState<readonly string[]>([])
  const lines = useKeyLines()
  const known = knownKeys(model)
  const sections = sectionsOf(known, pins, added, query)
  const addable = isAddable(query, [...known.map(({ key }) => key), ...added])
  const following = follows(pins)
  const add = () => {
    setAdded([...added, query.trim()])
    setQuery('')
  }
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>Which request are we asking about?</h2>
        <Button
          look="quiet"
          className={styles.clear}
          disabled={Object.keys(pins).length === 0}
          onClick={() => pin({})}
        >
          Clear
        </Button>
        <Popover.Close asChild>
          <Button look="quiet" className={styles.close} label="Close" icon={<X size={15} />} />
        </Popover.Close>
      </div>
      <label className={styles.search}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <input
          ref={search}
          type="search"
          aria-label="Find or add a key"
          placeholder="Find or add a key"
          value={query}
          onChange={event => setQuery(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || !addable) return
            event.preventDefault()
            add()
          }}
        />
      </label>
      <div className={styles.presets} role="group" aria-label="Everyday requests">
        {presets.map(preset => (
          <Button
            key={preset.name}
            className={styles.preset}
            title={preset.hint}
            aria-pressed={isPinned(preset, pins)}
            onClick={() => pin(preset.pins)}
          >
            {preset.name}
          </Button>
        ))}
      </div>
      <div className={styles.keys}>
        {sections.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.section}>{title}</h3>
            <ul>
              {keys.map(one => (
                <KeyRow
                  key={one.key}
                  known={one}
                  pinned={pinnedValue(pins, one.key)}
                  follows={following.find(({ key }) => key.toLowerCase() === one.key.toLowerCase())}
                  lines={lines.of.get(one.key.toLowerCase()) ?? noLines}
                  moreLines={lines.more}
                  onPin={value => pin(withPin(pins, one.key, value))}
                />
              ))}
            </ul>
          </section>
        ))}
        {addable && (
          <Button look="quiet" className={styles.add} icon={<Plus size={14} />} onClick={add}>
            Add the key “{query.trim()}”
          </Button>
        )}
        {sections.length === 0 && !addable && (
          <p className={styles.none}>
            No such key. To add one, give its whole name, such as <code>ec2:Vpc</code>.
          </p>
        )}
      </div>
    </>
  )
}

function sectionsOf(known: readonly KnownKey[], pins: Pins, added: readonly string[], query: string) {
  const names = new Set(known.map(({ key }) => key.toLowerCase()))
  const own = [...added, ...Object.keys(pins)].filter((key, index, all) => {
    const name = key.toLowerCase()
    return !names.has(name) && all.findIndex(other => other.toLowerCase() === name) === index
  })
  const words = query.trim().toLowerCase()
  const found = [...own.map(key => keyNamed(key)), ...known].filter(({ key, label, rare }) => {
    if (words !== '') return `${key} ${label}`.toLowerCase().includes(words)
    return !rare || own.includes(key) || pinnedValue(pins, key) !== undefined
  })
  return [
    { title: 'Asked by the policies', keys: found.filter(({ asked }) => asked) },
    { title: 'Other keys', keys: found.filter(({ asked }) => !asked) },
  ].filter(({ keys }) => keys.length > 0)
}

const isAddable = (query: string, keys: readonly string[]): boolean =>
  isKeyName(query.trim()) && !keys.some(key => key.toLowerCase() === query.trim().toLowerCase())
