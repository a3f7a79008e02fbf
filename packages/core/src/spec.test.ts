import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const spec = readFileSync(join(import.meta.dirname, '../SPEC.md'), 'utf8')
const rules = [...spec.matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(([, id = '']) => id)
/** Ids in the names of tests: `it('[D8] …'`, also where the name stands on the next line. */
const tested = new Set(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .flatMap(
      name =>
        readFileSync(join(import.meta.dirname, name), 'utf8').match(/\bit\(\s*['"`]\[[A-Z]\d+\]/g) ?? [],
    )
    .map(start => /[A-Z]\d+/.exec(start)?.[0] ?? ''),
)

it('every rule of SPEC.md stands there once, in order', () => {
  const expected = Object.entries({ D: 14, P: 8, S: 9, M: 10, V: 8, C: 16, X: 8 }).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
  )
  expect(rules).toEqual(expected)
})

it('every rule of SPEC.md has a test named by it', () => {
  expect(rules.filter(rule => !tested.has(rule))).toEqual([])
})

it('every rule that a test names is in SPEC.md', () => {
  expect([...tested].filter(rule => !rules.includes(rule))).toEqual([])
})

it('every rule of SPEC.md names a page of the documentation, or its section does', () => {
  const withoutPage = spec
    .split(/^## /m)
    .filter(section => !/^(?:Policy variables|Conditions)/.test(section))
    .flatMap(section => section.split(/^- /m))
    .filter(entry => /^\*\*\[[A-Z]\d+\]/.test(entry))
    .filter(entry => !/`[a-z]+_[a-z_-]+`|\]\[[a-z]+\]/.test(entry))
  expect(withoutPage).toEqual([])
})
