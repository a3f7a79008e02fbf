import { splitArn } from '../arn.ts'
import type { Located } from '../policy/document.ts'
import {
  coversWildcard,
  matchesEverything,
  matchesWildcard,
  overlapsWildcard,
  type Wildcard,
  wildcard,
} from '../wildcard.ts'
import type { PolicyKind } from './policy-kind.ts'
import type { RequestContext } from './context.ts'
import type { AskedPattern, AskedResource } from './request.ts'
import { loosely, resolve, type Template, template } from './variables.ts'

/** One value of Resource or NotResource. */
export interface CompiledResource extends Located {
  readonly everything: boolean
  /** Components 1 to 5, compared without case. [X5] `undefined` where the value can match nothing. */
  readonly front: readonly Wildcard[] | undefined
  /** The sixth component, with case; the only one in which variables count. [M4, V2] */
  readonly end: Template
  readonly note: string | undefined
}

const star = wildcard('*')

export function compileResource(
  { text, at }: Located,
  kind: PolicyKind,
  variables: boolean,
): CompiledResource {
  const parts = splitArn(text)
  const everything = matchesEverything(wildcard(text))
  if (parts.length === 6) {
    const front = parts.slice(0, 5)
    const isArn = beginsLikeArn(front)
    return {
      at,
      text,
      everything,
      front: isArn ? front.map(part => wildcard(part.toLowerCase())) : undefined,
      end: template(parts[5] ?? '', variables),
      note: isArn ? undefined : 'not-an-arn',
    }
  }
  const short = everything || (beginsLikeArn(parts) && shortArnCounts(text, kind))
  return {
    at,
    text,
    everything,
    front: short ? shortFront(parts) : undefined,
    end: template('*', false),
    note: everything ? undefined : short ? 'short-arn' : 'not-an-arn',
  }
}

const beginsLikeArn = ([prefix = '']: readonly string[]): boolean => prefix.toLowerCase() === 'arn'

/** Missing parts of a short ARN are `*`. [M5] */
function shortFront(parts: readonly string[]): Wildcard[] {
  const front = parts.map(part => wildcard(part.toLowerCase()))
  return [...front, ...Array.from({ length: 5 - front.length }, () => star)]
}

/** Whether fewer than six parts mean anything depends on the kind of policy. [M5] */
function shortArnCounts(text: string, kind: PolicyKind): boolean {
  switch (kind) {
    case 'identity':
    case 'session':
    case 'boundary':
      return true
    case 'resource':
    case 'endpoint':
      return text.includes('*') || text.includes('?')
    case 'service-control':
      return text.endsWith('*')
    case 'resource-control':
    case 'trust':
      return false
  }
}

/**
 * How much of what was asked lies under a value. `unresolved`: a variable has no value; `invalid`: the value is no ARN.
 * Both match nothing, not even as NotResource. [M6, V6] `unknown`: it hangs on a key nobody has told; `unknown-miss`:
 * whatever that key holds, the value does not reach what was asked, but the key may also be absent.
 */
export type Coverage = 'all' | 'part' | 'none' | 'unresolved' | 'invalid' | 'unknown' | 'unknown-miss'

export function coverageOf(value: CompiledResource, asked: AskedResource, context: RequestContext): Coverage {
  if (value.everything) return 'all'
  if (!value.front) return 'invalid'
  // What has no resource type is asked of `*`, and only `*` covers it. [S6]
  if (asked.kind === 'none') return 'none'
  const front = asked.pattern
    ? patternFront(value.front, asked.pattern)
    : plainFront(value.front, asked.front)
  if (front === 'none') return 'none'
  const end = resolve(value.end, context)
  if (end === 'unresolved') return end
  const last = asked.parts[5]
  if (end === 'unknown') return reaches(loosely(value.end), asked) ? 'unknown' : 'unknown-miss'
  if (last === undefined) return matchesEverything(end) ? front : 'none'
  if (!asked.pattern) return matchesWildcard(end, last) ? 'all' : 'none'
  if (coversWildcard(end, asked.pattern.end)) return front
  return overlapsWildcard(end, asked.pattern.end) ? 'part' : 'none'
}

function reaches(
  pattern: Wildcard,
  { parts, pattern: asked }: Extract<AskedResource, { kind: 'arn' }>,
): boolean {
  const last = parts[5]
  if (last === undefined) return true
  return asked ? overlapsWildcard(pattern, asked.end) : matchesWildcard(pattern, last)
}

function plainFront(front: readonly Wildcard[], asked: readonly string[]): 'all' | 'none' {
  // From the account back: what differs, differs there or in the service, and hardly ever in `arn`.
  for (let at = front.length - 1; at >= 0; at--) {
    const part = front[at]
    if (part && !matchesWildcard(part, asked[at] ?? '')) return 'none'
  }
  return 'all'
}

/** Component by component: covered by all is covered, met by all is met. [M9] */
function patternFront(front: readonly Wildcard[], asked: AskedPattern): 'all' | 'part' | 'none' {
  let coverage: 'all' | 'part' = 'all'
  for (const [index, part] of front.entries()) {
    const other = asked.front[index] ?? NOTHING
    if (coversWildcard(part, other)) continue
    if (!overlapsWildcard(part, other)) return 'none'
    coverage = 'part'
  }
  return coverage
}

const NOTHING = wildcard('')
