import { documentsOf } from '@iam-canvas/core'
import { describe, expect, it } from 'vitest'
import { readCanvasFile, writeCanvasFile } from '../canvas-file/canvas-file.ts'
import { bigDump, bigDumpText } from '../testing/big-dump.ts'
import { group, imported, user } from '../testing/import-dump.ts'
import { readAccountDump } from './read-account-dump.ts'

describe('large accounts', () => {
  it('500 users, 300 roles and 800 policies come in whole, and survive being saved', () => {
    const seen: number[] = []
    const result = readAccountDump(bigDumpText(), { onProgress: done => seen.push(done) })
    if (!result.ok) throw new Error(result.problem.message)
    expect(result.report.counts).toMatchObject({
      users: 500,
      groups: 60,
      roles: 300,
      customerManagedPolicies: 800,
    })
    expect(seen).toEqual([500, 1000, 1500, 1660])
    expect(documentsOf(result.model).length).toBeGreaterThan(1100)
    const again = readCanvasFile(writeCanvasFile({ model: result.model }, 'test'))
    expect(again).toMatchObject({ ok: true, notes: [] })
    expect(again.ok && JSON.stringify(again.value.model)).toBe(JSON.stringify(result.model))
  })

  it('the same seed gives the same account', () => {
    expect(bigDump({ users: 5 }, 7)).toEqual(bigDump({ users: 5 }, 7))
    expect(bigDump({ users: 50 }, 7)).not.toEqual(bigDump({ users: 50 }, 8))
  })

  it('100,000 users are read', () => {
    const users = Array.from({ length: 100_000 }, (_, at) => user(`u${at}`, { GroupList: ['g'] }))
    expect(imported({ UserDetailList: users, GroupDetailList: [group('g')] }).report.counts.users).toBe(
      100_000,
    )
  })
})
