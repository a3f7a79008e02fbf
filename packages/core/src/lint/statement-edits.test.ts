import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedPolicy, TextRange } from '../policy/document.ts'
import { parsePolicy } from '../policy/parse.ts'
import { fuzzRuns } from '../testing/fuzz-runs.ts'
import { appendStatement, type Edits, removeStatement } from './statement-edits.ts'
import { EXAMPLES } from './testing/examples.ts'
import { formEdit, type FormEdit, type Touched, type Values, valuesOf } from './testing/form-edit.ts'
import { withEdits } from './text-edit.ts'

const corpus = join(process.env['IAM_CANVAS_CORPUS'] ?? '', 'policies/awsdocs-iam-user-guide')
const there = process.env['IAM_CANVAS_CORPUS'] !== undefined && existsSync(corpus)

/** The types of principals have an order of their own, and so have operators. */
const inOrder = (values: Values) => ({
  ...values,
  principal: values.principal && { ...values.principal, values: values.principal.values.toSorted() },
  conditions: values.conditions.map(entry => JSON.stringify(entry)).sort(),
})

/** The places of a property, its name and its colon with it, or of an item. */
function placeOf(parsed: ParsedPolicy, at: string): TextRange {
  const value = parsed.rangeOf(at) ?? { from: 0, to: 0 }
  return { from: parsed.keyRangeOf(at)?.from ?? value.from, to: value.to }
}

/** Of each character of the text, whether it may go; and how many commas may. */
function mayGo(parsed: ParsedPolicy, { gone = [], values = [], names = [] }: Touched) {
  const free = new Set<number>()
  const places = [
    ...gone.map(at => placeOf(parsed, at)),
    ...values.flatMap(at => parsed.rangeOf(at) ?? []),
    ...names.flatMap(at => parsed.keyRangeOf(at) ?? []),
  ]
  for (const { from, to } of places) for (let index = from; index < to; index++) free.add(index)
  return { free, commas: gone.length }
}

/** The edit does what it says to its statement, and leaves every character outside of what it is about as it is. */
function expectEdit(text: string, pick: number, { edits, touches, expected, name }: FormEdit): string {
  const parsed = parsePolicy(text)
  const { statements } = parsed.document
  const index = pick % statements.length
  const statement = statements[index]
  const made = statement && edits(parsed, statement)
  if (!statement || !made) return text
  const after = withEdits(text, made)
  const again = parsePolicy(after)
  expect(again.complete, `${name}: ${after}`).toBe(true)
  expect(again.document.statements.length).toBe(statements.length)
  for (const [other, values] of again.document.statements.entries()) {
    const before = statements[other]
    if (!before) continue
    const wanted = other === index ? expected(valuesOf(before)) : valuesOf(before)
    expect(inOrder(valuesOf(values)), name).toEqual(inOrder(wanted))
  }
  const touched = touches(statement)
  const { free, commas } = mayGo(parsed, touched)
  let taken = ''
  let done = 0
  for (const { from, to, insert } of made) {
    expect(from >= done && to >= from, `${name}: in the order of the text`).toBe(true)
    done = to
    for (let at = from; at < to; at++) if (!free.has(at)) taken += text[at]
    // Where something becomes another, nothing may come beside it.
    if (touched.gone === undefined && from < to) expect(free.has(from) && free.has(to - 1), name).toBe(true)
    else if (touched.gone !== undefined && touched.values === undefined && touched.names === undefined) {
      expect(insert, name).toBe('')
    }
  }
  expect(taken.replaceAll(/\s/g, '').length, `${name} took ${taken}`).toBeLessThanOrEqual(commas)
  expect(taken, name).toMatch(/^[\s,]*$/)
  if (taken !== '') {
    const put = made.map(({ insert }) => insert).join('\n')
    for (const at of touched.moved ?? []) {
      const { from, to } = parsed.rangeOf(at) ?? { from: 0, to: 0 }
      expect(put, `${name}: as it was`).toContain(text.slice(from, to))
    }
  }
  const place = parsed.rangeOf(statement.at) ?? { from: 0, to: 0 }
  expect(
    made.every(({ from, to }) => from >= place.from && to <= place.to),
    name,
  ).toBe(true)
  return after
}

