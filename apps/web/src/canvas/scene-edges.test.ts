import { expect, it } from 'vitest'
import { accessOf } from '../workspace/access.ts'
import { exampleDocument } from '../workspace/example.ts'
import { nothing } from '../workspace/selection.ts'
import { drawnLines } from './drawn-lines.ts'
import { createSceneEdges } from './scene-edges.ts'

const { model } = exampleDocument()
const linesOf = (access = accessOf(model, {})) => drawnLines(model, access, 'all', []).lines

it('an edge that says the same stays the same object', () => {
  const build = createSceneEdges()
  const before = build(model, linesOf(), { selection: nothing, context: {} })
  expect(before.map(({ type }) => type)).toContain('access')
  expect(build({ ...model }, linesOf(), { selection: nothing, context: {} })).toEqual(before)
  build({ ...model }, linesOf(), { selection: nothing, context: {} }).forEach((edge, index) =>
    expect(edge).toBe(before[index]),
  )
})

it('an edge whose line is another one is another object, and its neighbours stay', () => {
  const build = createSceneEdges()
  const before = build(model, linesOf(), { selection: nothing, context: {} })
  const policy = model.policies['policy:WriteGameOutcome']
  if (policy?.text === undefined) throw new Error('the example has it')
  const less = {
    ...model,
    policies: {
      ...model.policies,
      [policy.id]: { ...policy, text: policy.text.replace('dynamodb:DeleteItem', 'dynamodb:Nothing') },
    },
  }
  const after = build(less, linesOf(accessOf(less, {})), { selection: nothing, context: {} })
  const changed = after.filter(edge => !before.includes(edge))
  expect(changed.every(({ id }) => id.startsWith('access user:ci-deploy'))).toBe(true)
  expect(changed.length).toBeLessThan(after.length)
})
