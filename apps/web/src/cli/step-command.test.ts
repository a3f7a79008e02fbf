import { beforeEach, expect, it } from 'vitest'
import { exampleDocument } from '../workspace/example.ts'
import { typePolicyText } from '../workspace/policy-texts.ts'
import { commit } from '../workspace/changes.ts'
import { openDocument, useWorkspace } from '../workspace/workspace.ts'
import { commandOfStep } from './step-command.ts'

beforeEach(() => openDocument(exampleDocument(), 'test'))

const stepAt = (index: number) => {
  const { document, history } = useWorkspace.getState()
  return commandOfStep(document.model, history.past, index)
}

it('a step is told with the model it was given to, whatever came after', () => {
  const { model } = useWorkspace.getState().document
  commit({ command: { type: 'DeleteUser', user: 'user:ana' } })
  commit({ command: { type: 'DeleteUser', user: 'user:ci-deploy' } })
  expect(stepAt(0)).toEqual({ command: { type: 'DeleteUser', user: 'user:ana' }, before: model })
  expect(stepAt(1)?.before.users).not.toHaveProperty('user:ana')
})

it('a burst of typing is told by its last complete text', () => {
  const { document } = useWorkspace.getState()
  const read = 'policy:ReadGameOutcome' as const
  const text = document.model.policies[read]?.text ?? ''
  for (const next of [`${text} `, `${text}  `, `${text}  x`]) typePolicyText(read, next)
  expect(stepAt(0)).toMatchObject({ command: { type: 'CreatePolicyVersion', text: `${text}  ` } })
  expect(stepAt(0)?.before).toEqual(document.model)
})

it('a step that only moves has no command', () => {
  commit({ layout: useWorkspace.getState().document.layout, label: 'moved' })
  expect(stepAt(0)).toBeUndefined()
})
