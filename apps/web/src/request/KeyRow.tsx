import { lazy, Suspense, useId, useState } from 'react'
import type { AccessLine } from '../canvas/access-lines.ts'
import { type Follows, isAbsent, type PinnedValue } from '../workspace/asked-context.ts'
import { KeyLineList } from './KeyLineList.tsx'
import { problemWith } from './key-forms.ts'
import { keyLabel, type KnownKey } from './known-keys.ts'
import styles from './RequestPopover.module.css'
import { ValueInput } from './ValueInput.tsx'

const KeyPageLink = lazy(() => import('../reference/KeyPageLink.tsx'))

interface KeyRowProps {
  readonly known: KnownKey
  readonly pinned: PinnedValue | undefined
  /** What it is by another key, while nobody has settled it. */
  readonly follows: Follows | undefined
  /** Lines that hang on this key now. */
  readonly lines: readonly AccessLine[]
  readonly moreLines: boolean
  readonly onPin: (value: PinnedValue | undefined) => void
}

const states = ['unknown', 'absent', 'value'] as const
const stateWords = { unknown: 'Unknown', absent: 'Absent', value: 'Is' } as const

/** A key with its three states. A value that is not sound is kept in the field, with a message, and settles nothing. */
export function KeyRow({ known, pinned, follows, lines, moreLines, onPin }: KeyRowProps) {
  const id = useId()
  const { key, label, form, many } = known
  const pinnedText = pinned === undefined || isAbsent(pinned) ? undefined : textOf(pinned)
  /** What is typed, as long as nothing else has settled the key since. */
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string | undefined }>()
  const typed = draft && draft.over === pinnedText ? draft.text : undefined
  const text = typed ?? pinnedText
  const problem = text === undefined ? undefined : problemIn(known, text)
  const state = text !== undefined ? 'value' : pinned === undefined ? 'unknown' : 'absent'

  const type = (next: string) => {
    if (problemIn(known, next) !== undefined) return setDraft({ text: next, over: pinnedText })
    const value = many ? valuesIn(next) : next
    setDraft({ text: next, over: textOf(value) })
    onPin(value)
  }
  const turn = (next: (typeof states)[number]) => {
    setDraft(undefined)
    if (next === 'value') type(known.suggestions[0] ?? '')
    else onPin(next === 'absent' ? [] : undefined)
  }
  return (
    <li className={styles.key}>
      <fieldset aria-describedby={problem ? `${id} problem` : undefined}>
        <legend>
          {label !== key && label}
          {/* The bare name stands until what knows AWS's pages is loaded. */}
          <Suspense fallback={<code>{key}</code>}>
            <KeyPageLink name={key} />
          </Suspense>
        </legend>
        <div className={styles.choice}>
          {states.map(one => (
            <label key={one} className={one === state ? styles.chosen : ''}>
              <input
                type="radio"
                className="visually-hidden"
                name={id}
                checked={one === state}
                onChange={() => turn(one)}
              />
              {stateWords[one]}
            </label>
          ))}
          {text !== undefined && (
            <ValueInput
              name={key}
              form={form}
              many={many}
              text={text}
              suggestions={known.suggestions}
              problemId={problem ? `${id} problem` : undefined}
              onType={type}
            />
          )}
        </div>
        {problem && (
          <p id={`${id} problem`} role="alert" className={styles.problem}>
            {problem}{' '}
            {pinnedText === undefined ? 'It is unknown until then.' : `“${pinnedText}” still holds.`}
          </p>
        )}
        {many && text !== undefined && !problem && (
          <p className={styles.note}>Several values stand with commas between them.</p>
        )}
        {state === 'unknown' && follows && (
          <p className={styles.note}>
            {isAbsent(follows.value) ? 'Absent' : `Is ${textOf(follows.value)}`}, by {keyLabel(follows.from)}
          </p>
        )}
      </fieldset>
      <KeyLineList label={label} lines={lines} more={moreLines} />
    </li>
  )
}

const textOf = (value: PinnedValue): string => (typeof value === 'string' ? value : value.join(', '))
const valuesIn = (text: string): readonly string[] => text.split(',').map(part => part.trim())

function problemIn({ key, form, many }: KnownKey, text: string): string | undefined {
  for (const value of many ? valuesIn(text) : [text]) {
    const problem = problemWith(key, form, value)
    if (problem) return problem
  }
  return undefined
}
