import { apply, type Command } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { exampleDocument } from '../workspace/example.ts'
import { quickAddChoices } from './quick-add-choices.ts'

const { model } = exampleDocument()

describe('adding at the end of a line', () => {
  it('offers what connects to a user, and each is one command that the model takes', () => {
    const choices = quickAddChoices(model, 'user:ana')
    expect(choices.map(({ kind }) => kind.key)).toEqual(expect.arrayContaining(['group', 'policy']))
    expect(choices.map(({ kind }) => kind.key)).not.toContain('user')
    for (const { create, connect } of choices) {
      expect(apply(model, { type: 'Batch', commands: [create, connect] }).ok).toBe(true)
    }
  })

  it('offers users and policies to a policy the other way round', () => {
    const keys = quickAddChoices(model, 'policy:ReadGameOutcome').map(({ kind }) => kind.key)
    expect(keys).toEqual(expect.arrayContaining(['user', 'group', 'role']))
    expect(keys).not.toContain('policy')
  })

  it('offers an instance a role that trusts EC2, and asks before a role that does not is given one', () => {
    const arn = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0'
    const commands: readonly Command[] = [
      {
        type: 'AddResource',
        resource: 'resource:web',
        name: 'web',
        arn,
        service: 'ec2',
        resourceType: 'instance',
      },
      { type: 'CreateRole', role: 'role:bare', name: 'bare', trustPolicy: '{"Statement":[]}' },
    ]
    const more = apply(model, { type: 'Batch', commands })
    if (!more.ok) throw new Error(more.problem.message)
    const role = quickAddChoices(more.model, 'resource:web').find(({ kind }) => kind.key === 'role')
    expect(role?.ask).toBeUndefined()
    expect(JSON.stringify(role?.create)).toContain('ec2.amazonaws.com')
    const instance = quickAddChoices(more.model, 'role:bare').find(({ kind }) => kind.key === 'ec2 instance')
    expect(instance?.ask?.choices.map(({ label }) => label)).toEqual([
      'Run as it, and add the trust',
      'Run as it only',
    ])
  })
})
