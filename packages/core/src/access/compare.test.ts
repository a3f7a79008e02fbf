import { describe, expect, it } from 'vitest'
import type { PrincipalId } from '../model/records.ts'
import { bitsFor, setBit } from './bitset.ts'
import type { CellTarget } from './cells.ts'
import { compareAccess } from './compare.ts'
import { matrixOfRows } from './matrix-of-rows.ts'

const target = (name: string, offset: number, actions: readonly string[]): CellTarget => ({
  resource: `resource:${name}`,
  arn: `arn:aws:s3:::${name}`,
  actions,
  offset,
})

/** A matrix in which each principal is allowed the cells given for it. */
function matrix(targets: readonly CellTarget[], allowed: Readonly<Record<PrincipalId, readonly number[]>>) {
  const size = targets.reduce((sum, { actions }) => sum + actions.length, 0)
  const rows = Object.entries(allowed).map(([principal, cells]) => {
    const allow = bitsFor(size)
    for (const cell of cells) setBit(allow, cell)
    // The keys of a record of principals are principals.
    return [principal as PrincipalId, { allow, deny: bitsFor(size), depends: bitsFor(size) }] as const
  })
  return matrixOfRows(new Map(rows), targets, size)
}

describe('what was gained and lost', () => {
  const a = target('a', 0, ['s3:GetObject', 's3:PutObject'])
  const b = target('b', 2, ['s3:GetObject'])

  it('is counted over the same cells', () => {
    const targets = [a, b]
    const before = matrix(targets, { 'user:ana': [0, 2], 'user:ben': [1] })
    const after = matrix(targets, { 'user:ana': [0, 1], 'user:ben': [1] })
    expect(compareAccess(before, after)).toEqual({ gained: 1, lost: 1 })
  })

  it('follows a question to its new place when the cells have moved', () => {
    const before = matrix([a, b], { 'user:ana': [0, 2] })
    const moved = [target('b', 0, ['s3:GetObject']), target('a', 1, ['s3:PutObject', 's3:GetObject'])]
    expect(compareAccess(before, matrix(moved, { 'user:ana': [0, 2] }))).toEqual({ gained: 0, lost: 0 })
    expect(compareAccess(before, matrix(moved, { 'user:ana': [1] }))).toEqual({ gained: 1, lost: 2 })
  })

  it('counts what came with a principal or a target, and what went with it', () => {
    const before = matrix([a], { 'user:ana': [0] })
    const after = matrix([a, b], { 'user:ana': [0, 2], 'user:ben': [1] })
    expect(compareAccess(before, after)).toEqual({ gained: 2, lost: 0 })
    expect(compareAccess(after, before)).toEqual({ gained: 0, lost: 2 })
  })
})
