import { serviceLabel } from '@iam-canvas/reference'
import { type ActionsFile, type AccessLevel, levelOfLetter } from '@iam-canvas/reference/compiled'

/** An action in the list of all of them. */
export interface ListedAction {
  readonly prefix: string
  /** Without the prefix. */
  readonly name: string
  readonly level: AccessLevel
}

interface Entry {
  readonly action: ListedAction
  /** `s3:getobject`. */
  readonly full: string
  readonly service: string
  /** Of a service that people use every day. */
  readonly everyday: boolean
}

export type ActionIndex = readonly Entry[]

/** Every action of every service, ready to be searched. */
export function actionIndex(
  file: ActionsFile,
  services: readonly { readonly prefix: string; readonly name: string }[],
): ActionIndex {
  return services.flatMap(({ prefix, name: service }) =>
    Object.entries(file[prefix] ?? {}).flatMap(([letter, names]) =>
      names.split(' ').map(name => ({
        action: { prefix, name, level: levelOfLetter[letter as keyof typeof levelOfLetter] },
        full: `${prefix}:${name}`.toLowerCase(),
        service: service.toLowerCase(),
        everyday: serviceLabel(prefix) !== prefix,
      })),
    ),
  )
}

/** What each action is for, by service and name; absent until it is loaded. */
export type ActionWords = Readonly<Record<string, Readonly<Record<string, string>>>>

const wordsOf = ({ action }: Entry, words: ActionWords | undefined): string | undefined =>
  words?.[action.prefix]?.[action.name]

export interface FoundActions {
  readonly actions: readonly ListedAction[]
  /** How many there are, of which `actions` are the nearest. */
  readonly total: number
}

/**
 * The actions that have every typed word in their name, their service, their level or their description. What has the
 * words in its name comes first, and among equals the everyday services, then shorter names.
 */
export function searchActions(
  index: ActionIndex,
  words: ActionWords | undefined,
  { query, level, most }: { readonly query: string; readonly level: string; readonly most: number },
): FoundActions {
  const typed = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found: { readonly entry: Entry; readonly rank: number }[] = []
  for (const entry of index) {
    if (level !== '' && entry.action.level !== level) continue
    const rank = rankOf(entry, typed, words)
    if (rank !== undefined) found.push({ entry, rank })
  }
  if (typed.length > 0)
    found.sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(b.entry.everyday) - Number(a.entry.everyday) ||
        a.entry.full.length - b.entry.full.length,
    )
  return { actions: found.slice(0, most).map(({ entry }) => entry.action), total: found.length }
}

/** The smaller, the nearer; `undefined` where a word is missing. */
function rankOf(entry: Entry, typed: readonly string[], words: ActionWords | undefined): number | undefined {
  let rank = 0
  let text: string | undefined
  for (const word of typed) {
    const at = entry.full.indexOf(word)
    if (at === 0 || at === entry.action.prefix.length + 1) {
      rank += entry.full.length === at + word.length ? 0 : 1
      continue
    }
    if (at > 0) {
      rank += 2
      continue
    }
    if (entry.service.includes(word)) {
      rank += 3
      continue
    }
    text ??= `${entry.action.level} ${wordsOf(entry, words) ?? ''}`.toLowerCase()
    if (!text.includes(word)) return undefined
    rank += 6
  }
  return rank
}
