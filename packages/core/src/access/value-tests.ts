import { splitArn } from '../arn.ts'
import { ANY, matchesWildcard, ONE, type Wildcard } from '../wildcard.ts'
import { inRange } from './ip.ts'
import type { Comparison, Operator } from './operators.ts'

/** What comparing one value of the request with one of the policy gives. `invalid`: one of them is not of that type. */
export type Compared = boolean | 'invalid'

/** Compares by the operator's type, always as the positive operator; negation is the caller's. [C7–C13] */
export function compareValues({ test, comparison }: Operator, asked: string, policy: Wildcard): Compared {
  switch (test) {
    case 'string':
      return matchesWildcard(policy, asked)
    case 'string-ignore-case':
      return textOf(policy).toLowerCase() === asked.toLowerCase()
    case 'string-like':
      return matchesWildcard(policy, asked)
    case 'numeric':
      return compareNumbers(comparison, numberOf(asked), numberOf(textOf(policy)))
    case 'date':
      return compareNumbers(comparison, dateOf(asked), dateOf(textOf(policy)))
    case 'bool':
      return isTrue(asked) === isTrue(textOf(policy))
    case 'binary':
      return compareBinary(asked, textOf(policy))
    case 'ip':
      return inRange(asked, textOf(policy))
    case 'arn':
      return compareArns(asked, policy)
    case 'null':
      return 'invalid'
  }
}

/** The pattern's text; wildcards in it stand as they were written. */
const textOf = ({ units }: Wildcard): string =>
  units.map(unit => (unit === ANY ? '*' : unit === ONE ? '?' : String.fromCharCode(unit))).join('')

/** Anything that is not `true` counts as false. [C10] */
const isTrue = (text: string) => text.toLowerCase() === 'true'

function compareNumbers(
  comparison: Comparison,
  asked: number | undefined,
  policy: number | undefined,
): Compared {
  if (asked === undefined || policy === undefined) return 'invalid'
  switch (comparison) {
    case '=':
      return asked === policy
    case '<':
      return asked < policy
    case '<=':
      return asked <= policy
    case '>':
      return asked > policy
    case '>=':
      return asked >= policy
  }
}

/** Integers and decimals; `10abc` is no number. [C8] */
export const numberOf = (text: string): number | undefined =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : undefined

const isoDate =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?$/i

/** Milliseconds since 1970, from ISO 8601 or from epoch seconds. [C9] */
export function dateOf(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^-?\d+(?:\.\d+)?$/.test(trimmed) && !/^\d{4}$/.test(trimmed)) return Number(trimmed) * 1000
  if (/^\d{4}$/.test(trimmed)) return Date.UTC(Number(trimmed), 0)
  const parts = isoDate.exec(trimmed)
  if (!parts) return undefined
  const [, year, month, day = '01', hour = '0', minute = '0', second = '0', fraction = '', zone] = parts
  const fields = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = fields
  const utc = Date.UTC(y, m - 1, d, h, min, s)
  // The calendar would carry the 30th of February over to March, and a 75th minute to the next hour.
  const read = new Date(utc)
  const kept = [
    read.getUTCFullYear() === y,
    read.getUTCMonth() === m - 1,
    read.getUTCDate() === d,
    read.getUTCHours() === h,
    read.getUTCMinutes() === min,
    read.getUTCSeconds() === s,
  ]
  if (kept.includes(false)) return undefined
  return utc + Number(`0.${fraction || '0'}`) * 1000 - offsetOf(zone)
}

function offsetOf(zone: string | undefined): number {
  const parts = zone && /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!parts) return 0
  const minutes = Number(parts[2]) * 60 + Number(parts[3])
  return (parts[1] === '-' ? -minutes : minutes) * 60_000
}

/** The bytes are what counts, and base64 spells them with or without padding. [C11] */
function compareBinary(asked: string, policy: string): Compared {
  const valid = /^[A-Za-z0-9+/]*={0,2}$/
  if (!valid.test(asked) || !valid.test(policy)) return 'invalid'
  return asked.replace(/=+$/, '') === policy.replace(/=+$/, '')
}

const COLON = 58

/** Six components, each with wildcards that stay inside it. [C13] */
function compareArns(asked: string, policy: Wildcard): Compared {
  const askedParts = splitArn(asked)
  const policyParts = splitUnits(policy.units)
  if (askedParts.length < 6 || askedParts[0] !== 'arn' || policyParts.length < 6) return 'invalid'
  return policyParts.every((units, index) =>
    matchesWildcard({ units, literal: false }, askedParts[index] ?? ''),
  )
}

/** Split as units and not as text: a literal star, out of a tag, must not become a wildcard on the way. [V7] */
function splitUnits(units: readonly number[]): (readonly number[])[] {
  const parts: number[][] = [[]]
  for (const unit of units) {
    if (unit === COLON && parts.length < 6) parts.push([])
    else parts.at(-1)?.push(unit)
  }
  return parts
}
