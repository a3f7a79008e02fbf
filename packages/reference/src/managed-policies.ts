import type { GrantsFile, LevelLetter, PoliciesFile, ServicesFile } from './files.ts'
import { policyPaths } from './policy-paths.ts'
import { levelOfLetter } from './service-reference.ts'
import type { AccessLevel } from './service.ts'

/** An AWS managed policy as the index has it. */
export interface ManagedPolicy {
  readonly name: string
  /** Such as `/service-role/`. */
  readonly path: string
  readonly arn: string
  /** Characters of the document, without blanks. */
  readonly size: number
  readonly versions: number
  readonly allows: PolicyAllows
}

export interface PolicyAllows {
  /** Everything there is. */
  readonly everything: boolean
  /** What the policy is about first; at most a few. */
  readonly services: readonly {
    readonly prefix: string
    /** No levels: all actions of the service. */
    readonly levels: readonly AccessLevel[] | 'all'
  }[]
  /** Services that are not named. */
  readonly more: number
}

export function readPolicies(file: PoliciesFile): ManagedPolicy[] {
  const names = file.names.split(' ')
  const paths = file.paths.split(',')
  const allows = file.allows.split('\n')
  return names.map((name, index) => {
    const path = policyPaths[paths[index] ?? ''] ?? '/'
    return {
      name,
      path,
      arn: `arn:aws:iam::aws:policy${path}${name}`,
      size: file.sizes[index] ?? 0,
      versions: file.versions[index] ?? 1,
      allows: readAllows(allows[index] ?? ''),
    }
  })
}

function readAllows(text: string): PolicyAllows {
  if (text === '*') return { everything: true, services: [], more: 0 }
  const words = text === '' ? [] : text.split(' ')
  return {
    everything: false,
    services: words.flatMap(word => {
      const [prefix = '', levels] = word.split(':')
      if (levels === undefined) return []
      return [{ prefix, levels: levels === '*' ? ('all' as const) : levels.split('').map(levelOf) }]
    }),
    more: Number(words.find(word => word.startsWith('+'))?.slice(1) ?? 0),
  }
}

// The compiler writes no other letters, and a test reads every row.
const levelOf = (letter: string): AccessLevel => levelOfLetter[letter as LevelLetter]

export interface ListedService {
  readonly prefix: string
  readonly name: string
  readonly actions: number
  /** RCPs bind it. [D12] */
  readonly resourceControl: boolean
}

export const readServices = (file: ServicesFile): ListedService[] =>
  file.services.map(([prefix, name, actions, bound]) => ({
    prefix,
    name,
    actions,
    resourceControl: bound === 1,
  }))

/** What a policy allows, in a sentence: `Lists and reads in DynamoDB, and 9 more services.` */
export function allowsSentence(
  { everything, services, more }: PolicyAllows,
  nameOf: (prefix: string) => string,
): string {
  if (everything) return 'Everything in every service.'
  if (services.length === 0) return 'Allows nothing by itself.'
  const parts = services.map(
    ({ prefix, levels }) => `${nameOf(prefix)}: ${levels === 'all' ? 'everything' : levelWords(levels)}`,
  )
  if (more > 0) parts.push(`${more} more service${more === 1 ? '' : 's'}`)
  return `${parts.join('; ')}.`
}

const levelWords = (levels: readonly AccessLevel[]) =>
  levels.map(level => (level === 'Permissions management' ? 'permissions' : level.toLowerCase())).join(', ')

/** The places, in the index of policies, of those that allow the action at this place in the alphabetical order. */
export const grantingPolicies = (file: GrantsFile, action: number): number[] =>
  file.flatMap(([bits, policies]) => (hasBit(bits, action) ? policies : [])).sort((a, b) => a - b)

const hasBit = (hex: string, index: number) =>
  ((Number.parseInt(hex.charAt(index >> 2) || '0', 16) >> (3 - (index & 3))) & 1) === 1
