/** `*`: any run of characters, also none. Negative, so that no character can be taken for it. */
export const ANY = -1
/** `?`: exactly one character, counted in UTF-16 units. */
export const ONE = -2

/**
 * A pattern as UTF-16 units among which `ANY` and `ONE` stand. `literal`: neither of them is in it; `text` is then the
 * one text it matches.
 */
export interface Wildcard {
  readonly units: readonly number[]
  readonly literal: boolean
  readonly text?: string
}

/** A piece of a pattern; in a literal one `*` and `?` are themselves: so a tag's value is never a wildcard. [V5, V7] */
export interface WildcardPiece {
  readonly text: string
  readonly literal: boolean
}

/** The pattern of a text in which every `*` and `?` is a wildcard. No regular expression is ever made of it. [M10] */
export const wildcard = (text: string): Wildcard => wildcardFrom([{ text, literal: false }])

/** The pattern of pieces one after the other. */
export function wildcardFrom(pieces: readonly WildcardPiece[]): Wildcard {
  const units: number[] = []
  let literal = true
  for (const piece of pieces) {
    for (let at = 0; at < piece.text.length; at++) {
      const unit = piece.literal ? piece.text.charCodeAt(at) : unitAt(piece.text, at)
      if (unit < 0) literal = false
      units.push(unit)
    }
  }
  return literal ? { units, literal, text: pieces.map(({ text }) => text).join('') } : { units, literal }
}

function unitAt(text: string, at: number): number {
  const character = text[at]
  return character === '*' ? ANY : character === '?' ? ONE : text.charCodeAt(at)
}

export const hasWildcard = (text: string): boolean => text.includes('*') || text.includes('?')

/** Stars and nothing else. */
export const matchesEverything = ({ units }: Wildcard): boolean =>
  units.length > 0 && units.every(unit => unit === ANY)

/**
 * Whether the whole text matches, case-sensitively. At most pattern × text steps: when a star has been passed, the
 * stars before it need never take more. [M10]
 */
export function matchesWildcard({ units, literal, text: only }: Wildcard, text: string): boolean {
  if (only !== undefined) return only === text
  if (literal && units.length !== text.length) return false
  let star = -1
  let retry = 0
  let at = 0
  let index = 0
  while (index < text.length) {
    const unit = units[at]
    if (unit === ANY) {
      star = at++
      retry = index
    } else if (unit !== undefined && (unit === ONE || unit === text.charCodeAt(index))) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++retry
    } else return false
  }
  while (units[at] === ANY) at++
  return at === units.length
}

/**
 * Whether every text that `asked` stands for matches `pattern`. [M9] Never claims too much. Exact, but for long patterns
 * with many question marks between stars on both sides, which it gives up on: the answer is then shown as partial.
 */
export function coversWildcard(pattern: Wildcard, asked: Wildcard): boolean {
  if (pattern.literal) return asked.literal && sameUnits(pattern.units, asked.units)
  const over = inOrder(pattern)
  const under = inOrder(asked)
  let star = -1
  let retry = 0
  let at = 0
  let index = 0
  // The matcher above, in which a wildcard of `asked` is one more character that only a wildcard can take.
  while (index < under.length) {
    const unit = over[at]
    if (unit === ANY) {
      star = at++
      retry = index
    } else if (unit !== undefined && (unit === under[index] || (unit === ONE && under[index] !== ANY))) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++retry
    } else return mayStillCover(over, under) && coversEachText(over, under)
  }
  while (over[at] === ANY) at++
  return at === over.length || (mayStillCover(over, under) && coversEachText(over, under))
}

/** Only a `?` against a star can stand now for one thing, now for another, which the walk above does not see. */
const mayStillCover = (over: readonly number[], under: readonly number[]): boolean =>
  over.includes(ONE) && over.includes(ANY) && under.includes(ANY)

const STEPS = 4_000

/**
 * Walks all texts of `under` at once. A set of bits says where in `over` a text may have come to; of two sets only the
 * smaller is kept, for it is the harder to end well. A wildcard stands for a character that `over` does not name: no
 * other is harder to match.
 */
