import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PolicyKind } from '../access/policy-kind.ts'
import { parsePolicy } from '../policy/parse.ts'
import { fuzzRuns } from '../testing/fuzz-runs.ts'
import { CHECKS } from './checks.ts'
import type { LintFinding } from './finding.ts'
import { lint } from './lint.ts'
import type { Standing } from './subject.ts'
import { EXAMPLES } from './testing/examples.ts'
import { sampleReference } from './testing/sample-reference.ts'
import { withEdits } from './text-edit.ts'

const linted = (text: string, kind: PolicyKind = 'identity', standing: Standing = {}): LintFinding[] =>
  lint(parsePolicy(text), { kind, standing, reference: sampleReference })

const plain = (marked: string): string => marked.replace(/[«»]/g, '')

describe('each check', () => {
  it.each(EXAMPLES)('$code is found at its place', ({ code, has, kind, standing }) => {
    const found = linted(plain(has), kind, standing).filter(finding => finding.code === code)
    const from = has.indexOf('«')
    expect(found.map(({ range }) => range)).toContainEqual({ from, to: has.indexOf('»') - 1 })
    for (const { message, why, page } of found) {
      expect(message).not.toMatch(/^[A-Z][a-z]|\.$/)
      expect(why).toMatch(/[.!]$/)
      expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    }
  })

  it.each(EXAMPLES)('$code is not found where it is not', ({ code, hasNot, kind, standing }) => {
    expect(linted(hasNot, kind, standing).filter(finding => finding.code === code)).toEqual([])
  })

  it.each(EXAMPLES)(
    '$code: after a quick fix it is gone and no error is new',
    ({ code, has, kind, standing }) => {
      const text = plain(has)
      const before = linted(text, kind, standing)
      for (const { fix } of before.filter(finding => finding.code === code)) {
        if (!fix) continue
        const after = linted(withEdits(text, fix.edits), kind, standing)
        const count = (findings: readonly LintFinding[], which: (finding: LintFinding) => boolean) =>
          findings.filter(which).length
        expect(count(after, finding => finding.code === code)).toBeLessThan(
          count(before, finding => finding.code === code),
        )
        const isError = ({ severity }: LintFinding) => severity === 'error'
        expect(count(after, isError)).toBeLessThanOrEqual(count(before, isError))
      }
    },
  )

  it('has an example, and each that promises a fix gives one there', () => {
    expect(
      CHECKS.map(({ code }) => code).filter(code => !EXAMPLES.some(example => example.code === code)),
    ).toEqual([])
    const fixed = new Set(
      EXAMPLES.flatMap(({ has, kind, standing }) =>
        linted(plain(has), kind, standing).flatMap(({ code, fix }) => (fix ? [code] : [])),
      ),
    )
    expect(CHECKS.filter(({ code, fixes }) => fixes && !fixed.has(code)).map(({ code }) => code)).toEqual([])
  })

  it.each([
    ['{«"Effect"»:"Deny","Effect":"Allow",', '{"Effect":"Allow",'],
    ['{ "Sid": "A",\n  «"Effect"» : "Deny" ,\n  "Effect": "Allow",', '{ "Sid": "A",\n  "Effect": "Allow",'],
    [
      '{"Effect":"Allow","Condition":{«"Bool"»:{"a":[1]}, "Bool":{"b":"c"}},',
      '{"Effect":"Allow","Condition":{"Bool":{"b":"c"}},',
    ],
  ])('[X7] of equal names the one that does not count is taken out: %s', (has, hasNot) => {
    const around = (inner: string) =>
      `{"Version":"2012-10-17","Statement":[${inner}"Action":"*","Resource":"*"}]}`
    const [found] = linted(around(plain(has))).filter(({ code }) => code === 'duplicate-key')
    expect(found?.fix?.label).toMatch(/^Take out this `\w+`: the last one counts$/)
    expect(withEdits(around(plain(has)), found?.fix?.edits ?? [])).toBe(around(hasNot))
  })

  it('has a code of its own, and there are at least 70', () => {
    const codes = CHECKS.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThanOrEqual(70)
  })

  it('says nothing about services while nothing is loaded', () => {
    const text = plain(EXAMPLES.find(({ code }) => code === 'unknown-action')?.has ?? '')
    expect(lint(parsePolicy(text), { kind: 'identity' })).toEqual([])
  })
})

