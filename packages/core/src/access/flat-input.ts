import type { ContextValues } from './context.ts'

/**
 * The flat entry is driven by scripts and files too, so what TypeScript promises may not hold. These read any JSON as
 * what it has to be; what has the wrong shape counts as missing.
 */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

export const asList = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]).filter(isObject) : []

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Numbers and booleans stand for their text, as they do in a policy; anything else is no value. */
export function asContext(context: unknown): ContextValues {
  if (!isObject(context) || Array.isArray(context)) return {}
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]: [string, unknown]) => {
      const values = Array.isArray(value) ? value.flatMap(asScalar) : asScalar(value)[0]
      return values === undefined ? [] : [[key, values]]
    }),
  )
}

function asScalar(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [String(value)]
    : []
}

/** Whether a value would be the same JSON text as its copy, down to the order of its keys. */
export function isUnchanged(value: unknown, copy: unknown): boolean {
  if (value === copy) return true
  if (typeof value !== 'object' || typeof copy !== 'object' || !value || !copy) return false
  if (Array.isArray(value) !== Array.isArray(copy)) return false
  const names = Object.keys(value)
  const copied = Object.keys(copy)
  if (names.length !== copied.length) return false
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as keyof typeof value
    if (name !== copied[at] || !isUnchanged(value[name], copy[name])) return false
  }
  return true
}
