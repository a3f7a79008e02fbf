import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { PoliciesFile } from './files.ts'
import { successorOf, successors } from './retired-policies.ts'

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../generated/policies.json'), 'utf8'),
) as PoliciesFile

it('whatever stands in the place of a deprecated policy is one that AWS lists, and not deprecated itself', () => {
  const listed = new Set(file.names.split(' '))
  const wrong = Object.values(successors).filter(name => !listed.has(name) || successorOf(name) !== undefined)
  expect(wrong).toEqual([])
  expect(successorOf('AWSLambdaFullAccess')).toBe('AWSLambda_FullAccess')
  expect(successorOf('constructor')).toBeUndefined()
})
