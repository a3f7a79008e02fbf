import { expect, it } from 'vitest'
import { compareVersions } from './compare-versions.ts'

const rows = [
  { version: 'v1', date: '2015-02-06', added: ['Allow a:Get', 'Allow a:List'] },
  { version: 'v2', date: '', added: ['Allow a:Put'], removed: ['Allow a:List'] },
  { version: 'v3', date: '', removed: ['Allow a:Put'], otherwise: true as const },
]

it('puts the changes between two versions together', () => {
  expect(compareVersions(rows, 'v1', 'v2')).toEqual({
    added: ['Allow a:Put'],
    removed: ['Allow a:List'],
    otherwise: false,
  })
  expect(compareVersions(rows, 'v1', 'v3')).toEqual({ added: [], removed: ['Allow a:List'], otherwise: true })
})

it('reads the same backwards, and finds nothing between a version and itself', () => {
  expect(compareVersions(rows, 'v2', 'v1')).toEqual({
    added: ['Allow a:List'],
    removed: ['Allow a:Put'],
    otherwise: false,
  })
  expect(compareVersions(rows, 'v3', 'v3')).toEqual({ added: [], removed: [], otherwise: false })
})
