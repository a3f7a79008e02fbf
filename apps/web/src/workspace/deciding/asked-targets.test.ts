import { apply, emptyModel, type Model } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import { answersIn, askedTargets } from './asked-targets.ts'

function withPolicy(action: string, model: Model = start): Model {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
  })
  const result = apply(model, { type: 'CreatePolicy', policy: 'policy:P', name: 'P', text })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const start = ((): Model => {
  const resource = (name: string, service: string, arn: string) =>
    ({
      type: 'AddResource',
      resource: `resource:${name}`,
      name,
      arn,
      service,
      resourceType: 'thing',
    }) as const
  const result = apply(emptyModel('Shop'), {
    type: 'Batch',
    commands: [
      { type: 'CreateUser', user: 'user:ana', name: 'ana' },
      resource('reports', 's3', 'arn:aws:s3:::reports'),
      resource('farm', 'devicefarm', 'arn:aws:devicefarm:us-west-2:123456789012:project:1'),
    ],
  })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
})()

it('a service that is not listed is asked what the policies name of it', () => {
  const asked = askedTargets(withPolicy('devicefarm:GetProject'))
  expect(asked.find(({ resource }) => resource === 'resource:farm')?.actions).toEqual([
    'devicefarm:GetProject',
  ])
})

it('an action of a listed service that is being typed leaves the questions as they are', () => {
  expect(askedTargets(withPolicy('s3:GetObj'))).toBe(askedTargets(withPolicy('s3:GetObject')))
})

it('a model is measured without reading its policies', () => {
  const [bucket] = askedTargets(start)
  expect(answersIn(start)).toBe((bucket?.actions.length ?? 0) + 10)
})
