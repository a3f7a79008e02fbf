import { apply, applyDiff, type Command, emptyModel, invertDiff, type Model } from '@iam-canvas/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { modelDiff } from './model-diff.ts'

const names = ['ana', 'bob', 'cy', 'dee'] as const
const name = fc.constantFrom(...names)

const command: fc.Arbitrary<Command> = fc.oneof(
  name.map(user => ({ type: 'CreateUser', user: `user:${user}`, name: user }) as const),
  name.map(user => ({ type: 'DeleteUser', user: `user:${user}` }) as const),
  name.map(group => ({ type: 'CreateGroup', group: `group:${group}`, name: group }) as const),
  fc
    .tuple(name, name)
    .map(
      ([user, group]) => ({ type: 'AddUserToGroup', user: `user:${user}`, group: `group:${group}` }) as const,
    ),
  name.map(
    policy =>
      ({
        type: 'CreatePolicy',
        policy: `policy:${policy}`,
        name: policy,
        text: `{"Id":"${policy}"}`,
      }) as const,
  ),
  name.map(to => ({ type: 'RenameModel', name: to }) as const),
)

const model: fc.Arbitrary<Model> = fc.array(command, { maxLength: 25 }).map(commands =>
  commands.reduce((at, next) => {
    const result = apply(at, next)
    return result.ok ? result.model : at
  }, emptyModel()),
)

/** Order counts: a file that is written again should not change. */
const asWritten = (value: Model) => JSON.stringify(value, null, 1)

it('leads from any model to any other, and its inverse leads back', () => {
  fc.assert(
    fc.property(model, model, (before, after) => {
      const diff = modelDiff(before, after)
      const there = applyDiff(before, diff)
      expect(there).toEqual(after)
      for (const collection of ['users', 'groups', 'policies'] as const)
        expect(Object.keys(there[collection])).toEqual(Object.keys(after[collection]))
      const back = applyDiff(there, invertDiff(diff))
      expect(back).toEqual(before)
      for (const collection of ['users', 'groups', 'policies'] as const)
        expect(Object.keys(back[collection])).toEqual(Object.keys(before[collection]))
    }),
    { numRuns: 300 },
  )
})

it('says nothing about what stays', () => {
  fc.assert(
    fc.property(model, at => {
      // The same content read from a file is other objects.
      expect(modelDiff(at, JSON.parse(asWritten(at)) as Model)).toEqual([])
      return modelDiff(at, at).length === 0
    }),
  )
})
