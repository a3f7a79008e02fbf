import { apply } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { exampleDocument } from '../workspace/example.ts'
import { quickAddChoices } from './quick-add-choices.ts'

const { model } = exampleDocument()

describe('adding at the end of a line', () => {
  it('offers what connects to a user, and each is one command that the model takes', () => {
    const choices = quickAddChoices(model, 'user:ana')
    expect(choices.map(({ kind }) => kind.key)).toEqual(expect.arrayContaining(['group', 'policy']))
    expect(choices.map(({ kind }) => kind.key)).not.toContain('user')
    for (const { command } of choices) expect(apply(model, command).ok).toBe(true)
  })

  it('offers users and policies to a policy the other way round', () => {
    const keys = quickAddChoices(model, 'policy:ReadGameOutcome').map(({ kind }) => kind.key)
    expect(keys).toEqual(expect.arrayContaining(['user', 'group', 'role']))
    expect(keys).not.toContain('policy')
  })
})
