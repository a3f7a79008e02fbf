import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearestName } from './element-names.ts'

const known = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

it('finds the name that a slip was meant to be', () => {
  const slips = ['NotResouce', 'Efect', 'actions', 'CONDITION', 'Sidd', 'Resources']
  expect(slips.map(slip => nearestName(slip, known))).toEqual([
    'NotResource',
    'Effect',
    'Action',
    'Condition',
    'Sid',
    'Resource',
  ])
})

it('finds none for what is no slip, however long', () => {
  const others = ['Comment', '', '__proto__', 'x', 'Resource'.repeat(100_000)]
  expect(others.map(other => nearestName(other, known))).toEqual(others.map(() => undefined))
})

it('finds a name from which any one letter was taken, and any name in other letter case', () => {
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(8), (name, at) => {
      expect(nearestName(name.slice(0, at) + name.slice(at + 1), known)).toBe(name)
      expect(nearestName(name.toUpperCase(), known)).toBe(name)
    }),
  )
})
