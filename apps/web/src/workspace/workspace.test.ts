import { beforeEach, describe, expect, it } from 'vitest'
import { exampleDocument } from './example.ts'
import { discardDraft, shownText, typePolicyText } from './policy-texts.ts'
import { commit, redo, travel, undo } from './changes.ts'
import { openDocument, select, useWorkspace } from './workspace.ts'

const read = 'policy:ReadGameOutcome' as const
const state = () => useWorkspace.getState()
const text = () => state().document.model.policies[read]?.text ?? ''

beforeEach(() => openDocument(exampleDocument(), 'test'))

/** Whether ana may read an item, as the canvas would draw it. */
function mayRead(): string | undefined {
  const { access } = state()
  const [target] = access.targets
  const index = target?.actions.indexOf('dynamodb:GetItem') ?? -1
  return target && access.decisionAt('user:ana', target.offset + index)
}

describe('the example', () => {
  it('lets ana read and ci-deploy write', () => {
    expect(mayRead()).toBe('Allow')
  })
})

describe('undo', () => {
  it('takes back a command with its place in the picture, and does it again', () => {
    const before = state().document
    const group = { type: 'CreateGroup', group: 'group:devs', name: 'devs' } as const
    expect(commit({ command: group }).ok).toBe(true)
    const after = state().document
    expect(after.layout.positions['group:devs']).toBeDefined()
    undo()
    expect(state().document).toEqual(before)
    redo()
    expect(state().document).toEqual(after)
  })

  it('a refused command leaves no step and changes nothing', () => {
    const before = state().document
    expect(commit({ command: { type: 'DeleteUser', user: 'user:nobody' } }).ok).toBe(false)
    expect(state().document).toBe(before)
    expect(state().history.past).toHaveLength(0)
  })

  it('a selection of what is gone is let go', () => {
    select({ kind: 'entities', ids: ['user:ana'] })
    commit({ command: { type: 'DeleteUser', user: 'user:ana' } })
    expect(state().selection.kind).toBe('none')
  })
})

describe('typing a policy', () => {
  it('a complete text is in force at once, a half-typed one is kept beside the model', () => {
    const whole = text()
    typePolicyText(read, whole.replace('"dynamodb:GetItem",', ''))
    expect(mayRead()).toBe('ImplicitDeny')
    const half = `${whole.slice(0, -1)},`
    typePolicyText(read, half)
    expect(shownText(state().document, read)).toBe(half)
    expect(mayRead()).toBe('ImplicitDeny')
    discardDraft(read)
    expect(shownText(state().document, read)).toBe(whole.replace('"dynamodb:GetItem",', ''))
  })

  it('a burst of typing is one undo step, half-typed states included', () => {
    const whole = text()
    for (const next of [`${whole} `, `${whole} x`, `${whole} xy`, `${whole}\n`]) typePolicyText(read, next)
    expect(state().history.past).toHaveLength(1)
    undo()
    expect(shownText(state().document, read)).toBe(whole)
    expect(state().document.drafts).toEqual({})
    redo()
    expect(shownText(state().document, read)).toBe(`${whole}\n`)
  })

  it('typing what is there already is no step', () => {
    typePolicyText(read, text())
    expect(state().history.past).toHaveLength(0)
  })
})

describe('the history', () => {
  const read = 'policy:ReadGameOutcome' as const

  it('says of each step what access it gave and took', () => {
    commit({ command: { type: 'DetachUserPolicy', user: 'user:ana', policy: read } })
    commit({ command: { type: 'AttachUserPolicy', user: 'user:ana', policy: read } })
    const [lost, gained] = state().history.past
    expect(lost?.access).toMatchObject({ gained: 0 })
    expect(lost?.access?.lost).toBeGreaterThan(0)
    expect(gained?.access).toEqual({ gained: lost?.access?.lost, lost: 0 })
  })

  it('of a burst of typing it says what the whole of it did', () => {
    const whole = text()
    typePolicyText(read, whole.replace('"dynamodb:GetItem",', ''))
    typePolicyText(read, whole)
    expect(state().history.past).toHaveLength(1)
    expect(state().history.past[0]?.access).toEqual({ gained: 0, lost: 0 })
  })

  it('any step can be gone to, back and forth, and the undone ones stay', () => {
    const documents = [state().document]
    for (const name of ['a', 'b', 'c']) {
      commit({ command: { type: 'CreateUser', user: `user:${name}`, name } })
      documents.push(state().document)
    }
    for (const to of [1, 3, 0, 2]) {
      travel(to)
      expect(state().document).toEqual(documents[to])
      expect(state().history.past.length).toBe(to)
      expect(state().history.past.length + state().history.future.length).toBe(3)
    }
  })
})
