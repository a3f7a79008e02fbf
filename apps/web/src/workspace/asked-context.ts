import type { ContextValues } from '@iam-canvas/core'

/** What is settled about a context key; a key that is not among the pins is unknown. */
export type Pin = { readonly state: 'absent' } | { readonly state: 'value'; readonly value: string }

/** Which request is asked about: the same for every line on the canvas. */
export type Pins = Readonly<Record<string, Pin>>

export const nothingPinned: Pins = {}

const known = new WeakMap<Pins, ContextValues>()

/** The pins as core takes them: an empty list is a key that is absent. The same pins give the same object again. */
export function contextOf(pins: Pins): ContextValues {
  let context = known.get(pins)
  if (!context) {
    context = Object.fromEntries(
      Object.entries(pins).map(([key, pin]) => [key, pin.state === 'absent' ? [] : valuesOf(key, pin.value)]),
    )
    known.set(pins, context)
  }
  return context
}

const several = /^(?:aws:TagKeys|aws:PrincipalOrgPaths|aws:ResourceOrgPaths|aws:CalledVia)$/i

/** Keys that hold several values take them with commas between. */
const valuesOf = (key: string, value: string): string | string[] =>
  several.test(key) ? value.split(',').map(part => part.trim()) : value
