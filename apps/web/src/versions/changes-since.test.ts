import { apply, type Command } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import { exampleDocument } from '../workspace/example.ts'
import { changesSince } from './changes-since.ts'

function after(...commands: Command[]) {
  const document = exampleDocument()
  const result = apply(document.model, { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return { ...document, model: result.model }
}

it('counts what came, went and changed, and the access that follows', () => {
  const now = after(
    { type: 'CreateUser', user: 'user:bob', name: 'bob' },
    { type: 'AttachUserPolicy', user: 'user:bob', policy: 'policy:ReadGameOutcome' },
    { type: 'DetachUserPolicy', user: 'user:ana', policy: 'policy:ReadGameOutcome' },
  )
  const { records, access } = changesSince(exampleDocument(), now)
  expect(records).toEqual(['1 user added', '1 user changed'])
  expect(access?.gained).toBeGreaterThan(0)
  expect(access?.gained).toBe(access?.lost)
})

it('says nothing when nothing changed, and names a rename', () => {
  expect(changesSince(exampleDocument(), exampleDocument())).toEqual({
    records: [],
    access: { gained: 0, lost: 0 },
  })
  expect(changesSince(exampleDocument(), after({ type: 'RenameModel', name: 'Scores' })).records).toEqual([
    'renamed to "Scores"',
  ])
})
