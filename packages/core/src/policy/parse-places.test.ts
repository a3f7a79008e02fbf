import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzRuns } from '../testing/fuzz-runs.ts'
import type { ParsedPolicy } from './document.ts'
import { escapeName } from './json-places.ts'
import { parsePolicy } from './parse.ts'

const policy = `{
  "Version": "2012-10-17",
  "Id": "reports",
  "Statement": [
    {
      "Sid": "ReadOwn",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "arn:aws:s3:::reports/\${aws:username}/*"
    },
    { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*",
      "Condition": { "Bool": { "aws:SecureTransport": false }, "StringLike": { "aws:RequestTag/a~b": ["x", "y"] } } },
    {"Sid":"Trust","Effect":"Allow","Principal":{"AWS":["111122223333","*"],"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}
  ]
}
`

const jsonAt = ({ text, rangeOf }: ParsedPolicy, at: string): unknown => {
  const range = rangeOf(at)
  return range && JSON.parse(text.slice(range.from, range.to))
}
const nameAt = ({ text, keyRangeOf }: ParsedPolicy, at: string): unknown => {
  const range = keyRangeOf(at)
  return range && JSON.parse(text.slice(range.from, range.to))
}

/** Holds every place of a text to what JSON itself reads there; tells how many places there were. */
function expectPlaces(parsed: ParsedPolicy, value: unknown, at = ''): number {
  expect(jsonAt(parsed, at)).toEqual(value)
  if (typeof value !== 'object' || value === null) return 1
  let places = 1
  for (const [name, child] of Object.entries(value)) {
    const place = `${at}/${escapeName(name)}`
    expect(nameAt(parsed, place)).toBe(Array.isArray(value) ? undefined : name)
    places += expectPlaces(parsed, child, place)
  }
  return places
}

describe('the range of a pointer', () => {
  it('is the JSON of its value, and that before it the name, all over a policy', () => {
    expect(expectPlaces(parsePolicy(policy), JSON.parse(policy))).toBe(31)
  })

  it('is so in any JSON, however it is spaced and named', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '',
        '/',
        '~',
        '~1',
        '~01',
        '0',
        '01',
        '-',
        '__proto__',
        'constructor',
        'length',
        '\ud800',
      ),
    )
    const { json } = fc.letrec<{ json: unknown }>(tie => ({
      json: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.oneof(name, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(name, tie('json'), { maxKeys: 4 }),
      ),
    }))
    const space = fc.constantFrom('', ' ', '  ', '\t')
    const runs = fuzzRuns(300)
    fc.assert(
      fc.property(json, space, (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expectPlaces(parsePolicy(text), JSON.parse(text))
      }),
      { numRuns: runs },
    )
  })

  it.each([
    'Statement',
    '/statement',
    '/Statement/3',
    '/Statement/-1',
    '/Statement/-',
    '/Statement/00',
    '/Statement/1e0',
    '/Statement/ 1',
    '/Statement/9007199254740993',
    '/Statement/length',
    '/Statement/0/',
    '/Statement/0/Sid/0',
    '/Statement/0/Action/0/0',
    '/Statement/1/Condition/StringLike/aws:RequestTag/a~b',
    '/toString',
    '/__proto__',
    '/Version/length',
    '//Version',
  ])('is none for %s, which names nothing', at => {
    const { rangeOf, keyRangeOf } = parsePolicy(policy)
    expect([rangeOf(at), keyRangeOf(at)]).toEqual([undefined, undefined])
  })

  it('is known for a name whose value is not typed yet', () => {
    const text = '{"Statement":[{"Effect":"Allow","Action":'
    const { rangeOf, keyRangeOf } = parsePolicy(text)
    const key = keyRangeOf('/Statement/0/Action')
    expect(key && text.slice(key.from, key.to)).toBe('"Action"')
    expect(rangeOf('/Statement/0/Action')).toBeUndefined()
  })

  it('counts UTF-16 units, as an editor does', () => {
    const text = '{"Id":"🪣🪣","Statement":[]}'
    const range = parsePolicy(text).rangeOf('/Statement')
    expect(range).toEqual({ from: text.indexOf('['), to: text.indexOf(']') + 1 })
  })

  it('every part of a document says where it stands', () => {
    const parsed = parsePolicy(policy)
    for (const { action, resource, principal, conditions } of parsed.document.statements) {
      const values = [action, resource, principal, ...conditions].flatMap(part => part?.values ?? [])
      for (const { text, at } of values) expect(String(jsonAt(parsed, at))).toBe(text)
      for (const { at, operator, key } of conditions) {
        expect([nameAt(parsed, at.slice(0, at.lastIndexOf('/'))), nameAt(parsed, at)]).toEqual([
          operator,
          key,
        ])
      }
    }
  })
})

describe.each([
  ['spaced', policy],
  ['with CRLF', policy.replaceAll('\n', '\r\n')],
  ['in one line', JSON.stringify(JSON.parse(policy))],
  [
    'with one statement',
    JSON.stringify({ ...JSON.parse(policy), Statement: JSON.parse(policy).Statement[1] }),
  ],
])('every beginning of a policy, %s', (_name, text) => {
  const whole = parsePolicy(text)
  const end = text.trimEnd().length
  const beginnings = Array.from({ length: text.length + 1 }, (_, length) =>
    parsePolicy(text.slice(0, length)),
  )

  it('is complete only with the last brace', () => {
    expect(whole.diagnostics).toEqual([])
    expect(beginnings.map(({ complete }) => complete)).toEqual(
      beginnings.map(parsed => parsed.text.length >= end),
    )
  })

  it('has the statements before the cut, as they were, and the one that is cut is in doubt', () => {
    const ends = whole.document.statements.map(({ at }) => whole.rangeOf(at)?.to ?? 0)
    for (const parsed of beginnings) {
      const before = ends.filter(to => to <= parsed.text.length).length
      const { statements } = parsed.document
      expect(statements.slice(0, before)).toEqual(whole.document.statements.slice(0, before))
      expect(statements.slice(before).filter(({ evaluable }) => evaluable)).toEqual([])
    }
  })

  it('has its errors and its places inside of it', () => {
    for (const parsed of beginnings) {
      const places = parsed.document.statements.flatMap(({ at, action, resource }) => [
        at,
        ...[action, resource].flatMap(part => (part?.values ?? []).map(value => value.at)),
      ])
      const ranges = [
        ...parsed.diagnostics.map(({ range }) => range),
        ...places.map(at => parsed.rangeOf(at) ?? { from: -1, to: -1 }),
      ]
      for (const { from, to } of ranges) {
        expect(0 <= from && from <= to && to <= parsed.text.length).toBe(true)
      }
    }
  })
})
