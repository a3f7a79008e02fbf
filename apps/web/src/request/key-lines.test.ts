import { apply, type Model } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import { accessOf } from '../workspace/access.ts'
import { contextOf, type Pins } from '../workspace/asked-context.ts'
import { exampleDocument } from '../workspace/example.ts'
import { keyLines } from './key-lines.ts'

function changed(text: object): Model {
  const result = apply(exampleDocument().model, {
    type: 'CreatePolicyVersion',
    policy: 'policy:WriteGameOutcome',
    text: JSON.stringify({ Version: '2012-10-17', Statement: text }),
  })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

/** Two actions of one line that hang on different keys. */
const model = changed([
  {
    Effect: 'Allow',
    Action: 'dynamodb:PutItem',
    Resource: '*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
  {
    Effect: 'Allow',
    Action: 'dynamodb:DeleteItem',
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  },
])

function linesFor(pins: Pins) {
  const context = contextOf(pins)
  const steps = keyLines(model, accessOf(model, pins), context)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return Object.fromEntries(
    [...step.value.of].map(([key, lines]) => [key, lines.map(({ principal }) => principal)]),
  )
}

it('names the line under every key that some action of it hangs on', () => {
  expect(linesFor({})).toEqual({
    'aws:multifactorauthpresent': ['user:ci-deploy'],
    'aws:sourceip': ['user:ci-deploy'],
  })
})

it('a settled key has no lines any more', () => {
  expect(linesFor({ 'aws:SourceIp': '203.0.113.7' })).toEqual({
    'aws:multifactorauthpresent': ['user:ci-deploy'],
  })
})