const KINDS: readonly PolicyKind[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'endpoint',
  'service-control',
  'resource-control',
]

describe('any text', () => {
  const kind = fc.constantFrom(...KINDS)
  const texts = EXAMPLES.flatMap(({ has, hasNot }) => [plain(has), hasNot])

  const expectSound = (text: string, findings: readonly LintFinding[]) => {
    for (const { range, fix } of findings) {
      expect(range.from).toBeGreaterThanOrEqual(0)
      expect(range.to).toBeLessThanOrEqual(text.length)
      let end = 0
      for (const edit of fix?.edits ?? []) {
        expect(edit.from).toBeGreaterThanOrEqual(end)
        expect(edit.to).toBeGreaterThanOrEqual(edit.from)
        end = edit.to
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }
  }

  it('is linted without throwing, its findings and edits inside of it: cut, changed and mixed policies', () => {
    const piece = fc.constantFrom(
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '*',
      '${',
      '}',
      ' ',
      'é',
      'arn:',
      's3:',
      '-1',
    )
    fc.assert(
      fc.property(
        kind,
        fc.constantFrom(...texts),
        fc.nat(400),
        fc.nat(40),
        piece,
        (kind, text, at, length, put) => {
          const changed = text.slice(0, at) + put + text.slice(at + length)
          expectSound(changed, linted(changed, kind))
        },
      ),
      { numRuns: fuzzRuns(600) },
    )
  })

  it('is linted without throwing: any JSON under the names of a policy', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '*',
        's3:Get*',
        '${',
        '${aws:username}',
        'arn:aws:s3:::a*',
        'Allow',
        '',
        '__proto__',
        '{}',
      ),
      fc.string(),
    )
    const { json } = fc.letrec<{ json: unknown }>(tie => ({
      json: fc.oneof(
        { maxDepth: 3 },
        fc.oneof(word, fc.boolean(), fc.integer(), fc.constant(null)),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(
          fc.oneof(fc.constantFrom('AWS', 'StringLike', 'Null', 'aws:TagKeys'), word),
          tie('json'),
          {
            maxKeys: 3,
          },
        ),
      ),
    }))
    const names = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition', 'NotAction'] as const
    const statement = fc.record(Object.fromEntries(names.map(name => [name, json])), { requiredKeys: [] })
    fc.assert(
      fc.property(kind, fc.array(statement, { maxLength: 3 }), json, (kind, Statement, Version) => {
        const text = JSON.stringify({ Version, Statement })
        expectSound(text, linted(text, kind))
      }),
      { numRuns: fuzzRuns(300) },
    )
  })

  it('is linted in time that grows with the text, not with its square', () => {
    const long = (count: number) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: Array.from({ length: count }, (_, index) => ({
          Sid: `S${index}`,
          Effect: index % 3 === 0 ? 'Deny' : 'Allow',
          Action: ['s3:GetItem', `s3:Get${index}*`, 'dynamodb:*', 'dynamodb:GetItem'],
          Resource: [`arn:aws:s3:::b${index}/*`, `arn:aws:s3:::b${index}/x`, 'arn:aws:dynamodb:::table/x'],
          Condition: { StringEquals: { 'aws:PrincipalTgg/x': 'a*' } },
        })),
      })
    // Counted in findings, since clocks lie on a busy machine: all of it is looked at, and it ends.
    expect(linted(long(400)).length).toBeGreaterThan(800)
    expect(linted(long(2_000)).length).toBeGreaterThan(4_000)
  })
})
