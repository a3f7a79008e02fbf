import type { Statement } from '../policy/document.ts'
import { type Bits, bitsFor, setBit } from './bitset.ts'
import type { Cells, PreparedTarget, ReadAction } from './cells.ts'
import type { CompiledStatement } from './compile.ts'
import type { RequestContext } from './context.ts'
import { actionMatches } from './match-action.ts'
import { coverageOf, type Coverage } from './match-resource.ts'

/** The cells that a statement's Action and Resource match: for sure, or hanging on a variable nobody has told. */
export interface Reach {
  readonly sure: Bits
  /** `undefined` when there are none, which is nearly always. */
  readonly maybe: Bits | undefined
}

/** Computes reaches for one set of cells, remembering what does not change from principal to principal. */
export function createReaches(cells: Cells) {
  const known = new Map<CompiledStatement, Reach>()
  const actionHits = new Map<CompiledStatement, Map<readonly ReadAction[], readonly number[]>>()

  const hitsOf = (statement: CompiledStatement, actions: readonly ReadAction[]) => {
    let byList = actionHits.get(statement)
    if (!byList) actionHits.set(statement, (byList = new Map()))
    let hits = byList.get(actions)
    if (!hits) {
      hits = actions.flatMap((action, index) => (actionApplies(statement, action) ? [index] : []))
      byList.set(actions, hits)
    }
    return hits
  }

  const compute = (compiled: CompiledStatement, context: RequestContext): Reach => {
    const sure = bitsFor(cells.size)
    let maybe: Bits | undefined
    if (!compiled.evaluable) return { sure, maybe }
    for (const target of candidates(cells, compiled)) {
      const hits = hitsOf(compiled, target.actions)
      if (hits.length === 0) continue
      const reached = resourceReach(compiled, target, context)
      if (reached === 'none') continue
      const bits = reached === 'sure' ? sure : (maybe ??= bitsFor(cells.size))
      for (const index of hits) setBit(bits, target.target.offset + index)
    }
    return { sure, maybe }
  }

  return (compiled: CompiledStatement, context: RequestContext): Reach => {
    if (compiled.resources.some(({ end }) => end.plain === undefined)) return compute(compiled, context)
    let reach = known.get(compiled)
    if (!reach) known.set(compiled, (reach = compute(compiled, context)))
    return reach
  }
}

function actionApplies({ statement, actions }: CompiledStatement, action: ReadAction): boolean {
  if (!statement.action) return true
  const found = actions.some(value => actionMatches(value, action))
  return statement.action.not ? !found : found
}

/** The targets that the statement may reach: by its resources where they say, else by the services of its actions. */
function candidates(
  { index, byService, prepared }: Cells,
  { statement, actions, resources }: CompiledStatement,
): readonly PreparedTarget[] {
  const { action, resource } = statement
  if (resource && !resource.not && !resources.some(({ everything }) => everything)) {
    const [only, ...others] = resources
    if (only && others.length === 0) return index.reachedBy(only)
    return [...new Set(resources.flatMap(value => index.reachedBy(value)))]
  }
  if (!action || action.not || actions.some(({ everything }) => everything)) return prepared
  const services = new Set(actions.map(({ service }) => service))
  const found = [...services].map(service => byService.get(service) ?? [])
  return found.length === 1 ? (found[0] ?? []) : [...new Set(found.flat())]
}

function resourceReach(
  { statement, resources }: CompiledStatement,
  { asked }: PreparedTarget,
  context: RequestContext,
): 'sure' | 'maybe' | 'none' {
  const { resource } = statement
  if (!resource) return 'none'
  const coverages = resources.map(value => coverageOf(value, asked, context))
  return resource.not ? outside(coverages, statement) : inside(coverages, statement)
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
