import { describe, expect, it } from 'vitest'
import { accessOf } from '../workspace/access.ts'
import { nothingPinned } from '../workspace/asked-context.ts'
import { exampleDocument } from '../workspace/example.ts'
import { accessEffect } from './access-effect.ts'

const { model } = exampleDocument()
const access = accessOf(model, nothingPinned)
const effect = (command: Parameters<typeof accessEffect>[3]) =>
  accessEffect(model, access, nothingPinned, command)

describe('the effect of a drop, before it', () => {
  it('counts what is gained and names between whom', () => {
    const gained = effect({ type: 'AttachUserPolicy', user: 'user:ana', policy: 'policy:WriteGameOutcome' })
    expect(gained?.lost).toBe(0)
    expect(gained?.lines).toEqual([
      {
        principal: 'user:ana',
        resource: 'resource:GameOutcome',
        change: 'gained',
        actions: gained?.gained,
      },
    ])
  })

  it('counts what is lost, changes nothing, and has no answer to what is refused', () => {
    const lost = effect({ type: 'DetachUserPolicy', user: 'user:ana', policy: 'policy:ReadGameOutcome' })
    expect(lost?.lost).toBeGreaterThan(0)
    expect(lost?.lines[0]?.change).toBe('lost')
    expect(model.users['user:ana']?.attachedPolicies).toHaveLength(1)
    expect(effect({ type: 'DeleteUser', user: 'user:nobody' })).toBeUndefined()
  })
})
