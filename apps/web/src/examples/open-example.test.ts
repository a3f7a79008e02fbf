import { expect, it } from 'vitest'
import { askedExample } from '../open/open-from-address.ts'
import { exampleDocumentOf } from './open-example.ts'

it('an address names an example, or none', () => {
  expect(askedExample('?example=game-outcome')).toBe('game-outcome')
  expect(askedExample('?other=1')).toBeUndefined()
})

it('an example becomes a document, and an unknown one nothing', async () => {
  expect((await exampleDocumentOf('game-outcome'))?.model.users['user:ana']?.name).toBe('ana')
  expect(await exampleDocumentOf('no-such-thing')).toBeUndefined()
})
