import { hasWildcard, matchesWildcard, wildcard } from '../wildcard.ts'
import type { ActionFacts, ServiceEntry, ServiceReference } from './service-reference.ts'
import { actionParts } from './walk.ts'

export interface MatchedActions {
  readonly service: ServiceEntry
  readonly actions: readonly ActionFacts[]
}

/**
 * The actions of one service that a value of Action covers, in any case; `undefined` when the service is not loaded,
 * and for `*` alone. A name without wildcard gives one action or none.
 */
export function matchingActions(reference: ServiceReference, text: string): MatchedActions | undefined {
  const [prefix, name] = actionParts(text)
  const service = reference.service(prefix.toLowerCase())
  if (!service) return undefined
  const wanted = name.toLowerCase()
  if (!hasWildcard(wanted)) {
    const action = service.actions.get(wanted)
    return { service, actions: action ? [action] : [] }
  }
  let byPattern = covered.get(service)
  if (!byPattern) covered.set(service, (byPattern = new Map()))
  let actions = byPattern.get(wanted)
  if (!actions) {
    const pattern = wildcard(wanted)
    actions = [...service.actions].flatMap(([key, action]) => (matchesWildcard(pattern, key) ? [action] : []))
    byPattern.set(wanted, actions)
  }
  return { service, actions }
}

const covered = new WeakMap<ServiceEntry, Map<string, readonly ActionFacts[]>>()
