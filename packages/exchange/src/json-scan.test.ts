import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAt, scanJsonValue } from './json-scan.ts'
import { jsonValuesIn } from './json-values.ts'

describe('scanning JSON', () => {
  it('agrees with JSON.parse on what is a value', () => {
    const text = fc.oneof(
      fc.json(),
      fc.json({ noUnicodeString: false }).map(json => JSON.stringify(JSON.parse(json), null, 2)),
      fc
        .array(
          fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            ',',
            ':',
            '"a"',
            '1',
            '-0.5e3',
            '01',
            'null',
            ' ',
            '"\\u00e9"',
            '"\\x"',
            '\t',
            '"',
          ),
          { maxLength: 12 },
        )
        .map(words => words.join('')),
    )
    fc.assert(
      fc.property(text, text => {
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        const scan = scanJsonValue(text, 0)
        const scans = scan.ok && text.slice(scan.end).trim() === ''
        expect(scans).toBe(parses)
      }),
      { numRuns: 2000 },
    )
  })

  it('any number of values, one after the other, are told apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1 }),
        fc.constantFrom('\n', ' ', ',', '\r\n\r\n'),
        (values, between) => {
          const text = values.map(value => JSON.stringify(value)).join(between)
          const read = jsonValuesIn(text)
          expect(read.ok && JSON.stringify(read.values)).toBe(JSON.stringify(values))
        },
      ),
    )
  })

  it.each([
    ['{"a": }', 'a value', 1, 7],
    ['{"a" 1}', 'a colon', 1, 6],
    ['{a: 1}', 'a property name in double quotes', 1, 2],
    ['{"a": 1,\n}', 'a property name in double quotes', 2, 1],
    ['[1 2]', 'a comma or `]`', 1, 4],
    ['[1,\n\n  x]', 'a value', 3, 3],
    ['{"a": "line\n"}', 'the closing quote on the same line', 1, 12],
    [String.raw`["\q"]`, String.raw`an escape such as \" or \\`, 1, 3],
  ])('%j wants %s', (text, wanted, line, column) => {
    const read = jsonValuesIn(text)
    expect(read).toMatchObject({
      ok: false,
      problem: { code: 'not-json', line, column, message: expect.stringContaining(wanted) },
    })
  })

  it('places count from 1', () => {
    expect(placeAt('', 0)).toEqual({ line: 1, column: 1 })
    expect(placeAt('a\nbc', 3)).toEqual({ line: 2, column: 2 })
  })
})
