import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minimalChange } from './minimal-change.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '{', '\n'), maxLength: 20 })

it('playing the change makes one text the other, whatever they are', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const change = minimalChange(before, after)
      const played = change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before
      expect(played).toBe(after)
    }),
  )
})

it('touches only what differs', () => {
  expect(minimalChange('s3:GetItem on b', 's3:GetObject on b')).toEqual({ from: 6, to: 10, insert: 'Object' })
})
