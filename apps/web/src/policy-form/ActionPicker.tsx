import type { Located } from '@iam-canvas/core'
import type { ServiceEntry } from '@iam-canvas/core/lint'
import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Vocabulary } from '../editor/vocabulary.ts'
import { openActionReference } from '../reference/reference-state.ts'
import { actionRows, type LevelRows } from './action-rows.ts'
import styles from './PolicyForm.module.css'

interface ActionPickerProps {
  readonly prefix: string
  readonly values: readonly Located[]
  readonly words: Vocabulary
  readonly open: boolean
  readonly onAdd: (values: readonly string[]) => void
  readonly onRemove: (values: readonly string[]) => void
}

/** The actions of one service, by access level, each with a box to tick. */
export function ActionPicker({ prefix, values, words, open, onAdd, onRemove }: ActionPickerProps) {
  const { data: service } = useQuery({
    queryKey: ['form-service', prefix],
    queryFn: async () => (await words.service(prefix)) ?? null,
  })
  const levels = useMemo(() => (service ? actionRows(service, values) : []), [service, values])
  if (service === undefined) return <p className={styles.quiet}>Loading {prefix} …</p>
  if (service === null) return <p className={styles.quiet}>Nothing is known of the service {prefix}.</p>
  const chosen = levels.flatMap(({ rows }) => rows.filter(({ own, coveredBy }) => own ?? coveredBy)).length
  return (
    <details className={styles.service} open={open}>
      <summary>
        {service.name}
        <span className={styles.count}>
          {chosen} of {service.actions.size} actions
        </span>
      </summary>
      {levels.map(level => (
        <Level key={level.level} service={service} {...level} onAdd={onAdd} onRemove={onRemove} />
      ))}
    </details>
  )
}

interface LevelProps extends LevelRows {
  readonly service: ServiceEntry
  readonly onAdd: ActionPickerProps['onAdd']
  readonly onRemove: ActionPickerProps['onRemove']
}

function Level({ service, level, rows, onAdd, onRemove }: LevelProps) {
  const [shown, setShown] = useState(() => rows.some(({ own }) => own !== undefined))
  const all = useRef<HTMLInputElement>(null)
  const id = useId()
  const full = (name: string) => `${service.prefix}:${name}`
  const chosen = rows.filter(({ own, coveredBy }) => own ?? coveredBy).length
  useEffect(() => {
    if (all.current) all.current.indeterminate = chosen > 0 && chosen < rows.length
  }, [chosen, rows.length])
  const own = rows.flatMap(row => row.own ?? [])
  return (
    <section className={styles.level}>
      <header>
        <label>
          <input
            ref={all}
            type="checkbox"
            checked={chosen === rows.length}
            disabled={chosen === rows.length && own.length === 0}
            onChange={event =>
              event.target.checked
                ? onAdd(rows.flatMap(row => ((row.own ?? row.coveredBy) ? [] : full(row.name))))
                : onRemove(own)
            }
          />
          {level}
        </label>
        <button type="button" aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)}>
          {chosen} of {rows.length}
        </button>
      </header>
      {shown && (
        <ul id={id}>
          {rows.map(({ name, description, own, coveredBy }) => (
            <li key={name}>
              <label title={coveredBy ? `${coveredBy} covers it` : description}>
                <input
                  type="checkbox"
                  checked={own !== undefined || coveredBy !== undefined}
                  disabled={own === undefined && coveredBy !== undefined}
                  onChange={() => (own === undefined ? onAdd([full(name)]) : onRemove([own]))}
                />
                {name}
              </label>
              <button
                type="button"
                aria-label={`What ${full(name)} does`}
                title={`What ${full(name)} does`}
                onClick={() => openActionReference(full(name))}
              >
                <BookOpen size={13} strokeWidth={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
