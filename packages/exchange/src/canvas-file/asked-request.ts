import type { ContextValues } from '@iam-canvas/core'
import { entriesOf } from './canvas-layout.ts'

/** More than any request has; a file with more was made to do harm. */
const MOST_KEYS = 200
const MOST_VALUES = 100
const LONGEST_KEY = 256
const LONGEST_VALUE = 2048

/**
 * The context keys that a file says its request has: a text is a value, a list several, an empty list none. Whatever is
 * neither is left out: who reads the file can ask again.
 */
export function requestFrom(value: unknown): ContextValues | undefined {
  const seen = new Set<string>()
  const keys = entriesOf(value).filter((entry): entry is [string, string | string[]] => {
    const [key, given] = entry
    if (!isKey(key) || seen.has(key.toLowerCase())) return false
    if (!isValue(given) && !(Array.isArray(given) && given.length <= MOST_VALUES && given.every(isValue)))
      return false
    seen.add(key.toLowerCase())
    return true
  })
  return keys.length > 0 ? Object.fromEntries(keys.slice(0, MOST_KEYS)) : undefined
}

/** `aws:SourceIp`, `aws:PrincipalTag/team name` */
const isKey = (key: string): boolean => key.length <= LONGEST_KEY && /^[a-z0-9][\w-]*:[^\p{Cc}]+$/iu.test(key)

const isValue = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_VALUE
