import { remembered } from '../model/remembered.ts'
import type { CompiledStatement } from './compile.ts'
import type { RequestContext } from './context.ts'
import { keysIn } from './context-keys.ts'
import { traceCondition } from './match-condition.ts'
import { all } from './outcome.ts'
import { type AskedContext, contextBetween, isResourceKey } from './question-context.ts'
import type { ResourceContexts } from './resource-contexts.ts'
import type { Space } from './space.ts'
import { type Circumstances, type Reach, reachIn } from './statement-masks.ts'

/** The keys that a statement reads, in lower case; none: it says the same to everybody in every context. */
export const keysRead = remembered((compiled: CompiledStatement): readonly string[] => [
  ...new Set(keysIn(compiled).map(key => key.toLowerCase())),
])

/** More contexts than this are not remembered: a statement with `${aws:username}` says another thing to everybody. */
const mostRemembered = 64

const noContext: Circumstances = {
  context: { valueOf: () => ({ state: 'unknown' }) },
  conditions: 'matched',
}

export type StatementBits = ReturnType<typeof createStatementBits>

/** The cells that statements match, remembered for all who ask in a context in which the keys they read are the same. */
export function createStatementBits(contexts: ResourceContexts) {
  const known = new WeakMap<Space, WeakMap<CompiledStatement, Map<string, Reach>>>()

  return (space: Space, compiled: CompiledStatement, caller: RequestContext, asked: AskedContext): Reach => {
    let inSpace = known.get(space)
    if (!inSpace) known.set(space, (inSpace = new WeakMap()))
    let byContext = inSpace.get(compiled)
    if (!byContext) inSpace.set(compiled, (byContext = new Map()))
    const keys = keysRead(compiled)
    const ofResource = keys.filter(key => isResourceKey(key) && !asked.told.has(key))
    const own = contextBetween(asked, caller, noContext.context)
    const signature = JSON.stringify([ofResource.length > 0 && asked.missingKeys, keys.map(own.valueOf)])
    let reach = byContext.get(signature)
    if (reach) return reach
    if (byContext.size >= mostRemembered) byContext.clear()
    reach = reachIn(space, compiled, circumstances(compiled, caller, asked, ofResource))
    byContext.set(signature, reach)
    return reach
  }

  function circumstances(
    compiled: CompiledStatement,
    caller: RequestContext,
    asked: AskedContext,
    ofResource: readonly string[],
  ): Parameters<typeof reachIn>[2] {
    const classOf = ofResource.length > 0 ? contexts.classesBy(ofResource) : () => undefined
    const byClass = new Map<RequestContext | undefined, Circumstances>()
    return target => {
      const own = classOf(target)
      let found = byClass.get(own)
      if (!found) {
        const context = contextBetween(asked, caller, own ?? noContext.context)
        byClass.set(own, (found = circumstancesIn(compiled, context)))
      }
      return found
    }
  }
}

/** The cells of a statement that reads no key. */
export const fixedReach = (space: Space, compiled: CompiledStatement): Reach =>
  reachIn(space, compiled, () => noContext)

const circumstancesIn = ({ conditions }: CompiledStatement, context: RequestContext): Circumstances => ({
  context,
  conditions: all(conditions.map(condition => traceCondition(condition, context, '').outcome)),
})
