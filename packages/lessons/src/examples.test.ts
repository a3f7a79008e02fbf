import { entityById, explain, recordsIn } from '@iam-canvas/core'
import { checkExpectation } from '@iam-canvas/core/expectations'
import { describe, expect, it } from 'vitest'
import { exampleModel, examples } from './examples.ts'

it('every example has an address of its own', () => {
  const ids = examples.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
})

describe.each(examples.map(example => [example.id, example] as const))('%s', (_, example) => {
  const model = exampleModel(example)

  it('holds what it promises', () => {
    expect(example.expectations.length).toBeGreaterThan(1)
    const wrong = example.expectations
      .map(expectation => ({ ...expectation, got: checkExpectation(model, expectation) }))
      .filter(({ got }) => !got.met)
    expect(wrong).toEqual([])
  })

  it('shows both what is allowed and what is not', () => {
    expect(new Set(example.expectations.map(({ expect: expected }) => expected)).size).toBeGreaterThan(1)
  })

  it('its walk-through points only at what is there, and asks what the engine can answer', () => {
    for (const show of example.walk.flatMap(step => step.show ?? [])) {
      if ('select' in show) {
        expect(entityById(model, show.select), show.select).toBeDefined()
        continue
      }
      const { principal, resource: id, action, target } = show.ask
      const resource = recordsIn(model, 'resources').find(record => record.id === id)
      expect(entityById(model, principal), principal).toBeDefined()
      expect([resource?.arn, ...(resource?.parts ?? [])], id).toContain(target ?? resource?.arn)
      const { decision } = explain(model, { principal, action, resource: target ?? resource?.arn ?? '' })
      expect(decision).not.toBe('DependsOnContext')
    }
  })
})
