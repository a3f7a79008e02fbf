import { expect, it } from 'vitest'
import type { Action } from '../actions/action.ts'
import { matchingActions } from './command-matches.ts'

const action = (id: string, title: string, words?: string): Action => ({
  id,
  title,
  group: 'Edit',
  ...(words && { words }),
  run: () => undefined,
})
const all = [
  action('tidy', 'Tidy up the layout'),
  action('undo', 'Undo'),
  action('fit', 'Show everything', 'zoom'),
]
const found = (query: string, recent: readonly string[] = []) =>
  matchingActions(all, query, recent).map(({ id }) => id)

it('what was run last comes first while nothing is typed', () => {
  expect(found('', ['fit'])).toEqual(['fit', 'tidy', 'undo'])
})

it('every word has to be found, in the title or beside it', () => {
  expect(found('zoom')).toEqual(['fit'])
  expect(found('lay tidy')).toEqual(['tidy'])
  expect(found('tidy zoom')).toEqual([])
})
