import { emptyModel } from '@iam-canvas/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAccountDump } from './account-dump/read-account-dump.ts'
import { readCanvasFile, writeCanvasFile } from './canvas-file/canvas-file.ts'
import { resourcesFromPolicies } from './resources/resources-from-policies.ts'
import { sniffFile } from './sniff.ts'
import { bigDump } from './testing/big-dump.ts'

const DUMP = JSON.stringify(bigDump({ users: 4, groups: 2, roles: 2, policies: 3 }))
const CANVAS = (() => {
  const read = readAccountDump(DUMP)
  return writeCanvasFile({ model: read.ok ? read.model : emptyModel() }, 'test')
})()

/** Whatever somebody may put where something else belongs. */
const JUNK = [
  'null',
  '7',
  '""',
  '[]',
  '{}',
  '[null]',
  'true',
  '"__proto__"',
  '{"__proto__": {"x": 1}}',
  '[[{}]]',
  '1e999',
  '"%7B%"',
]

/** A text with some of its values replaced by junk: still JSON, but no longer what it was. */
const withJunk = (text: string): fc.Arbitrary<string> => {
  const values = [...text.matchAll(/(?<=[:[,]\s*)(?:"[^"]*"(?!\s*:)|\{\}|\[\]|true|false|\d+)/g)]
  return fc
    .array(fc.tuple(fc.nat(values.length - 1), fc.constantFrom(...JUNK)), { minLength: 1, maxLength: 12 })
    .map(changes => {
      const at = new Map(changes.map(([index, junk]) => [values[index]?.index, junk]))
      return text.replace(
        /(?<=[:[,]\s*)(?:"[^"]*"(?!\s*:)|\{\}|\[\]|true|false|\d+)/g,
        (value, offset: number) => at.get(offset) ?? value,
      )
    })
}

/** A text with keys renamed, so that fields are missing or stand twice. */
const withKeysGone = (text: string): fc.Arbitrary<string> => {
  const keys = [...new Set([...text.matchAll(/"(\w+)"\s*:/g)].map(match => match[1] ?? ''))]
  return fc
    .array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...keys, '__proto__', 'constructor')), {
      minLength: 1,
      maxLength: 4,
    })
    .map(renames => renames.reduce((at, [from, to]) => at.replaceAll(`"${from}":`, `"${to}":`), text))
}

/** A text with a piece cut out, doubled or put elsewhere: seldom JSON. */
const torn = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(200),
      fc.nat(text.length),
      fc.constantFrom('', '\0', '}{', '"', '\uFEFF'),
    )
    .map(([from, length, to, glue]) => {
      const piece = text.slice(from, from + length)
      const rest = text.slice(0, from) + text.slice(from + length)
      return rest.slice(0, to) + glue + piece + rest.slice(to)
    })

const mutated = (text: string): fc.Arbitrary<string> =>
  fc.oneof(withJunk(text), withKeysGone(text), torn(text))

describe('no text makes a reader throw', () => {
  it('mutated account dumps', () => {
    fc.assert(
      fc.property(mutated(DUMP), text => {
        const result = readAccountDump(text)
        if (!result.ok) return result.problem.message !== ''
        // What was read is sound: it can be saved, and reading that back finds nothing to mend.
        const saved = readCanvasFile(writeCanvasFile({ model: result.model }, 'test'))
        expect(saved).toMatchObject({ ok: true, notes: [] })
        return true
      }),
      { numRuns: 400 },
    )
  })

  it('mutated canvas files', () => {
    fc.assert(
      fc.property(mutated(CANVAS), text => {
        const result = readCanvasFile(text)
        if (!result.ok) return result.problem.message !== ''
        const again = readCanvasFile(writeCanvasFile(result.value, 'test'))
        expect(again).toMatchObject({ ok: true, notes: [], value: result.value })
        return true
      }),
      { numRuns: 400 },
    )
  })

  it('any text, and any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), text => {
        expect(readAccountDump(text).ok).toBe(false)
        expect(readCanvasFile(text).ok).toBe(false)
        expect(sniffFile(text)).toMatch(/^(?:json|text|empty)$/)
      }),
      { numRuns: 1000 },
    )
  })

  it('any text as a Resource value', () => {
    const value = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('arn', 'aws', 's3', ':', ':', '/', '*', '${', '}', '__proto__', 'b'), {
          maxLength: 30,
        })
        .map(words => words.join('')),
      fc.string().map(rest => `arn:aws:s3:::${rest}`),
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), values => {
        const text = JSON.stringify({ Statement: { Resource: values } })
        const base = emptyModel()
        const model = {
          ...base,
          policies: {
            'policy:p': {
              kind: 'policy',
              id: 'policy:p',
              name: 'p',
              path: '/',
              account: '123456789012',
              purpose: 'identity',
              text,
              tags: [],
            },
          },
        } as const
        const drawn = resourcesFromPolicies(model)
        const saved = readCanvasFile(writeCanvasFile({ model: drawn.model }, 'test'))
        expect(saved).toMatchObject({ ok: true, notes: [] })
        const again = resourcesFromPolicies(drawn.model)
        expect(again.model).toBe(drawn.model)
      }),
      { numRuns: 500 },
    )
  })
})
