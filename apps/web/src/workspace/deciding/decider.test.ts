import { apply, type Command, type ContextValues, emptyModel, type Model } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { accessOf } from '../access.ts'
import type { Pins } from '../asked-context.ts'
import { contextOf } from '../asked-context.ts'
import { createDecider, type DecidingAnswer, type DecidingQuestion, type RunningDecider } from './decider.ts'
import { createRowDecider, type RowQuestion } from './row-decider.ts'

const policy = (action: string, more = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...more }],
  })
const needsMfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }

function changed(model: Model, ...commands: readonly Command[]): Model {
  const result = apply(model, { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const bucket = (name: string): Command => ({
  type: 'AddResource',
  resource: `resource:${name}`,
  name,
  arn: `arn:aws:s3:::${name}`,
  service: 's3',
  resourceType: 'bucket',
})

const sample = changed(
  emptyModel('Shop'),
  { type: 'CreateUser', user: 'user:ana', name: 'ana' },
  { type: 'CreateUser', user: 'user:ben', name: 'ben' },
  { type: 'CreatePolicy', policy: 'policy:Read', name: 'Read', text: policy('s3:ListBucket') },
  { type: 'CreatePolicy', policy: 'policy:Mfa', name: 'Mfa', text: policy('s3:*', needsMfa) },
  { type: 'AttachUserPolicy', user: 'user:ana', policy: 'policy:Mfa' },
  bucket('reports'),
)

/** A decider whose worker is in the page, with a structured clone and a pause between the two as a real one has. */
function decider(breakOn: (question: RowQuestion) => boolean = () => false) {
  const answers: DecidingAnswer[] = []
  const failures: DecidingQuestion[] = []
  const put: RowQuestion[] = []
  let report: (reason: unknown) => void = () => undefined
  const start = (failed: (reason: unknown) => void): RunningDecider => {
    report = failed
    const rows = createRowDecider()
    return {
      async decide(question) {
        put.push(question)
        await new Promise(resolve => setTimeout(resolve))
        if (breakOn(question)) return new Promise(() => report(new Error('gone')))
        return structuredClone(rows.decide(structuredClone(question)))
      },
      effectOf: async command => rows.effectOf(command),
      stop: () => undefined,
    }
  }
  const made = createDecider({
    start,
    answered: answer => answers.push(answer),
    failed: question => failures.push(question),
  })
  return { ...made, answers, failures, put, breakDown: () => report(new Error('gone')) }
}

const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise(resolve => setTimeout(resolve))
}

function everyAnswer({ access }: Pick<DecidingAnswer, 'access'>) {
  return access.principals.flatMap(principal =>
    access.targets.flatMap(({ arn, actions, offset }) =>
      actions.map(
        (action, index) => `${principal} ${action} ${arn}: ${access.decisionAt(principal, offset + index)}`,
      ),
    ),
  )
}

const nothing: ContextValues = {}

describe('deciding in a worker', () => {
  it('answers what the page would have answered, edit after edit and key after key', async () => {
    const { ask, answers } = decider()
    const mfa: Pins = { 'aws:MultiFactorAuthPresent': 'true' }
    const steps: readonly (readonly [Model, Pins])[] = [
      [sample, {}],
      [changed(sample, { type: 'AttachUserPolicy', user: 'user:ben', policy: 'policy:Read' }), {}],
      [sample, {}],
      [sample, mfa],
      [changed(sample, bucket('archive'), { type: 'DeleteUser', user: 'user:ben' }), mfa],
      [
        changed(sample, {
          type: 'CreatePolicyVersion',
          policy: 'policy:Mfa',
          text: policy('s3:GetBucketAcl'),
        }),
        {},
      ],
    ]
    for (const [model, pins] of steps) {
      ask({ model, context: contextOf(pins), opened: 1 })
      await settled()
      const answer = answers.at(-1)
      expect(answer && everyAnswer(answer)).toEqual(everyAnswer({ access: accessOf(model, pins) }))
    }
    expect(answers).toHaveLength(steps.length)
  })

  it('sends the model once, and then only what changed', async () => {
    const { ask, put, answers } = decider()
    ask({ model: sample, context: nothing, opened: 1 })
    await settled()
    const attach = { type: 'AttachUserPolicy', user: 'user:ben', policy: 'policy:Read' } as const
    ask({ model: changed(sample, attach), context: nothing, opened: 1 })
    await settled()
    expect(put.map(({ model, diff }) => [model !== undefined, diff?.length])).toEqual([
      [true, undefined],
      [false, 1],
    ])
    expect(answers[1]?.since?.change).toEqual({ gained: 1, lost: 0 })
    // Nobody looked at ana's row again.
    expect(answers[1]?.access.rowOf('user:ana')).toBe(answers[0]?.access.rowOf('user:ana'))
  })

  it('of what is asked while it works only the last is put', async () => {
    const { ask, put, answers } = decider()
    for (const action of ['s3:G', 's3:Ge', 's3:Get', 's3:Get*']) {
      const text = policy(action)
      const model = changed(sample, { type: 'CreatePolicyVersion', policy: 'policy:Mfa', text })
      ask({ model, context: nothing, opened: 1 })
    }
    await settled()
    expect(put).toHaveLength(2)
    expect(answers.at(-1)?.question.model.policies['policy:Mfa']?.text).toContain('s3:Get*')
  })

  it('another model starts from nothing', async () => {
    const { ask, put, answers } = decider()
    ask({ model: sample, context: nothing, opened: 1 })
    await settled()
    ask({ model: emptyModel('Other'), context: nothing, opened: 2 })
    await settled()
    expect(put[1]?.model?.name).toBe('Other')
    expect(answers[1]?.since).toBeUndefined()
    expect(answers[1]?.access.principals).toEqual([])
  })

  it('says that it failed, with the question that is still open, and starts anew with the next', async () => {
    let broken = true
    const { ask, failures, answers } = decider(() => broken)
    ask({ model: sample, context: nothing, opened: 1 })
    await settled()
    expect(failures.map(({ opened }) => opened)).toEqual([1])
    broken = false
    ask({ model: sample, context: nothing, opened: 2 })
    await settled()
    expect(answers).toHaveLength(1)
  })

  it('one that breaks down while nobody waits is started anew', async () => {
    const { ask, put, breakDown, answers } = decider()
    ask({ model: sample, context: nothing, opened: 1 })
    await settled()
    breakDown()
    ask({ model: sample, context: nothing, opened: 1 })
    await settled()
    expect(put[1]?.model).toBeDefined()
    expect(answers).toHaveLength(2)
  })

  it('tells what a command would gain and lose without making the change', async () => {
    const { ask, effectOf, answers } = decider()
    ask({ model: sample, context: nothing, opened: 1 })
    await settled()
    const read = { type: 'AttachUserPolicy', user: 'user:ben', policy: 'policy:Read' } as const
    expect(await effectOf(read)).toEqual({ gained: 1, lost: 0 })
    expect(await effectOf({ ...read, user: 'user:nobody' })).toBeUndefined()
    ask({ model: sample, context: nothing, opened: 1 })
    await settled()
    expect(answers[1]?.since?.change).toEqual({ gained: 0, lost: 0 })
  })
})
