import fc from 'fast-check'
import { expect, it } from 'vitest'
import { authorize } from '../access/authorize.ts'
import { highlightsFor } from '../explanation/highlights.ts'
import { parsePolicy } from '../policy/parse.ts'
import { authorizeInput } from './arbitrary-inputs.ts'
import { fuzzRuns, patience } from './fuzz-runs.ts'

const numRuns = fuzzRuns(1_500)

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "arn:aws:s3:::reports/\${aws:username}/*" },
    { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Principal": { "AWS": ["111122223333", "*"] },
      "Condition": { "ForAnyValue:StringLike": { "aws:TagKeys": ["a*", "b"] }, "Bool": { "aws:SecureTransport": false } } }
  ]
}`

const shards = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '__proto__',
    '"constructor": 1',
    '\ud800',
    '\u0000',
    '${',
    '/*',
    'null',
    '1e999',
    '\u202e',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
)

/** A policy with a few pieces cut out, doubled or put in. */
const mutated = fc
  .array(fc.tuple(fc.nat(policy.length), fc.nat(40), fc.oneof(shards, fc.constant('')), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map(edits => {
    let text = policy
    for (const [at, length, piece, doubled] of edits) {
      const cut = text.slice(at, at + length)
      text = text.slice(0, at) + (doubled ? cut + cut : piece) + text.slice(at + length)
    }
    return text
  })

const request = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/alice/x',
}

it(
  '[X7] no text makes the reader, the decision or the marks throw, and every range lies in the text',
  patience(numRuns),
  () => {
    fc.assert(
      fc.property(mutated, text => {
        const parsed = parsePolicy(text)
        for (const { range } of parsed.diagnostics) {
          expect(range.from).toBeGreaterThanOrEqual(0)
          expect(range.to).toBeLessThanOrEqual(text.length)
        }
        const answer = authorize({
          request,
          policies: { identity: [{ id: 'p', document: text }], resource: { id: 'r', document: text } },
        })
        const explanation = { ...answer, request, nearMisses: [] }
        for (const mark of highlightsFor(explanation, parsed, 'p'))
          expect(mark.to).toBeLessThanOrEqual(text.length)
        // What cannot be read never allows.
        if (parsed.document.statements.every(({ evaluable }) => !evaluable))
          expect(answer.decision).not.toBe('Allow')
      }),
      { numRuns },
    )
  },
)

it('any JSON in place of a policy is a broken policy and not an exception', patience(numRuns), () => {
  fc.assert(
    fc.property(fc.jsonValue(), authorizeInput, (json, input) => {
      const document = json as unknown as object
      const { decision } = authorize({ ...input, policies: { identity: [{ id: 'p', document }] } })
      expect(['Allow', 'ExplicitDeny', 'ImplicitDeny', 'DependsOnContext']).toContain(decision)
    }),
    { numRuns },
  )
})

it('[M10] the worst patterns against the longest texts still answer', () => {
  const pattern = `arn:aws:s3:::${'*a'.repeat(1_000)}b`
  const long = `arn:aws:s3:::${'a'.repeat(2_000)}`
  const identity = [
    {
      id: 'p',
      document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: pattern } },
    },
  ]
  expect(authorize({ request: { ...request, resource: long }, policies: { identity } }).decision).toBe(
    'ImplicitDeny',
  )
  expect(authorize({ request: { ...request, resource: `${long}b` }, policies: { identity } }).decision).toBe(
    'Allow',
  )
})

it('brackets nested ten thousand deep are a diagnostic', () => {
  const { complete, diagnostics } = parsePolicy(`{"Statement":${'['.repeat(10_000)}`)
  expect(complete).toBe(false)
  expect(diagnostics[0]?.message).toContain('nested too deep')
})
