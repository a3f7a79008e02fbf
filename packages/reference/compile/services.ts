import type { ActionRow, ActionsFile, LevelLetter, ServiceFile, ServiceRow, WordsFile } from '../src/files.ts'
import type { RawAction, RawService } from './sources.ts'

/** AWS counts tagging and permissions management as writing too; what sets an action apart is the first word. */
export function levelOf(accessLevel: string): LevelLetter {
  const letter = accessLevel.charAt(0)
  if (!/^[LRWPT]$/.test(letter)) throw new Error(`unheard-of access level ${accessLevel}`)
  // One of the five, by the line above.
  return letter as LevelLetter
}

export const sortedActions = ({ actions }: RawService): readonly RawAction[] =>
  [...actions].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

export const serviceRow = ({ prefix, name, actions, resourceControl }: RawService): ServiceRow =>
  resourceControl ? [prefix, name, actions.length, 1] : [prefix, name, actions.length]

export function serviceFile(service: RawService): ServiceFile {
  const keys = service.keys.map(({ key, type }) => [key, type] as const)
  const indexOf = new Map(keys.map(([key], index) => [key.toLowerCase(), index]))
  const indexes = (names: readonly string[]) =>
    [
      ...new Set(
        names.map(name => {
          const index = indexOf.get(name.toLowerCase())
          if (index === undefined) throw new Error(`${service.prefix} lists no key ${name}`)
          return index
        }),
      ),
    ].sort((a, b) => a - b)

  const rows = new Map<string, ActionRow>()
  for (const action of sortedActions(service)) {
    const types = action.resourceTypes.map(({ name, required }) => `${name}${required ? '*' : ''}`).join(',')
    const own = [...action.conditionKeys, ...action.resourceTypes.flatMap(type => type.conditionKeys)]
    const row = [levelOf(action.accessLevel), types, indexes(own)] as const
    const key = JSON.stringify(row)
    const before = rows.get(key)?.[3]
    rows.set(key, [...row, before === undefined ? action.name : `${before} ${action.name}`])
  }
  return {
    name: service.name,
    keys,
    types: service.types.map(({ key, arn, conditionKeys = [] }) => [key, arn, indexes(conditionKeys)]),
    actions: [...rows.values()],
  }
}

/** AWS begins each sentence alike; the reader of a list can do without. */
const short = (description: string) => description.replace(/^Grants? permissions? to /, '').trim()

export const wordsFile = (service: RawService): WordsFile => ({
  actions: Object.fromEntries(
    sortedActions(service).map(({ name, description }) => [name, short(description)]),
  ),
  keys: Object.fromEntries(
    service.keys.map(({ key, description }) => [key, description.replace(/^Filters access by /, '').trim()]),
  ),
})

export function actionsFile(services: readonly RawService[]): ActionsFile {
  return Object.fromEntries(
    services.map(service => {
      const levels: Partial<Record<LevelLetter, string>> = {}
      for (const { name, accessLevel } of sortedActions(service)) {
        const level = levelOf(accessLevel)
        levels[level] = levels[level] === undefined ? name : `${levels[level]} ${name}`
      }
      return [service.prefix, levels]
    }),
  )
}
