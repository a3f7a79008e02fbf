import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedPolicy, Statement } from '../policy/document.ts'
import { parsePolicy } from '../policy/parse.ts'
import { fuzzRuns } from '../testing/fuzz-runs.ts'
import {
  addCondition,
  addValues,
  appendStatement,
  type Edits,
  removeCondition,
  removeStatement,
  removeValues,
  setEffect,
  setSid,
} from './statement-edits.ts'
import { EXAMPLES } from './testing/examples.ts'
import { withEdits } from './text-edit.ts'

const corpus = join(process.env['IAM_CANVAS_CORPUS'] ?? '', 'policies/awsdocs-iam-user-guide')
const there = process.env['IAM_CANVAS_CORPUS'] !== undefined && existsSync(corpus)

/** A statement as plain values, to be compared before and after. */
const valuesOf = ({ sid, effect, principal, action, resource, conditions }: Statement) => ({
  sid: sid ?? '',
  effect,
  principal: principal && {
    not: principal.not,
    values: principal.values.map(({ type, text }) => `${type} ${text}`),
  },
  action: action && { not: action.not, values: action.values.map(({ text }) => text) },
  resource: resource && { not: resource.not, values: resource.values.map(({ text }) => text) },
  conditions: conditions.map(({ operator, key, values }) => ({
    operator,
    key,
    values: values.map(({ text }) => text),
  })),
})

type Values = ReturnType<typeof valuesOf>

interface FormEdit {
  readonly name: string
  readonly edits: (parsed: ParsedPolicy, statement: Statement) => Edits
  /** What the statement should then be. */
  readonly expected: (before: Values) => Values
}

const added = (values: Values['action'], more: readonly string[]): Values['action'] => ({
  not: values?.not ?? false,
  values: [...(values?.values ?? []), ...more.filter(value => !values?.values.includes(value))],
})

const word = fc.constantFrom('s3:GetObject', 's3:PutObject', 'dynamodb:Query', '*', 'a "quoted" \\ word', 'é')

const formEdit: fc.Arbitrary<FormEdit> = fc.oneof(
  fc.constantFrom('Allow' as const, 'Deny' as const).map(effect => ({
    name: `effect ${effect}`,
    edits: (parsed: ParsedPolicy, statement: Statement) => setEffect(parsed, statement, effect),
    expected: (before: Values) => ({ ...before, effect }),
  })),
  fc.constantFrom('', 'Read', 'Write').map(sid => ({
    name: `sid ${sid}`,
    edits: (parsed: ParsedPolicy, statement: Statement) => setSid(parsed, statement, sid),
    expected: (before: Values) => ({ ...before, sid }),
  })),
  fc
    .tuple(
      fc.constantFrom('action' as const, 'resource' as const),
      fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    )
    .map(([element, values]) => ({
      name: `add ${element} ${values.join()}`,
      edits: (parsed: ParsedPolicy, statement: Statement) => addValues(parsed, statement, element, values),
      expected: (before: Values) => ({ ...before, [element]: added(before[element], values) }),
    })),
  fc
    .tuple(
      fc.constantFrom('action' as const, 'resource' as const),
      fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
    )
    .map(([element, picks]) => {
      const gone = (values: readonly string[]) => picks.flatMap(pick => values[pick] ?? [])
      return {
        name: `remove ${element} ${picks.join()}`,
        edits: (parsed: ParsedPolicy, statement: Statement) =>
          removeValues(
            parsed,
            statement,
            element,
            gone(statement[element]?.values.map(({ text }) => text) ?? []),
          ),
        expected: (before: Values) => {
          const list = before[element]
          const without = gone(list?.values ?? [])
          return {
            ...before,
            [element]: list && { ...list, values: list.values.filter(value => !without.includes(value)) },
          }
        },
      }
    }),
  fc
    .tuple(
      fc.constantFrom('StringEquals', 'Bool'),
      fc.constantFrom('aws:username', 'aws:PrincipalTag/a~b'),
      word,
    )
    .map(([operator, key, value]) => ({
      name: `condition ${operator} ${key}`,
      edits: (parsed: ParsedPolicy, statement: Statement) =>
        addCondition(parsed, statement, operator, key, value),
      expected: (before: Values) => {
        const same = before.conditions.find(entry => entry.operator === operator && entry.key === key)
        const conditions = same
          ? before.conditions.map(entry =>
              entry === same ? { ...entry, values: [...entry.values, value] } : entry,
            )
          : [...before.conditions, { operator, key, values: [value] }]
        return { ...before, conditions }
      },
    })),
  fc.nat(3).map(pick => ({
    name: `without condition ${pick}`,
    edits: (parsed: ParsedPolicy, statement: Statement) => {
      const entry = statement.conditions[pick]
      return entry && removeCondition(parsed, statement, entry)
    },
    expected: (before: Values) => ({
      ...before,
      conditions: before.conditions.filter((_, index) => index !== pick),
    }),
  })),
)

const inOrder = (values: Values) => ({
  ...values,
  conditions: values.conditions.map(entry => JSON.stringify(entry)).sort(),
})

/** The edit does what it says to its statement, and leaves every character outside of the statement as it is. */
function expectEdit(text: string, pick: number, { edits, expected, name }: FormEdit): string {
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
  const place = parsed.rangeOf(statement.at) ?? { from: 0, to: 0 }
  for (const { from, to } of made) expect(from >= place.from && to <= place.to, name).toBe(true)
  expect(after.startsWith(text.slice(0, place.from))).toBe(true)
  expect(after.endsWith(text.slice(place.to))).toBe(true)
  return after
}

const sound = (text: string): boolean => {
  const { complete, document } = parsePolicy(text)
  return complete && document.statements.length > 0 && document.statements.every(({ evaluable }) => evaluable)
}

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

describe('a form’s edit does what it says and touches its statement alone', () => {
  it('in the policies of the checks, spaced and not', () => {
    const texts = EXAMPLES.map(({ hasNot }) => hasNot).filter(sound)
    const spaced = texts.map(text => JSON.stringify(JSON.parse(text), null, 2))
    expectEdits([...texts, ...spaced], fuzzRuns(400))
  })

  it.skipIf(!there)('in the policies of the IAM User Guide', () => {
    const texts = readdirSync(corpus)
      .filter(name => name.endsWith('.json'))
      .map(name => readFileSync(join(corpus, name), 'utf8'))
      .filter(sound)
    expect(texts.length).toBeGreaterThan(200)
    expectEdits(texts, fuzzRuns(1_500))
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
