import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lintedFolder, lintedManagedPolicies } from './linted-corpus.ts'

const root = join(import.meta.dirname, '..')
const corpus = join(process.env['IAM_CANVAS_CORPUS'] ?? '', 'policies')
const there = process.env['IAM_CANVAS_CORPUS'] !== undefined && existsSync(corpus)

/** Errors in AWS's own managed policies that are true: policy and code, with the reason. None is known today. */
const TRUE_ERRORS: readonly (readonly [policy: string, code: string, reason: string])[] = []

it('no error is found in a policy of AWS that is not one', () => {
  let policies = 0
  const errors: string[] = []
  for (const { name, findings } of lintedManagedPolicies(root)) {
    policies++
    for (const { code, severity, message } of findings) {
      const known = TRUE_ERRORS.some(([policy, error]) => policy === name && error === code)
      if (severity === 'error' && !known) errors.push(`${name} ${code}: ${message}`)
    }
  }
  expect(errors).toEqual([])
  expect(policies).toBeGreaterThan(1_000)
})

it.skipIf(!there)('published policies are linted, each finding in its text', () => {
  let policies = 0
  for (const { name, text, findings } of lintedFolder(root, corpus)) {
    policies++
    for (const { range, code } of findings) {
      expect(range.from >= 0 && range.from <= range.to && range.to <= text.length, `${name} ${code}`).toBe(
        true,
      )
    }
  }
  expect(policies).toBeGreaterThan(300)
})

it.skipIf(!there)('the mistakes that published policies are known for are found', () => {
  const codes = new Set(
    [...lintedFolder(root, corpus)].flatMap(({ findings }) => findings.map(({ code }) => code)),
  )
  for (const code of [
    'unknown-element',
    'missing-version',
    'old-version',
    'unknown-action',
    'wildcard-only-action',
    'pass-any-role',
    'placeholder',
  ]) {
    expect(codes, code).toContain(code)
  }
})
