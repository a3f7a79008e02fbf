import type { Statement } from '../policy/document.ts'
import { type Bits, hasBit, setBit } from './bitset.ts'
import type { PreparedTarget, ReadAction } from './cells.ts'
import type { CompiledStatement } from './compile.ts'
import type { RequestContext } from './context.ts'
import { actionMatches } from './match-action.ts'
import { coverageOf, type Coverage } from './match-resource.ts'
import type { Space } from './space.ts'
import type { Outcome } from './trace.ts'

/** The cells that a statement matches: for sure, or hanging on context. `undefined` where there are none. */
export interface Reach {
  readonly sure: Bits | undefined
  readonly maybe: Bits | undefined
}

/** What a target adds to a request, as far as the statement asks: the context, and how the conditions come out in it. */
export interface Circumstances {
  readonly context: RequestContext
  readonly conditions: Outcome
}

const NOWHERE: Reach = { sure: undefined, maybe: undefined }

/** Goes through the targets that a statement may reach, in the circumstances that each of them is asked in. */
export function reachIn(
  { from, words, mask, resourceOptional, candidates }: Space,
  compiled: CompiledStatement,
  circumstancesOf: (target: PreparedTarget) => Circumstances,
): Reach {
  if (!compiled.evaluable) return NOWHERE
  const withoutResource = resourceOptional ? 'sure' : 'none'
  const hitsBy = new Map<readonly ReadAction[], readonly number[]>()
  let sure: Bits | undefined
  let maybe: Bits | undefined
  for (const prepared of candidates(compiled)) {
    const { target, actions } = prepared
    let hits = hitsBy.get(actions)
    if (!hits) hitsBy.set(actions, (hits = hitsIn(compiled, actions)))
    if (hits.length === 0) continue
    const { context, conditions } = circumstancesOf(prepared)
    if (conditions === 'failed' || conditions === 'unevaluated') continue
    const reached = compiled.statement.resource ? resourceReach(compiled, prepared, context) : withoutResource
    if (reached === 'none') continue
    const certain = reached === 'sure' && conditions === 'matched'
    const bits = certain ? (sure ??= new Uint32Array(words)) : (maybe ??= new Uint32Array(words))
    for (const index of hits) {
      const cell = target.offset + index
      if (!mask || hasBit(mask, cell - from * 32)) setBit(bits, cell - from * 32)
    }
  }
  return { sure, maybe }
}

function hitsIn(compiled: CompiledStatement, actions: readonly ReadAction[]): readonly number[] {
  return actions.flatMap((action, index) => (actionApplies(compiled, action) ? [index] : []))
}

function actionApplies({ statement, actions }: CompiledStatement, action: ReadAction): boolean {
  if (!statement.action) return true
  const found = actions.some(value => actionMatches(value, action))
  return statement.action.not ? !found : found
}

function resourceReach(
  { statement, resources }: CompiledStatement,
  { asked }: PreparedTarget,
  context: RequestContext,
): 'sure' | 'maybe' | 'none' {
  const coverages = resources.map(value => coverageOf(value, asked, context))
  return statement.resource?.not ? outside(coverages, statement) : inside(coverages, statement)
}

/** A Deny counts only where it covers all that was asked, an Allow also where it covers a part. [M9] */
function inside(coverages: readonly Coverage[], { effect }: Statement): 'sure' | 'maybe' | 'none' {
  if (coverages.includes('all')) return 'sure'
  if (coverages.includes('part'))
    return effect === 'Allow' ? 'sure' : coverages.includes('unknown') ? 'maybe' : 'none'
  return coverages.includes('unknown') ? 'maybe' : 'none'
}

function outside(coverages: readonly Coverage[], { effect }: Statement): 'sure' | 'maybe' | 'none' {
  if (coverages.some(coverage => coverage === 'all' || coverage === 'unresolved' || coverage === 'invalid'))
    return 'none'
  if (coverages.some(coverage => coverage === 'unknown' || coverage === 'unknown-miss')) return 'maybe'
  return coverages.includes('part') && effect === 'Deny' ? 'none' : 'sure'
}
