import { apply, type Command, decide, emptyModel, type Model } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import { drawnLines, mostImplicit } from './drawn-lines.ts'

/** ana may read the first of so many tables. */
function account(tables: number): Model {
  const arn = (index: number) => `arn:aws:dynamodb:eu-west-1:123456789012:table/t${index}`
  const Statement = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: arn(0) }
  const commands: Command[] = [
    { type: 'CreateUser', user: 'user:ana', name: 'ana' },
    {
      type: 'PutUserPolicy',
      user: 'user:ana',
      name: 'Own',
      text: JSON.stringify({ Version: '2012-10-17', Statement }),
    },
    ...Array.from(
      { length: tables },
      (_, index): Command => ({
        type: 'AddResource',
        resource: `resource:t${index}`,
        name: `t${index}`,
        arn: arn(index),
        service: 'dynamodb',
        resourceType: 'table',
      }),
    ),
  ]
  const result = apply(emptyModel('Shop'), { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

function drawnOf(tables: number, selected: readonly 'user:ana'[]) {
  const model = account(tables)
  const targets = Object.values(model.resources).map(({ id, arn }) => ({
    resource: id,
    arn,
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  }))
  const { lines, hidden } = drawnLines(model, decide(model, { targets }), 'all', selected)
  return { decisions: lines.map(({ decision }) => decision), hidden }
}

it('implicit denies are drawn for what is selected alone', () => {
  expect(drawnOf(3, [])).toEqual({ decisions: ['Allow'], hidden: 0 })
  expect(drawnOf(3, ['user:ana'])).toEqual({
    decisions: ['Allow', 'ImplicitDeny', 'ImplicitDeny'],
    hidden: 0,
  })
})

it('where they are many, implicit denies are not drawn, and do not count as left out', () => {
  expect(drawnOf(mostImplicit + 1, ['user:ana']).decisions).toHaveLength(mostImplicit + 1)
  expect(drawnOf(mostImplicit + 2, ['user:ana'])).toEqual({ decisions: ['Allow'], hidden: 0 })
})
