import { literal, pattern, type Symbols } from './symbols.ts'

/** The context of a request: values, nothing, or unknown, by key in lower case. */
export type NaiveContext = (key: string) => readonly string[] | string

/** No value of these tests is spelled so. */
export const ABSENT = 'absent!'
export const UNKNOWN = 'unknown!'

/** A value with its variables put in: symbols, or that one of them has no value, or is not known. [V1–V7] */
export function substituted(
  text: string,
  variables: boolean,
  wild: boolean,
  context: NaiveContext,
): Symbols | 'none' | 'maybe' {
  const plain = wild ? pattern : literal
  if (!variables) return plain(text)
  const symbols: string[] = []
  let missing = false
  let unknown = false
  let rest = text
  for (;;) {
    const found = /\$\{([^}]*)\}/.exec(rest)
    if (!found) break
    symbols.push(...plain(rest.slice(0, found.index)))
    rest = rest.slice(found.index + found[0].length)
    const inside = found[1] ?? ''
    if (inside === '*' || inside === '?' || inside === '$') {
      symbols.push(inside)
      continue
    }
    const [name = '', ...fallback] = inside.split(',')
    const value = context(name.trim().toLowerCase())
    if (value === UNKNOWN) unknown = true
    else if (typeof value === 'string' && value !== ABSENT) symbols.push(...literal(value))
    else if (fallback.length > 0)
      symbols.push(
        ...literal(
          fallback
            .join(',')
            .trim()
            .replace(/^'(.*)'$/s, '$1'),
        ),
      )
    else missing = true
  }
  symbols.push(...plain(rest))
  // A variable without a value decides before one that is not known: nothing can make it match.
  return missing ? 'none' : unknown ? 'maybe' : symbols
}

/** What a value may become whatever its variables hold: each of them may be any text. */
export const whatever = (text: string): Symbols =>
  text.split(/(\$\{[^}]*\})/).flatMap((part, index) => {
    if (index % 2 === 0) return pattern(part)
    const inside = part.slice(2, -1)
    return inside === '*' || inside === '?' || inside === '$' ? [inside] : ['any']
  })