function coversEachText(over: readonly number[], under: readonly number[]): boolean {
  const bitsOf = (unit: number): bigint =>
    over.reduce((bits, other, at) => (other === unit ? bits | (1n << BigInt(at)) : bits), 0n)
  const [stars, ones] = [bitsOf(ANY), bitsOf(ONE)]
  const passing = (places: bigint): bigint => places | ((places & stars) << 1n)
  const after = (places: bigint, taking: bigint): bigint =>
    passing(((places & taking) << 1n) | (places & stars))
  const byUnit = new Map<number, bigint>([[ONE, ones]])
  let steps = 0
  let sets: bigint[] = [passing(1n)]
  for (const unit of under) {
    const next: bigint[] = []
    for (const set of sets) {
      if (unit !== ANY) {
        if (!byUnit.has(unit)) byUnit.set(unit, bitsOf(unit) | ones)
        keepSmallest(next, after(set, byUnit.get(unit) ?? ones))
        steps += next.length
        continue
      }
      let places = set
      let before: bigint | undefined
      while (places !== before && steps < STEPS) {
        keepSmallest(next, places)
        steps += next.length
        before = places
        places = after(places, ones)
      }
    }
    if (steps >= STEPS || next.includes(0n)) return false
    sets = next
  }
  const end = 1n << BigInt(over.length)
  return sets.every(places => (places & end) !== 0n)
}

function keepSmallest(sets: bigint[], places: bigint): void {
  if (sets.some(set => (set & places) === set)) return
  for (let at = sets.length - 1; at >= 0; at--) {
    const set = sets[at]
    if (set !== undefined && (set & places) === places) sets.splice(at, 1)
  }
  sets.push(places)
}

/** Whether some text matches both patterns. [M9] Exact, in time pattern × pattern, and mostly in far less. */
export function overlapsWildcard(left: Wildcard, right: Wildcard): boolean {
  if (left.literal && right.literal) return sameUnits(left.units, right.units)
  // Nearly all pairs differ, or agree, in what stands before the first star and behind the last.
  let from = 0
  while (isFixed(left.units[from]) && isFixed(right.units[from])) {
    if (!meets(left.units[from], right.units[from])) return false
    from++
  }
  let leftEnd = left.units.length
  let rightEnd = right.units.length
  while (leftEnd > from && rightEnd > from) {
    const [one, other] = [left.units[leftEnd - 1], right.units[rightEnd - 1]]
    if (!isFixed(one) || !isFixed(other)) break
    if (!meets(one, other)) return false
    leftEnd--
    rightEnd--
  }
  return middlesOverlap(left.units.slice(from, leftEnd), right.units.slice(from, rightEnd))
}

const isFixed = (unit: number | undefined): unit is number => unit !== undefined && unit !== ANY

const meets = (one: number | undefined, other: number | undefined): boolean =>
  one === ONE || other === ONE || one === other

const sameUnits = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((unit, index) => unit === other[index])

function middlesOverlap(across: readonly number[], down: readonly number[]): boolean {
  if (onlyStars(across)) return across.length > 0 || onlyStars(down)
  if (onlyStars(down)) return down.length > 0
  // row[i]: the first i units of `across` have a text in common with the units of `down` read so far.
  let row: boolean[] = [true]
  for (const [i, unit] of across.entries()) row.push(row[i] === true && unit === ANY)
  for (const unit of down) {
    const next: boolean[] = [row[0] === true && unit === ANY]
    for (const [i, other] of across.entries()) {
      next.push(
        other === ANY || unit === ANY
          ? row[i + 1] === true || next[i] === true
          : row[i] === true && meets(unit, other),
      )
    }
    row = next
  }
  return row[across.length] === true
}

const onlyStars = (units: readonly number[]): boolean => units.every(unit => unit === ANY)

/** In a run of wildcards the single ones first and one star last, so that equal runs look equal. */
function inOrder({ units, literal }: Wildcard): readonly number[] {
  if (literal) return units
  const ordered: number[] = []
  let starred = false
  for (const unit of units) {
    if (unit === ANY) {
      starred = true
      continue
    }
    if (starred && unit !== ONE) {
      ordered.push(ANY)
      starred = false
    }
    ordered.push(unit)
  }
  if (starred) ordered.push(ANY)
  return ordered
}
