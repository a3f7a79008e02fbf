import { expect, it } from 'vitest'
import { ago } from './ago.ts'

it('says how long ago something was, in the largest whole unit', () => {
  const now = Date.UTC(2026, 0, 31)
  const before = (seconds: number) => ago(now - seconds * 1000, now)
  expect([0, 59, 60, 3_599, 7_200, 86_400, 3 * 86_400, 15 * 86_400, 800 * 86_400].map(before)).toEqual([
    'just now',
    'just now',
    '1 minute ago',
    '59 minutes ago',
    '2 hours ago',
    'yesterday',
    '3 days ago',
    '2 weeks ago',
    '2 years ago',
  ])
})
