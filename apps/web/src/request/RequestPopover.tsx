import { Popover } from 'radix-ui'
import { type ReactElement, useMemo } from 'react'
import { count } from '../canvas/node-names.ts'
import { Button } from '../ui/Button.tsx'
import type { Pin, Pins } from '../workspace/asked-context.ts'
import { pin, useWorkspace } from '../workspace/workspace.ts'
import { keyEffects } from './key-effects.ts'
import { type KnownKey, knownKeys } from './known-keys.ts'
import { presets } from './presets.ts'
import styles from './RequestPopover.module.css'

interface RequestPopoverProps {
  readonly trigger: ReactElement
  readonly defaultOpen: boolean
}

/** The request that is asked about, beside the canvas that follows it: each key unknown, absent, or a value. */
export default function RequestPopover({ trigger, defaultOpen }: RequestPopoverProps) {
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      {/* Beside the canvas, not over it: the lines are what one wants to watch. */}
      <Popover.Anchor className={styles.anchor} />
      <Popover.Portal>
        <Popover.Content
          className={styles.panel}
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Request"
        >
          <Request />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Request() {
  const model = useWorkspace(state => state.document.model)
  const access = useWorkspace(state => state.access)
  const pins = useWorkspace(state => state.pins)
  const keys = useMemo(() => knownKeys(model), [model])
  const effects = useMemo(() => keyEffects(model, access, pins), [model, access, pins])
  return (
    <>
      <h2 className={styles.title}>Which request are we asking about?</h2>
      <div className={styles.presets} role="group" aria-label="Everyday requests">
        {presets.map(preset => (
          <Button key={preset.name} className={styles.preset} onClick={() => pin(preset.pins)}>
            {preset.name}
          </Button>
        ))}
      </div>
      <ul className={styles.keys}>
        {keys.map(known => (
          <KeyRow
            key={known.key}
            known={known}
            pinned={pins[known.key]}
            lines={effects.get(known.key.toLowerCase()) ?? 0}
            onPin={next => pin(withPin(pins, known.key, next))}
          />
        ))}
      </ul>
    </>
  )
}

function withPin(pins: Pins, key: string, next: Pin | undefined): Pins {
  const { [key]: _, ...others } = pins
  return next ? { ...others, [key]: next } : others
}

interface KeyRowProps {
  readonly known: KnownKey
  readonly pinned: Pin | undefined
  /** Lines that hang on this key now. */
  readonly lines: number
  readonly onPin: (pin: Pin | undefined) => void
}

const states = ['unknown', 'absent', 'value'] as const
const stateWords = { unknown: 'Unknown', absent: 'Absent', value: 'Is' } as const

function KeyRow({ known, pinned, lines, onPin }: KeyRowProps) {
  const state = pinned?.state ?? 'unknown'
  const list = `values-${known.key}`
  const [first = ''] = known.suggestions
  const turn = (next: (typeof states)[number]) => {
    if (next === 'unknown') onPin(undefined)
    else onPin(next === 'absent' ? { state: 'absent' } : { state: 'value', value: first })
  }
  return (
    <li className={styles.key}>
      <fieldset>
        <legend>
          {known.label}
          {known.label !== known.key && <code>{known.key}</code>}
          {lines > 0 && <span className={styles.effect}>{count(lines, 'line')} would change</span>}
        </legend>
        <div className={styles.choice}>
          {states.map(one => (
            <label key={one} className={one === state ? styles.chosen : ''}>
              <input
                type="radio"
                className="visually-hidden"
                name={known.key}
                checked={one === state}
                onChange={() => turn(one)}
              />
              {stateWords[one]}
            </label>
          ))}
          {pinned?.state === 'value' && (
            <>
              <input
                className={styles.value}
                aria-label={`Value of ${known.key}`}
                list={list}
                value={pinned.value}
                onChange={event => onPin({ state: 'value', value: event.target.value })}
              />
              <datalist id={list}>
                {known.suggestions.map(suggestion => (
                  <option key={suggestion} value={suggestion}>
                    {suggestion}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </div>
      </fieldset>
    </li>
  )
}
