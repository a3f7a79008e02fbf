import { globalKey } from './global-keys.ts'
import type { ConditionKeyFacts, ServiceEntry, ServiceReference } from './service-reference.ts'

/**
 * What is known of a condition key: `'unknown'` when its service is loaded and has no such key, `undefined` when nobody
 * can tell, as for the keys of identity providers.
 */
export function keyFacts(
  reference: ServiceReference,
  key: string,
): ConditionKeyFacts | 'unknown' | undefined {
  const name = key.toLowerCase()
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(0, colon))
  if (prefix === 'aws') return globalKey(name) ?? 'unknown'
  const service = reference.service(prefix)
  return service && (keyIn(service, name) ?? 'unknown')
}

const patterns = new WeakMap<ServiceEntry, readonly (readonly [RegExp, ConditionKeyFacts])[]>()

function keyIn(service: ServiceEntry, name: string): ConditionKeyFacts | undefined {
  const exact = service.conditionKeys.get(name)
  if (exact) return exact
  let known = patterns.get(service)
  if (!known) {
    known = [...service.conditionKeys.values()]
      .filter(({ key }) => isOpen(key))
      .map(facts => [keyExpression(facts.key), facts] as const)
    patterns.set(service, known)
  }
  return known.find(([expression]) => expression.test(name))?.[1]
}

/** AWS writes the name of a tag as `${TagKey}`, and in some services as `tag-key`. */
const PLACEHOLDER = /\$\{[^}]*\}|(?<=\/)tag-key$/

const isOpen = (key: string): boolean => PLACEHOLDER.test(key.toLowerCase())

/** Keys that differ only in what stands for `${TagKey}` are the same key. */
export const keyExpression = (key: string): RegExp =>
  new RegExp(
    `^${key
      .toLowerCase()
      .split(PLACEHOLDER)
      .map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.+')}$`,
  )

/** Whether an action's list of keys has this one, a tag's name put in. */
export const carries = (keys: readonly string[], name: string): boolean =>
  keys.some(key => {
    const known = key.toLowerCase()
    return known === name || (isOpen(known) && keyExpression(known).test(name))
  })

/**
 * Whether a request for an action (`s3:GetObject`) can carry a condition key; `undefined` where nobody can tell: the
 * service is not loaded, has no such action, or the key is one that AWS carries for every service. [C15]
 */
export function carriedBy(reference: ServiceReference, action: string, key: string): boolean | undefined {
  const [prefix = '', actionName = ''] = action.toLowerCase().split(':')
  const known = reference.service(prefix)?.actions.get(actionName)
  const name = key.toLowerCase()
  if (!known || !(name.startsWith(`${prefix}:`) || isOfRequest(name))) return undefined
  return carries(known.conditionKeys, name)
}

/** The tags that a request brings along: AWS carries them only where an action sets tags. */
export const isOfRequest = (name: string): boolean =>
  name.startsWith('aws:requesttag/') || name === 'aws:tagkeys'
