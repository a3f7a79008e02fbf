import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers, pattern } from './testing/naive/symbols.ts'
import {
  coversWildcard,
  matchesEverything,
  matchesWildcard,
  overlapsWildcard,
  wildcard,
  wildcardFrom,
} from './wildcard.ts'

const match = (pattern: string, text: string): boolean => matchesWildcard(wildcard(pattern), text)

/** The definition of a wildcard pattern, as slow as it is plain. */
function slowly(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern[0] === '*')
    return slowly(pattern.slice(1), text) || (text !== '' && slowly(pattern, text.slice(1)))
  return (
    text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && slowly(pattern.slice(1), text.slice(1))
  )
}

const shortPattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 })
const shortText = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 7 })

describe('a wildcard pattern', () => {
  it('matches the whole text and nothing less', () => {
    expect(match('Game*', 'GameOutcome')).toBe(true)
    expect(match('Game*', 'Game')).toBe(true)
    expect(match('Game', 'GameOutcome')).toBe(false)
    expect(match('*Outcome', 'GameOutcomes')).toBe(false)
    expect(match('G?me*O*e', 'GameOutcome')).toBe(true)
    expect(match('ab*ba', 'aba')).toBe(false)
    expect(match('', '')).toBe(true)
    expect(match('?', '')).toBe(false)
  })

  it('is everything when it is stars and nothing else', () => {
    expect(['*', '**', '', 'a*', '?'].map(text => matchesEverything(wildcard(text)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('says what the plain definition says', () => {
    fc.assert(
      fc.property(shortPattern, shortText, (p, t) => match(p, t) === slowly(p, t)),
      { numRuns: 2000 },
    )
  })

  it('[V7] takes a literal token as it stands', () => {
    const pattern = wildcardFrom([
      { text: 'home/a*b/', literal: true },
      { text: '*?', literal: false },
    ])
    expect(matchesWildcard(pattern, 'home/a*b/x')).toBe(true)
    expect(matchesWildcard(pattern, 'home/aXb/x')).toBe(false)
  })

  it('[M10] does at most pattern × text steps, where a backtracking matcher would need 10^9', () => {
    const stars = `${'a*'.repeat(10)}b`
    expect(match(stars, 'a'.repeat(40))).toBe(false)
    const long = `${'*a?'.repeat(600)}b`
    const text = 'a'.repeat(2048)
    const start = performance.now()
    for (let round = 0; round < 20; round++) match(long, text)
    // Generous by two orders of magnitude, and still out of reach for anything that backtracks.
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('patterns held against patterns', () => {
  it('[M9] knows cover from overlap', () => {
    const [all, reports, csv] = [wildcard('b/*'), wildcard('b/reports/*'), wildcard('b/*.csv')] as const
    expect([coversWildcard(all, reports), coversWildcard(reports, all)]).toEqual([true, false])
    expect([overlapsWildcard(reports, csv), coversWildcard(reports, csv)]).toEqual([true, false])
    expect(overlapsWildcard(wildcard('a*'), wildcard('b*'))).toBe(false)
    expect(overlapsWildcard(wildcard('*'), wildcard('*'))).toBe(true)
    expect(overlapsWildcard(wildcard(''), wildcard('*'))).toBe(true)
    expect(coversWildcard(wildcard('?*'), wildcard('*?'))).toBe(true)
    expect(coversWildcard(wildcard('a'), wildcard('?'))).toBe(false)
  })

  it('[M9] a question mark may stand for what a star leaves as for what follows it', () => {
    const covers = (pattern: string, asked: string) => coversWildcard(wildcard(pattern), wildcard(asked))
    expect(covers('reports/?*', 'reports/*.csv')).toBe(true)
    expect(covers('reports/?*', 'reports/*')).toBe(false)
    expect(covers('*?a', '*ba')).toBe(true)
    expect(covers('?*b?*', 'a*b*c')).toBe(true)
    expect(covers('*a?b*', '*a*b*')).toBe(false)
  })

  it('[M9] a cover is found exactly when there is one', () => {
    fc.assert(
      fc.property(shortPattern, shortPattern, (p, q) => {
        expect(coversWildcard(wildcard(p), wildcard(q))).toBe(covers(pattern(p), pattern(q)))
      }),
      { numRuns: 2000 },
    )
  })

  it('[M10] looking for a cover of the worst patterns comes to an end', () => {
    const start = performance.now()
    coversWildcard(wildcard('*?a?b'.repeat(400)), wildcard('*a*?b'.repeat(400)))
    // Generous by two orders of magnitude: without a bound it would not end today.
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('[M9] a cover covers every text of the other, and overlap is exact', () => {
    const texts = [
      '',
      ...['a', 'b', 'c'].flatMap(a => [a, ...['a', 'b', 'c'].flatMap(b => [a + b, a + b + a, a + b + b])]),
    ]
    fc.assert(
      fc.property(shortPattern, shortPattern, shortText, (p, q, text) => {
        const [left, right] = [wildcard(p), wildcard(q)] as const
        const common = [...texts, text].some(t => slowly(p, t) && slowly(q, t))
        const uncovered = [...texts, text].some(t => slowly(q, t) && !slowly(p, t))
        const plain = !p.includes('*') && !p.includes('?')
        return (
          (!common || overlapsWildcard(left, right)) &&
          (!uncovered || !coversWildcard(left, right)) &&
          overlapsWildcard(left, right) === overlapsWildcard(right, left) &&
          (!plain || overlapsWildcard(left, right) === slowly(q, p))
        )
      }),
      { numRuns: 2000 },
    )
  })
})
