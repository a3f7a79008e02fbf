/**
 * A key as written in the list of actions: modifiers and a key with spaces between, such as `Mod Shift Z`, `F2`, `?`.
 * `Mod` is Ctrl, or Cmd on a Mac.
 */
export type KeySpec = string

export interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const modifiers = new Set(['Mod', 'Alt', 'Shift'])

/** Whether this is the key that was pressed: by the character it produces, so that it holds on every keyboard. */
export function isPressed(spec: KeySpec, event: Pressed): boolean {
  const { mod, alt, shift, key } = parts(spec)
  if ((event.ctrlKey || event.metaKey) !== mod || event.altKey !== alt) return false
  if (!isSymbol(key) && event.shiftKey !== shift) return false
  if (event.key.toLowerCase() === key.toLowerCase()) return true
  // Shift makes a symbol of a digit and Alt a sign of a letter on many keyboards: there the place of the key counts.
  if (/^\d$/.test(key)) return event.code === `Digit${key}`
  return alt && /^[A-Z]$/.test(key) && event.code === `Key${key}`
}

/** A character alone, with or without Shift: what people switch off who dictate (WCAG 2.1.4). */
export function isCharacter(spec: KeySpec): boolean {
  const { mod, alt, key } = parts(spec)
  return !mod && !alt && key.length === 1
}

const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)
const drawn: Readonly<Record<string, string>> = {
  Mod: mac ? '⌘' : 'Ctrl',
  Alt: mac ? '⌥' : 'Alt',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** As people read it: `Ctrl Shift Z`. */
export const keyText = (spec: KeySpec): string =>
  spec
    .split(' ')
    .map(part => drawn[part] ?? part)
    .join(' ')

function parts(spec: KeySpec) {
  const words = spec.split(' ')
  const held = words.filter(word => modifiers.has(word))
  return {
    mod: held.includes('Mod'),
    alt: held.includes('Alt'),
    shift: held.includes('Shift'),
    key: words.at(-1) ?? '',
  }
}

/** On some keyboards a symbol needs Shift, on others not; a letter or digit says for itself. */
const isSymbol = (key: string) => key.length === 1 && !/[\p{L}\d]/u.test(key)