const sound = (text: string): boolean => {
  const { complete, document } = parsePolicy(text)
  return complete && document.statements.length > 0 && document.statements.every(({ evaluable }) => evaluable)
}

/** Every form that principals and conditions can have, bare values and odd spacing with them. */
const RICH = [
  `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid" : "Many",
      "Effect":"Allow",
      "Principal": {
        "AWS": [ "111122223333",  "arn:aws:iam::111122223333:role/deploy" ],
        "Service": "lambda.amazonaws.com",
        "Federated": ["cognito-identity.amazonaws.com"]
      },
      "Action": ["s3:GetObject",
                 "s3:PutObject"],
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "StringEquals": { "aws:username": ["ana", "ben"], "aws:PrincipalTag/a~b" :"x" },
        "Bool": {"aws:MultiFactorAuthPresent": true},
        "NumericLessThan": {
          "aws:MultiFactorAuthAge": [ 3600,
            17 ]
        }
      }
    },
    {"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::111122223333:root"},"NotAction":"iam:*","NotResource":["*"],
     "Condition":{"Bool":{"aws:SecureTransport":false,"aws:ViaAWSService":"false"}}},
    {"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*","Condition":{}}
  ]
}`,
  '{"Statement":{"Effect":"Allow","Principal":"arn:aws:iam::111122223333:root","Action":"sts:AssumeRole"}}',
]

function expectEdits(texts: readonly string[], runs: number) {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(9), formEdit), { minLength: 1, maxLength: 6 }),
      (text, edits) => {
        let now = text
        for (const [pick, edit] of edits) now = expectEdit(now, pick, edit)
      },
    ),
    { numRuns: runs },
  )
}

describe('a form’s edit does what it says and leaves every other character', () => {
  it('in the policies of the checks, spaced and not', () => {
    const texts = EXAMPLES.map(({ hasNot }) => hasNot).filter(sound)
    const spaced = (unit: string) => texts.map(text => JSON.stringify(JSON.parse(text), null, unit))
    const odd = spaced('\t').map(text =>
      text.replaceAll('\n', ' \r\n').replaceAll(':', ' : ').replaceAll(',', ' ,'),
    )
    expectEdits([...texts, ...spaced('  '), ...odd.filter(sound)], fuzzRuns(600))
  })

  it('in policies with every form of principals and conditions', () => {
    expect(RICH.every(sound)).toBe(true)
    expectEdits([...RICH, ...RICH.map(text => text.replaceAll('\n', '\r\n'))], fuzzRuns(1_000))
  })

  it.skipIf(!there)('in the policies of the IAM User Guide', () => {
    const texts = readdirSync(corpus)
      .filter(name => name.endsWith('.json'))
      .map(name => readFileSync(join(corpus, name), 'utf8'))
      .filter(sound)
    expect(texts.length).toBeGreaterThan(200)
    expectEdits(texts, fuzzRuns(2_000))
  })
})

describe('statements', () => {
  const empty = { Effect: 'Deny', Action: '*', Resource: '*' }
  const count = (text: string, edits: Edits) =>
    parsePolicy(withEdits(text, edits ?? [])).document.statements.length
  it.each([
    ['{"Statement":[]}', 1],
    ['{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}', 2],
    ['{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}', 2],
    [
      '{\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": "*",\n      "Resource": "*"\n    }\n  ]\n}',
      2,
    ],
    ['{\n  "Statement": []\n}', 1],
  ])('are added to %s', (text, after) => {
    expect(count(text, appendStatement(parsePolicy(text), empty))).toBe(after)
  })

  it('are taken out, but not the only one', () => {
    const one = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
    const parsed = parsePolicy(one)
    expect(parsed.document.statements.map(statement => removeStatement(parsed, statement))).toEqual([
      undefined,
    ])
    const two = withEdits(one, appendStatement(parsed, empty) ?? [])
    const [first] = parsePolicy(two).document.statements
    expect(first && count(two, removeStatement(parsePolicy(two), first))).toBe(1)
  })
})
