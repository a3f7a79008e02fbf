import type { RawDocument, RawService, RawStatement } from './sources.ts'
import { sortedActions } from './services.ts'

/** Every action there is, by service, in alphabetical order. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>

export const vocabularyOf = (services: readonly RawService[]): Vocabulary =>
  new Map(services.map(service => [service.prefix, sortedActions(service).map(({ name }) => name)]))

export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

export const statementsOf = ({ Statement }: RawDocument): readonly RawStatement[] => [Statement].flat()

/** The patterns here are AWS's own, in policies that AWS has published; none is a danger to a regular expression. */
const matcherOf = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  )

const remembered = new Map<string, ReadonlySet<string>>()

/** The indexes of a service's actions that a pattern covers. */
function covered(vocabulary: Vocabulary, prefix: string, name: string): ReadonlySet<string> {
  const key = `${prefix}:${name}`.toLowerCase()
  let found = remembered.get(key)
  if (!found) {
    const expression = matcherOf(name)
    found = new Set((vocabulary.get(prefix) ?? []).filter(action => expression.test(action)))
    remembered.set(key, found)
  }
  return found
}

/**
 * What a document allows of each service, whatever the resource and the conditions, less what it denies everywhere and
 * without a condition.
 */
export function allowedActions(vocabulary: Vocabulary, document: RawDocument): Map<string, Set<string>> {
  const allowed = new Map<string, Set<string>>()
  const each = (statement: RawStatement, act: (prefix: string, actions: ReadonlySet<string>) => void) => {
    if (statement.NotAction !== undefined) {
      const spared = listOf(statement.NotAction)
      for (const [prefix, names] of vocabulary) {
        const out = new Set(
          spared.flatMap(pattern => {
            const [of = '', name] = pattern.split(':')
            return pattern === '*' || (of.toLowerCase() === prefix && name !== undefined)
              ? [...covered(vocabulary, prefix, name ?? '*')]
              : []
          }),
        )
        act(prefix, new Set(names.filter(name => !out.has(name))))
      }
      return
    }
    for (const pattern of listOf(statement.Action)) {
      const [of = '', name] = pattern.split(':')
      if (of === '*') for (const [prefix, names] of vocabulary) act(prefix, new Set(names))
      else if (name !== undefined) act(of.toLowerCase(), covered(vocabulary, of.toLowerCase(), name))
    }
  }
  const statements = statementsOf(document)
  for (const statement of statements.filter(({ Effect }) => Effect === 'Allow')) {
    each(statement, (prefix, actions) => {
      const set = allowed.get(prefix) ?? new Set()
      for (const action of actions) set.add(action)
      if (set.size > 0) allowed.set(prefix, set)
    })
  }
  for (const statement of statements.filter(deniesEverywhere)) {
    each(statement, (prefix, actions) => {
      const set = allowed.get(prefix)
      for (const action of actions) set?.delete(action)
      if (set?.size === 0) allowed.delete(prefix)
    })
  }
  return allowed
}

function deniesEverywhere(statement: RawStatement): boolean {
  const { Resource, Condition } = statement as { Resource?: string | readonly string[]; Condition?: unknown }
  return statement.Effect === 'Deny' && Condition === undefined && listOf(Resource).includes('*')
}
