import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exports } from '../package.json' with { type: 'json' }
import { describe } from './explanation/describe.ts'
import { expectMarks, marksOf } from './testing/expect-marks.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const marked = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const text = marked.replaceAll(/[«»]/g, '')
const context = { 'aws:SecureTransport': 'true' }

it('the example of the README lights up as it says', () => {
  expectMarks(marked, 's3:GetObject', { context })
  expect(describe(marksOf(text, 's3:GetObject', { context }).explanation, () => '`Read`').reason).toBe(
    '`Read` allows it, and nothing denies it.',
  )
})

it('the example is a near miss for another bucket, and depends on its key where that is unknown', () => {
  const elsewhere = marksOf(text, 's3:GetObject', { context, resource: 'arn:aws:s3:::payroll/x' })
  expect(elsewhere.explanation.nearMisses.map(({ failed }) => failed)).toEqual([['Resource']])
  const open = marksOf(text, 's3:GetObject', { missingKeys: 'unknown' })
  expect(open.explanation.decision).toBe('DependsOnContext')
  expect(open.explanation.dependsOn.map(({ key }) => key)).toEqual(['aws:SecureTransport'])
})

it('the entries that the README names are public', async () => {
  const entries: object[] = await Promise.all(
    Object.values(exports).map(async file => import(/* @vite-ignore */ `../${file}`) as Promise<object>),
  )
  const table = readme.slice(readme.indexOf('## Entries'), readme.indexOf('## Three values'))
  const names = table
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => [...(line.split(' | ')[0] ?? '').matchAll(/`(\w+)/g)].map(([, name = '']) => name))
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter(name => !entries.some(entry => name in entry))).toEqual([])
})
