import type { GrantsFile, LevelLetter, PoliciesFile, VersionRow } from '../src/files.ts'
import { policyPaths } from '../src/policy-paths.ts'
import { allowedActions, listOf, statementsOf, type Vocabulary } from './allowed-actions.ts'
import { levelOf } from './services.ts'
import type { RawDocument, RawPolicy, RawService } from './sources.ts'

const levelOrder: readonly LevelLetter[] = ['L', 'R', 'W', 'T', 'P']
const mostServices = 4

export const latest = (policy: RawPolicy): RawDocument => {
  const found = policy.versions[policy.latestVersionId]
  if (!found) throw new Error(`${policy.name} lacks its version ${policy.latestVersionId}`)
  return found.document
}

const dayOf = (date: string | undefined) => date?.slice(0, 10) ?? ''

export function levelsByAction(services: readonly RawService[]): ReadonlyMap<string, LevelLetter> {
  return new Map(
    services.flatMap(({ prefix, actions }) =>
      actions.map(({ name, accessLevel }) => [`${prefix}:${name}`, levelOf(accessLevel)] as const),
    ),
  )
}

/** The services whose name a policy bears come first: it is about them, however many others it needs. */
function allows(policy: RawPolicy, vocabulary: Vocabulary, levels: ReadonlyMap<string, LevelLetter>): string {
  const allowed = allowedActions(vocabulary, latest(policy))
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const named = bare(policy.name)
  const about = (prefix: string) => (prefix.length > 2 && named.includes(bare(prefix)) ? 1 : 0)
  const services = [...allowed].sort(
    ([a, ofA], [b, ofB]) => about(b) - about(a) || ofB.size - ofA.size || (a < b ? -1 : 1),
  )
  const all = ([prefix, actions]: [string, Set<string>]) => actions.size === vocabulary.get(prefix)?.length
  if (services.length === vocabulary.size && services.every(all)) return '*'
  const words = services.slice(0, mostServices).map(([prefix, actions]) => {
    if (all([prefix, actions])) return `${prefix}:*`
    const found = new Set([...actions].map(action => levels.get(`${prefix}:${action}`)))
    return `${prefix}:${levelOrder.filter(level => found.has(level)).join('')}`
  })
  const more = services.length - mostServices
  return [...words, ...(more > 0 ? [`+${more}`] : [])].join(' ')
}

export const policiesFile = (
  policies: readonly RawPolicy[],
  vocabulary: Vocabulary,
  levels: ReadonlyMap<string, LevelLetter>,
): PoliciesFile => ({
  names: policies.map(({ name }) => name).join(' '),
  paths: policies.map(pathLetter).join(','),
  sizes: policies.map(policy => JSON.stringify(latest(policy)).length),
  versions: policies.map(({ versions }) => Object.keys(versions).length),
  allows: policies.map(policy => allows(policy, vocabulary, levels)).join('\n'),
})

function pathLetter({ arn, name }: RawPolicy): string {
  const path = arn.slice('arn:aws:iam::aws:policy'.length, -name.length)
  const letter = Object.entries(policyPaths).find(([, known]) => known === path)?.[0]
  if (letter === undefined) throw new Error(`unheard-of path of ${arn}`)
  return letter
}

function wordsOf(document: RawDocument): ReadonlySet<string> {
  return new Set(
    statementsOf(document).flatMap(({ Effect, Action, NotAction }) => [
      ...listOf(Action).map(action => `${Effect} ${action}`),
      ...listOf(NotAction).map(action => `${Effect} all but ${action}`),
    ]),
  )
}

/** What changed from each version to the next. */
export function versionRows({ versions, lastUpdatedDate }: RawPolicy): VersionRow[] {
  const number = (version: string) => Number(version.slice(1))
  const ordered = Object.entries(versions).sort(([a], [b]) => number(a) - number(b))
  const dates = trustedDates(
    ordered.map(([, { createdDate }]) => dayOf(createdDate)),
    dayOf(lastUpdatedDate),
  )
  return ordered.map(([version, { document }], index): VersionRow => {
    const date = dates[index] ?? ''
    const now = wordsOf(document)
    const before = ordered[index - 1]?.[1].document
    if (!before) return { version, date, added: [...now].sort() }
    const old = wordsOf(before)
    const added = [...now].filter(word => !old.has(word)).sort()
    const removed = [...old].filter(word => !now.has(word)).sort()
    const other = withoutActions(before) !== withoutActions(document)
    return {
      version,
      date,
      ...(added.length > 0 && { added }),
      ...(removed.length > 0 && { removed }),
      ...(other && { otherwise: true as const }),
    }
  })
}

/**
 * The package gives many a later version the day of the first. A day that is not later than those before says nothing;
 * that of the last version is the day on which the policy changed last.
 */
function trustedDates(days: readonly string[], last: string): readonly string[] {
  return days.map((day, index) => {
    if (index > 0 && index === days.length - 1) return last
    return days.slice(0, index).every(before => before < day) ? day : ''
  })
}

const withoutActions = (document: RawDocument) =>
  JSON.stringify(
    statementsOf(document).map(statement => ({ ...statement, Action: undefined, NotAction: undefined })),
  )

/** Which policies allow which actions of each service. A policy is known by its place in the index. */
export function grantsFiles(
  policies: readonly RawPolicy[],
  vocabulary: Vocabulary,
): ReadonlyMap<string, GrantsFile> {
  const files = new Map<string, Map<string, number[]>>()
  for (const [index, policy] of policies.entries()) {
    for (const [prefix, actions] of allowedActions(vocabulary, latest(policy))) {
      const names = vocabulary.get(prefix) ?? []
      const bits = hexOf(names.map(name => actions.has(name)))
      const sets = files.get(prefix) ?? new Map<string, number[]>()
      files.set(prefix, sets)
      const same = sets.get(bits)
      if (same) same.push(index)
      else sets.set(bits, [index])
    }
  }
  return new Map([...files].map(([prefix, sets]) => [prefix, [...sets]]))
}

/** Four bits a digit, the first action being the highest bit of the first digit. */
function hexOf(bits: readonly boolean[]): string {
  let hex = ''
  for (let at = 0; at < bits.length; at += 4) {
    hex += [0, 1, 2, 3].reduce((digit, bit) => digit * 2 + (bits[at + bit] ? 1 : 0), 0).toString(16)
  }
  return hex
}
