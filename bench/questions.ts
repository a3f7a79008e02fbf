import { authorize, explain } from '@iam-canvas/core'
import { held, ms, often, once, perSecond, row } from './measure.ts'
import { naiveEvaluator } from './naive-matrix.ts'
import { OFFICE, type Scenario } from './scenario.ts'

const STATEMENTS = 43

/** A policy of 43 statements, and sixteen requests with six context keys, of which each third is allowed. */
const statements = Array.from({ length: STATEMENTS }, (_, index) => ({
  Sid: `S${index}`,
  Effect: index % 9 === 8 ? 'Deny' : 'Allow',
  Action: ['s3:Get*', `dynamodb:Verb${index}`],
  Resource: `arn:aws:s3:::bucket-${index}/*`,
  Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${index % 5}` } },
}))
const document = { Version: '2012-10-17', Statement: statements }
const text = JSON.stringify(document)
const requests = Array.from({ length: 16 }, (_, index) => ({
  principal: `arn:aws:iam::111122223333:user/user-${index}`,
  action: 's3:GetObject',
  resource: `arn:aws:s3:::bucket-${index * 2}/report-${index}.csv`,
  context: {
    'aws:PrincipalTag/team': `team-${index % 6}`,
    'aws:SourceIp': `10.0.0.${index}`,
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': 'eu-west-1',
    'aws:CurrentTime': '2026-01-01T00:00:00Z',
    'aws:PrincipalOrgID': 'o-exampleorg1',
  },
}))
const requestAt = (index: number) => requests[index % 16] as (typeof requests)[number]

/** One question at a time, where all of the above asks everything at once. */
export function benchQuestions(small: Scenario) {
  console.log('\none question\n')
  const many = 200
  const each = (run: (index: number) => unknown) => {
    const { median } = often(round => {
      for (let index = 0; index < many; index++) run(round * many + index)
    }, 30)
    return (median * 1_000) / many
  }
  const micro = (value: number) => `${value.toFixed(1)} µs`
  const cell = each(index => {
    const target = small.targets[(index * 7) % small.targets.length]
    return explain(small.model, {
      principal: `user:${index % 150}`,
      action: target?.actions[index % 10] ?? '',
      resource: target?.arn ?? '',
      context: OFFICE,
    })
  })
  held('explain: about 70 statements, whole trace, near misses', cell, 20, micro)

  const evaluate = naiveEvaluator()
  const naive = each(index => {
    const { action, resource, context } = requestAt(index)
    return evaluate(statements, action, resource, context)
  })
  const speed = (what: string, run: (index: number) => unknown) => {
    const micros = each(run)
    const ratio = `${(micros / naive).toFixed(1)}× the time of a naive yes or no`
    row(`authorize, 43 statements, 6 keys, ${what}`, perSecond(1_000_000 / micros), '', ratio)
  }
  const asked = (index: number, policy: string | object) =>
    authorize({ request: requestAt(index), policies: { identity: [{ id: 'p', document: policy }] } })
  row('naive evaluator with cached RegExps, no trace', perSecond(1_000_000 / naive), 'the anchor')
  speed('parsed beforehand', index => asked(index, document))
  speed('the same text again', index => asked(index, text))
  speed('another text each time', index => asked(index, `${text}${' '.repeat(index % 9_000)}`))

  benchWorstPattern()
}

/**
 * Stars that all have to be tried. A regular expression takes as many steps as the text is long, to the power of the
 * number of stars: it gets one more until it takes half a second, the engine has a thousand.
 */
function benchWorstPattern() {
  const stars = 1_000
  const resource = `arn:aws:s3:::${'a'.repeat(2_000)}`
  let bounded = 0
  let time = 0
  while (time < 500 && bounded < 8) {
    bounded++
    const expression = new RegExp(`^arn:aws:s3:::${'.*a'.repeat(bounded)}b$`)
    time = once(() => expression.test(resource))
  }
  row(`the worst pattern as a RegExp, with ${bounded} stars`, ms(time), 'the anchor')
  const worst = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: `arn:aws:s3:::${'*a'.repeat(stars)}b` },
  }
  const request = { ...requestAt(0), resource }
  const { p95 } = often(
    () => authorize({ request, policies: { identity: [{ id: 'p', document: worst }] } }),
    30,
  )
  held('the worst pattern of 2,048 characters, 1,000 stars', p95, 5, ms, `${Math.round(time / p95)}× RegExp`)
}
