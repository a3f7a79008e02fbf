import { expect, it } from 'vitest'
import { type AuthorizeInput, authorize } from '../access/authorize.ts'
import type { Decision } from '../access/trace.ts'
import { ACCOUNT, ALICE, documentOf, type Written } from './ask.ts'
import { naiveAuthorize } from './naive/naive-authorize.ts'

/** Inputs on which the engine and the naive evaluator once differed, cut down to what they differed about. */
interface Regression {
  readonly name: string
  readonly decision: Decision
  readonly request?: Partial<AuthorizeInput['request']>
  readonly identity: readonly Written[]
}

const read: Written = { Action: 's3:*', Resource: '*' }

const regressions: readonly Regression[] = [
  {
    name: '[C9] the 30th of February is no date, and so before nothing',
    decision: 'ImplicitDeny',
    request: { context: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
    identity: [{ ...read, Condition: { DateLessThan: { 'aws:CurrentTime': '2026-02-30' } } }],
  },
  {
    name: '[M9] a Deny of `reports/?*` covers all of `reports/*.csv`',
    decision: 'ExplicitDeny',
    request: { resource: 'arn:aws:s3:::reports/*.csv' },
    identity: [read, { Effect: 'Deny', Action: '*', Resource: 'arn:aws:s3:::reports/?*' }],
  },
  {
    name: '[M9] a Deny of `reports/?*` covers only a part of `reports/*`, for a name may be empty',
    decision: 'Allow',
    request: { resource: 'arn:aws:s3:::reports/*' },
    identity: [read, { Effect: 'Deny', Action: '*', Resource: 'arn:aws:s3:::reports/?*' }],
  },
]

it.each(regressions)('$name', ({ decision, request, identity }) => {
  const input: AuthorizeInput = {
    request: {
      principal: ALICE,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::reports/q1.csv',
      resourceAccount: ACCOUNT,
      ...request,
    },
    policies: { identity: [{ id: 'identity', document: documentOf(identity) }] },
  }
  expect([authorize(input).decision, naiveAuthorize(input)]).toEqual([decision, decision])
})
