import { concepts } from '@iam-canvas/lessons/concepts'
import { expect, it } from 'vitest'
import { conceptOfDecision, conceptOfKind, conceptOfLink } from './concept-of.ts'

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })

it('every word that is marked in the app has a card', () => {
  const marked = Object.values(sources).flatMap(source =>
    [...source.matchAll(/(?:\babout|<Term id)="([a-z-]+)"/g)].map(([, id]) => id),
  )
  const pointed = [conceptOfKind, conceptOfLink, conceptOfDecision].flatMap(cards => Object.values(cards))
  const known = new Set(concepts.map(({ id }) => id))
  expect(marked.length).toBeGreaterThan(12)
  expect([...marked, ...pointed].filter(id => id === undefined || !known.has(id))).toEqual([])
})
