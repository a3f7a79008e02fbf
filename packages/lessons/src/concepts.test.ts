import { documentById } from '@iam-canvas/core'
import { checkExpectation } from '@iam-canvas/core/expectations'
import { expect, it } from 'vitest'
import { conceptModel, concepts } from './concepts.ts'

it('every word stands there once', () => {
  expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length)
})

it.each(concepts.map(concept => [concept.term, concept] as const))(
  '%s: the example shows what is said',
  (_, concept) => {
    const model = conceptModel(concept)
    expect(concept.asks.length).toBeGreaterThan(0)
    expect(concept.asks.filter(ask => !checkExpectation(model, ask).met)).toEqual([])
    if (concept.shows) expect(documentById(model, concept.shows)?.text).toBeDefined()
    expect(concept.says).toMatch(/\.$/)
    expect(concept.says.length).toBeLessThan(260)
    expect(concept.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  },
)
