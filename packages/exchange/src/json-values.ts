import { placeAt, scanJsonValue, skipBlanks } from './json-scan.ts'
import { type Unread, unread } from './read-problem.ts'

/** More than any account dump is known to have; reading it would take gigabytes of memory. */
export const MOST_CHARACTERS = 50_000_000

export interface JsonValues {
  readonly ok: true
  /** One for an ordinary file; several for pages written one after the other, or JSON lines. */
  readonly values: readonly unknown[]
}

/**
 * The JSON values in a text. A byte order mark at the start is passed over, and so is a comma between values.
 * Never throws: a fault says its line and column and what was expected there.
 */
export function jsonValuesIn(text: string, mostCharacters = MOST_CHARACTERS): JsonValues | Unread {
  if (text.length > mostCharacters) {
    const size = Math.ceil(text.length / 1_000_000)
    const most = Math.floor(mostCharacters / 1_000_000)
    return unread(
      'too-large',
      `the file has ${size} million characters, and at most ${most} million are read: export a part of the account, for example with --filter Role`,
    )
  }
  const start = text.startsWith('\uFEFF') ? 1 : 0
  if (skipBlanks(text, start) === text.length) return unread('empty', 'the file is empty')
  const whole = parsed(start === 0 ? text : text.slice(start))
  if (whole) return { ok: true, values: [whole.value] }

  const values: unknown[] = []
  let at = skipBlanks(text, start)
  while (at < text.length) {
    const scan = scanJsonValue(text, at)
    const value = scan.ok ? parsed(text.slice(at, scan.end)) : undefined
    if (!scan.ok || !value) return faulty(text, scan.ok ? at : scan.at, scan.ok ? 'a value' : scan.wanted)
    values.push(value.value)
    at = skipBlanks(text, scan.end)
    if (text[at] === ',') at = skipBlanks(text, at + 1)
  }
  return { ok: true, values }
}

function faulty(text: string, at: number, wanted: string): Unread {
  const place = placeAt(text, at)
  if (at >= text.length) {
    return unread(
      'not-json',
      `the file ends too early, in line ${place.line}: it was probably cut off while it was written or copied`,
      place,
    )
  }
  return unread(
    'not-json',
    `the file is no JSON: line ${place.line}, column ${place.column} should have ${wanted}, but has ${shown(text, at)}`,
    place,
  )
}

/** A short piece of the text for a message. Control characters would disturb it. */
function shown(text: string, at: number): string {
  const piece = text
    .slice(at, at + 12)
    .split(/[\p{Cc}\p{Cf}]/u, 1)[0]
    ?.trim()
  return piece ? `\`${piece}\`` : 'an invisible character'
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
