import type { WordsFile } from './files.ts'
import { keysOfAction, type ServiceReference } from './service-reference.ts'

/**
 * A service in the form that the linter reads: by name in lower case, each action with all keys that it carries. Without
 * `words` it has no descriptions.
 */
export function serviceFacts(service: ServiceReference, words?: WordsFile) {
  const lower = <V>(values: readonly V[], name: (value: V) => string): ReadonlyMap<string, V> =>
    new Map(values.map(value => [name(value).toLowerCase(), value]))
  return {
    prefix: service.prefix,
    name: service.name,
    actions: lower(
      service.actions.map(action => ({
        name: action.name,
        level: action.level,
        ...described(words?.actions[action.name]),
        resourceTypes: action.types.map(({ type }) => type),
        conditionKeys: keysOfAction(service, action).map(({ key }) => key),
      })),
      ({ name }) => name,
    ),
    resourceTypes: lower(
      service.types.map(({ type, arn }) => ({ name: type, arns: [arn] })),
      ({ name }) => name,
    ),
    conditionKeys: lower(
      service.keys.map(({ key, type }) => ({ key, type, ...described(words?.keys[key]) })),
      ({ key }) => key,
    ),
  }
}

const described = (description: string | undefined) => (description === undefined ? {} : { description })
