import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fuzzRuns, fuzzSeed, patience } from '../testing/fuzz-runs.ts'
import type { Located, ParsedPolicy, TextRange } from './document.ts'
import { parsePolicy } from './parse.ts'

const samples = [
  `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "arn:aws:s3:::reports/\${aws:username}/*" },
    { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*",
      "Condition": { "ForAnyValue:StringLike": { "aws:TagKeys": ["a*", "b"] }, "Bool": { "aws:SecureTransport": false } } }
  ]
}`,
  `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}}}`,
  `{
\t"Version": "2008-10-17",\r
\t"Id": "__default_policy_ID",\r
\t"Statement": [ {\r
\t\t"Effect": "Deny", "NotPrincipal": { "AWS": [ "111122223333", "arn:aws:iam::111122223333:role/ops" ], "Service": "ec2.amazonaws.com" },\r
\t\t"Action": "*", "NotResource": [ "arn:aws:s3:::b\\u002fc", "*" ],\r
\t\t"Condition": { "NumericLessThan": { "s3:max-keys": 10 }, "Null": { "aws:RequestTag/a~b": true } }\r
\t}, { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject" } ]\r
}`,
]

const piece = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\n',
    '//',
    '/*',
    '*/',
    '\\u00',
    'null',
    '-',
    '1e9',
  ),
  fc.constantFrom(
    '"Effect":"Allow",',
    '"Action":"*"',
    '"Statement":',
    '"__proto__":',
    '\ud800',
    '\ufeff',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const edit = fc.record({
  at: fc.nat(10_000),
  length: fc.oneof(fc.nat(3), fc.nat(80)),
  piece,
  again: fc.boolean(),
})

/** A real policy with a few slices taken out, doubled or replaced. */
const changed = fc
  .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 5 }))
  .map(([sample, edits]) => {
    let text = sample
    for (const { at, length, piece, again } of edits) {
      const from = at % (text.length + 1)
      const slice = text.slice(from, from + length)
      text = text.slice(0, from) + (again ? slice + piece + slice : piece) + text.slice(from + length)
    }
    return text
  })

const runs = fuzzRuns(300)
const check = (property: (text: string) => void): void => {
  fc.assert(fc.property(changed, property), { numRuns: runs, seed: fuzzSeed })
}

function valuesOf({ document }: ParsedPolicy): Located[] {
  return document.statements.flatMap(({ action, resource, principal, conditions }) =>
    [action, resource, principal, ...conditions].flatMap(part => [...(part?.values ?? [])]),
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

it('every range lies in the text, and every value has one', patience(runs), () => {
  check(text => {
    const parsed = parsePolicy(text)
    const none: TextRange = { from: -1, to: -1 }
    const { statements } = parsed.document
    const places = [...statements, ...statements.flatMap(({ conditions }) => conditions), ...valuesOf(parsed)]
    for (const { from, to } of [
      ...parsed.diagnostics.map(({ range }) => range),
      ...places.map(({ at }) => parsed.rangeOf(at) ?? none),
    ]) {
      expect(0 <= from && from <= to && to <= text.length).toBe(true)
    }
  })
})

it('there is an error of syntax exactly where JSON has one', patience(runs), () => {
  check(text => {
    expect(parsePolicy(text).diagnostics.every(({ code }) => code !== 'syntax')).toBe(isJson(text))
  })
})

it('a text is complete exactly when nothing in it is an error', patience(runs), () => {
  check(text => {
    const { complete, diagnostics } = parsePolicy(text)
    expect(complete).toBe(!diagnostics.some(({ severity }) => severity === 'error'))
  })
})

it('a statement that can be evaluated is JSON, and says what JSON says', patience(runs), () => {
  check(text => {
    const { document, rangeOf } = parsePolicy(text)
    for (const { at, evaluable, effect, sid, action, resource } of document.statements) {
      const range = rangeOf(at)
      // A comment is an error that leaves the statement as it is, but JSON does not read it.
      if (!evaluable || !range || text.includes('/*') || text.includes('//')) continue
      const json = JSON.parse(text.slice(range.from, range.to))
      const lists = [json.Action ?? json.NotAction, json.Resource ?? json.NotResource].map(value =>
        value === undefined ? undefined : [value].flat(),
      )
      expect([effect, sid, ...lists]).toEqual([
        json.Effect,
        json.Sid,
        action?.values.map(value => value.text),
        resource?.values.map(value => value.text),
      ])
    }
  })
})
