import type { Located } from '@iam-canvas/core'
import { matchingActions, type ServiceEntry } from '@iam-canvas/core/lint'

export interface ActionRow {
  readonly name: string
  readonly description: string
  /** In the list by its own name, so that it can be taken out. */
  readonly own: string | undefined
  /** A wider pattern of the list covers it. */
  readonly coveredBy: string | undefined
}

export interface LevelRows {
  readonly level: string
  readonly rows: readonly ActionRow[]
}

const LEVELS = ['List', 'Read', 'Write', 'Tagging', 'Permissions management']

/** The actions of a service by access level, each with whether and how the list names it. */
export function actionRows(service: ServiceEntry, values: readonly Located[]): readonly LevelRows[] {
  const reference = { prefixes: undefined, service: () => service }
  const own = new Map<string, string>()
  const covered = new Map<string, string>()
  for (const { text } of values) {
    const prefix = text.split(':', 1)[0]?.toLowerCase()
    if (text !== '*' && prefix !== service.prefix) continue
    if (text !== '*' && !/[*?]/.test(text)) {
      own.set(text.slice(text.indexOf(':') + 1).toLowerCase(), text)
      continue
    }
    const actions =
      text === '*' ? [...service.actions.values()] : (matchingActions(reference, text)?.actions ?? [])
    for (const { name } of actions) covered.set(name.toLowerCase(), text)
  }
  const byLevel = new Map<string, ActionRow[]>()
  for (const [key, { name, level, description = '' }] of service.actions) {
    const rows = byLevel.get(level) ?? []
    byLevel.set(level, rows)
    rows.push({ name, description, own: own.get(key), coveredBy: covered.get(key) })
  }
  return [...byLevel]
    .sort((a, b) => LEVELS.indexOf(a[0]) - LEVELS.indexOf(b[0]))
    .map(([level, rows]) => ({ level, rows: rows.sort((a, b) => (a.name < b.name ? -1 : 1)) }))
}
