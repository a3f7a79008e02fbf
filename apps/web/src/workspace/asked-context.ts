import type { ContextValues } from '@iam-canvas/core'

/**
 * Which request is asked about, the same for every line on the canvas: the keys that are settled, each with a value,
 * several values, or an empty list for a key that is absent. A key that is not named is unknown.
 */
export type Pins = ContextValues
export type PinnedValue = Pins[string]

export const nothingPinned: Pins = {}

export const isAbsent = (value: PinnedValue): boolean => typeof value !== 'string' && value.length === 0

/** The settled value of a key, whose letter case does not matter. [C2] */
export function pinnedValue(pins: Pins, key: string): PinnedValue | undefined {
  const name = Object.keys(pins).find(known => known.toLowerCase() === key.toLowerCase())
  return name === undefined ? undefined : pins[name]
}

/** The pins with one key settled otherwise; `undefined` makes it unknown. */
export function withPin(pins: Pins, key: string, value: PinnedValue | undefined): Pins {
  const others = Object.entries(pins).filter(([known]) => known.toLowerCase() !== key.toLowerCase())
  return Object.fromEntries(value === undefined ? others : [...others, [key, value] as const])
}

/** What is settled together with a key, since AWS never sends the one without the other. */
export interface Follows {
  readonly key: string
  readonly value: PinnedValue
  /** The key that settles it. */
  readonly from: string
}

const mfa = 'aws:MultiFactorAuthPresent'
const mfaAge = 'aws:MultiFactorAuthAge'
const address = 'aws:SourceIp'
const endpoint = 'aws:SourceVpce'
const time = 'aws:CurrentTime'
const epoch = 'aws:EpochTime'

/**
 * Keys that nobody has settled and that follow from one that somebody has.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function follows(pins: Pins): readonly Follows[] {
  const found: Follows[] = []
  const add = (key: string, value: PinnedValue, from: string) => {
    if (pinnedValue(pins, key) === undefined) found.push({ key, value, from })
  }
  const present = pinnedValue(pins, mfa)
  const age = pinnedValue(pins, mfaAge)
  if (present !== undefined && present !== 'true') add(mfaAge, [], mfa)
  if (age !== undefined && !isAbsent(age)) add(mfa, 'true', mfaAge)
  // Through an endpoint there is no public address, and with a public address there was no endpoint.
  if (hasValue(pins, endpoint)) add(address, [], endpoint)
  if (hasValue(pins, address)) add(endpoint, [], address)
  const now = pinnedValue(pins, time)
  const seconds = typeof now === 'string' ? Math.floor(Date.parse(now) / 1000) : Number.NaN
  if (Number.isFinite(seconds)) add(epoch, String(seconds), time)
  return found
}

function hasValue(pins: Pins, key: string): boolean {
  const value = pinnedValue(pins, key)
  return value !== undefined && !isAbsent(value)
}

const known = new WeakMap<Pins, ContextValues>()

/** The request as core takes it: what is pinned and what follows. The same pins give the same object again. */
export function contextOf(pins: Pins): ContextValues {
  let context = known.get(pins)
  if (!context) {
    context = { ...pins, ...Object.fromEntries(follows(pins).map(({ key, value }) => [key, value])) }
    known.set(pins, context)
  }
  return context
}
