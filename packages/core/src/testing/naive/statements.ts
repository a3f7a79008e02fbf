import type { AuthorizeInput } from '../../access/authorize.ts'
import { conditionsHold } from './conditions.ts'
import { listOf, type NaiveDocument, type NaiveStatement } from './document.ts'
import { type Maybe, and } from './maybe.ts'
import { type NaiveCaller, type Row, rowsOf } from './principals.ts'
import { arnParts, covers, meets, pattern, type Symbols } from './symbols.ts'
import { type NaiveContext, substituted, whatever } from './values.ts'

export type NaiveKind =
  | 'identity'
  | 'boundary'
  | 'session'
  | 'resource'
  | 'trust'
  | 'endpoint'
  | 'scp'
  | 'rcp'

export interface Asked {
  readonly request: AuthorizeInput['request']
  readonly caller: NaiveCaller
  readonly context: NaiveContext
  readonly hasBoundary: boolean
}

export interface Applied {
  readonly effect: 'Allow' | 'Deny'
  readonly matches: Maybe
  /** Only a part of what was asked lies under it. [M9] */
  readonly partial: boolean
  readonly rows: readonly Row[]
}

/** Every statement of a document held against the request. */
export const applied = ({ version, statements }: NaiveDocument, kind: NaiveKind, asked: Asked): Applied[] =>
  statements.map(statement => {
    const rows = rowsOf(statement, asked.caller, asked.hasBoundary)
    const needsPrincipal = kind === 'resource' || kind === 'trust' || kind === 'rcp'
    const hasPrincipal = statement.Principal !== undefined || statement.NotPrincipal !== undefined
    // NotPrincipal has no place in a trust policy. [P6]
    const misplaced = kind === 'trust' && statement.NotPrincipal !== undefined
    const principal: Maybe = hasPrincipal || needsPrincipal ? !misplaced && rows.length > 0 : true
    const resource = resourceMatches(statement, kind, version === '2012-10-17', asked)
    return {
      effect: statement.Effect,
      matches: and([
        principal,
        actionMatches(statement, asked),
        resource.matches,
        conditionsHold(statement, version, asked.context),
      ]),
      partial: resource.partial,
      rows,
    }
  })

function actionMatches({ Action, NotAction }: NaiveStatement, { request }: Asked): boolean {
  const one = (value: string): boolean => {
    if (value === '*' || value === '*:*') return true
    if (/\s/.test(value) || !value.includes(':')) return false
    const [prefix = '', name = ''] = split(value)
    const [service = '', action = ''] = split(request.action)
    // A wildcard in the prefix is compared as a character, which no service has. [M1]
    return prefix === service && covers(pattern(name), action.split(''))
  }
  return Action !== undefined ? listOf(Action).some(one) : !listOf(NotAction).some(one)
}

const split = (action: string): string[] => {
  const [prefix = '', ...rest] = action.toLowerCase().split(':')
  return [prefix, rest.join(':')]
}

interface Reach {
  readonly matches: Maybe
  readonly partial: boolean
}

type Coverage = 'all' | 'part' | 'none' | 'bad' | 'maybe' | 'hardly'

function resourceMatches(
  statement: NaiveStatement,
  kind: NaiveKind,
  variables: boolean,
  asked: Asked,
): Reach {
  const { Resource, NotResource } = statement
  if (Resource === undefined && NotResource === undefined)
    return { matches: kind === 'resource' || kind === 'trust', partial: false }
  const found = listOf(Resource ?? NotResource).map(value => coverage(value, kind, variables, asked))
  const has = (one: Coverage) => found.includes(one)
  if (Resource !== undefined) {
    if (has('all')) return { matches: true, partial: false }
    // For a Deny a part is no denial, and what is not known may still cover the whole. [M9]
    if (has('part') && !(statement.Effect === 'Deny' && has('maybe'))) return { matches: true, partial: true }
    return { matches: has('maybe') ? 'maybe' : false, partial: false }
  }
  if (has('all') || has('bad')) return { matches: false, partial: false }
  if (has('maybe') || has('hardly')) return { matches: 'maybe', partial: false }
  return { matches: true, partial: has('part') }
}

function coverage(value: string, kind: NaiveKind, variables: boolean, { request, context }: Asked): Coverage {
  if (/^\*+$/.test(value)) return 'all'
  const parts = arnParts(value)
  if (parts.length < 6 && !shortCounts(value, kind)) return 'bad'
  if (parts[0]?.toLowerCase() !== 'arn') return 'bad'
  const whole = [...parts, ...Array.from({ length: 6 - parts.length }, () => '*')]
  const target = targetOf(request)
  if (!target) return 'none'
  // Short ARNs end in a star that was never written, so there is no variable in it.
  const last = parts.length < 6 ? pattern('*') : substituted(parts[5] ?? '', variables, true, context)
  const front = whole.slice(0, 5).map(part => pattern(part.toLowerCase()))
  const asked = target.slice(0, 5).map(part => pattern(part.toLowerCase()))
  if (front.some((part, index) => !meets(part, asked[index] ?? []))) return 'none'
  if (last === 'none') return 'bad'
  const end = pattern(target[5] ?? '')
  // Whatever the key holds it does not reach there; but without the key the value means nothing at all. [V6]
  if (last === 'maybe') return meets(whatever(parts[5] ?? ''), end) ? 'maybe' : 'hardly'
  if (!meets(last, end)) return 'none'
  const all = covers(last, end) && front.every((part: Symbols, index) => covers(part, asked[index] ?? []))
  return all ? 'all' : 'part'
}

/** [M5] */
function shortCounts(value: string, kind: NaiveKind): boolean {
  if (kind === 'identity' || kind === 'session' || kind === 'boundary') return true
  if (kind === 'resource' || kind === 'endpoint') return /[*?]/.test(value)
  return kind === 'scp' && value.endsWith('*')
}

/** The six parts of what is asked about; none for an action without resource types, and for what is no ARN. [S6] */
function targetOf({ resource, facts }: Asked['request']): readonly string[] | undefined {
  if (facts?.wildcardOnlyAction === true) return undefined
  if (resource !== '*') {
    const parts = arnParts(resource)
    return parts.length === 6 && parts[0]?.toLowerCase() === 'arn' ? parts : undefined
  }
  return facts?.wildcardOnlyAction === false ? ['arn', '*', '*', '*', '*', '*'] : undefined
}
