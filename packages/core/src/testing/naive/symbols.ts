/** A pattern as a list: a character each, `any` for a star, `one` for a question mark. */
export type Symbols = readonly string[]

const wild: Readonly<Record<string, string>> = { '*': 'any', '?': 'one' }

export const literal = (text: string): Symbols => text.split('')
export const pattern = (text: string): Symbols =>
  text.split('').map(character => wild[character] ?? character)

/**
 * Whether `wide` matches all that `narrow` matches; a text is a pattern without wildcards. Walks every text of `narrow`,
 * remembering only where `wide` may stand then. What a wildcard stands for is a character found nowhere else: no other
 * is harder to match.
 */
export function covers(wide: Symbols, narrow: Symbols): boolean {
  const step = (places: readonly number[], character: string): number[] =>
    passed(
      places.flatMap(at =>
        wide[at] === 'any' ? [at] : wide[at] === 'one' || wide[at] === character ? [at + 1] : [],
      ),
    )
  /** Stars may also stand for nothing. */
  const passed = (places: readonly number[]): number[] =>
    places.flatMap(at => (wide[at] === 'any' ? [at, ...passed([at + 1])] : [at]))
  const seen = new Set<string>()
  const all = (places: readonly number[], j: number): boolean => {
    const own = [...new Set(places)].sort((one, other) => one - other)
    const key = `${j} ${own.join(' ')}`
    if (seen.has(key)) return true
    seen.add(key)
    if (own.length === 0) return false
    const next = narrow[j]
    if (next === undefined) return own.includes(wide.length)
    if (next === 'any') return all(own, j + 1) && all(step(own, 'other'), j)
    return all(step(own, next === 'one' ? 'other' : next), j + 1)
  }
  return all(passed([0]), 0)
}

/** Whether some text is matched by both. */
export function meets(left: Symbols, right: Symbols): boolean {
  return remember((again, i, j) => {
    if (i === left.length && j === right.length) return true
    if (left[i] === 'any') return again(i + 1, j) || (j < right.length && again(i, j + 1))
    if (right[j] === 'any') return again(i, j + 1) || (i < left.length && again(i + 1, j))
    if (i === left.length || j === right.length) return false
    return (left[i] === 'one' || right[j] === 'one' || left[i] === right[j]) && again(i + 1, j + 1)
  })
}

type Step = (again: (i: number, j: number) => boolean, i: number, j: number) => boolean

function remember(step: Step): boolean {
  const known = new Map<string, boolean>()
  const again = (i: number, j: number): boolean => {
    const key = `${i} ${j}`
    const found = known.get(key) ?? step(again, i, j)
    known.set(key, found)
    return found
  }
  return again(0, 0)
}

/** Parts at the first five colons that stand outside `${…}`. [M3, V8] */
export function arnParts(text: string): string[] {
  const masked = text.replace(/\$\{[^}]*\}/g, variable => variable.replaceAll(':', '\u0000'))
  const all = masked.split(':')
  const parts = all.length > 6 ? [...all.slice(0, 5), all.slice(5).join(':')] : all
  return parts.map(part => part.replaceAll('\u0000', ':'))
}
