import type { Tag } from './records.ts'

/** A word for a POSIX shell: as it is where that is safe, otherwise in single quotes. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** `--user-name alice`. A value that begins with a dash is joined by `=`, or the CLI would take it for an option. */
export function option(name: string, value: string): string {
  return value.startsWith('-') ? `--${name}=${shellWord(value)}` : `--${name} ${shellWord(value)}`
}

/** `--tags` in the CLI's shorthand where that is unambiguous, otherwise as JSON. */
export function tagsOption(tags: readonly Tag[]): string {
  const simple = tags.every(({ key, value }) => /^[\w.-]+$/.test(key) && /^[\w./@:-]+$/.test(value))
  const words = simple
    ? tags.map(({ key, value }) => shellWord(`Key=${key},Value=${value}`))
    : [shellWord(JSON.stringify(tags.map(({ key, value }) => ({ Key: key, Value: value }))))]
  return `--tags ${words.join(' ')}`
}

/** Longer texts are better read from a file than from a command line. */
const LONGEST_INLINE = 1500

/** A policy as the value of an option, and the file it must be saved as first, if it is not on the line itself. */
export function documentOption(
  name: string,
  text: string,
  called: string,
): { readonly option: string; readonly file?: string } {
  const compact = compactJson(text)
  if (compact !== undefined && compact.length <= LONGEST_INLINE) {
    return { option: `--${name} ${shellWord(compact)}` }
  }
  const file = `${called.replace(/[^\w+=,.@-]+/g, '-').replace(/^[-.]+/, '') || 'policy'}.json`
  return { option: option(name, `file://${file}`), file }
}

function compactJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return undefined
  }
}
