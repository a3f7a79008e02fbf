import { expect, it } from 'vitest'
import type { AccessLine, Asked } from './access-lines.ts'
import { lineLabel } from './words-of-aws.ts'

const asks = (...actions: readonly string[]): readonly Asked[] =>
  actions.map(action => ({ action: `s3:${action}`, target: 'arn:aws:s3:::photos' }))
const among = asks('ListBucket', 'GetObject', 'GetObjectAcl', 'PutObject', 'DeleteObject')

function label(allowed: readonly Asked[], more: Partial<AccessLine> = {}): string {
  const line = { principal: 'user:ana', resource: 'resource:photos', decision: 'Allow' } as const
  return lineLabel({ id: 'access', ...line, asks: allowed, among, ...more })
}

it('a single action is named', () => {
  expect(label(asks('GetObject'))).toBe('GetObject')
})

it('levels that are meant in full come first, then those of which it is a part', () => {
  expect(label(asks('GetObject', 'GetObjectAcl'))).toBe('Read')
  expect(label(asks('GetObject', 'GetObjectAcl', 'PutObject'))).toBe('Read, some Write')
  expect(label(asks('GetObject', 'PutObject', 'DeleteObject'))).toBe('Write, some Read')
  expect(label(asks('GetObject', 'PutObject'))).toBe('Some Read, Write')
})

it('of many levels the first two are told, and how many more there are', () => {
  expect(label(asks('ListBucket', 'GetObject', 'PutObject'))).toBe('List, some Read + 1')
})

it('everything that is asked is told as such', () => {
  expect(label(among)).toBe('Full access')
  expect(label(among, { decision: 'ExplicitDeny' })).toBe('Everything')
})

it('actions whose level nobody knows are counted', () => {
  expect(label(asks('GetObject', 'FetchThing'))).toBe('2 actions')
})
