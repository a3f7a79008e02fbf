import { remembered } from '../model/remembered.ts'
import type { CompiledStatement } from './compile.ts'
import type { KeyValue, RequestContext } from './context.ts'
import { keysIn } from './context-keys.ts'
import { traceCondition } from './match-condition.ts'
import { all } from './outcome.ts'
import {
  type AskedContext,
  type CallerContexts,
  contextBetween,
  isResourceKey,
  unknownContext,
} from './question-context.ts'
import type { ResourceContexts } from './resource-contexts.ts'
import type { Space } from './space.ts'
import { type Circumstances, type Reach, reachIn } from './statement-masks.ts'

/** The keys that a statement reads, in lower case; none: it says the same to everybody in every context. */
export const keysRead = remembered((compiled: CompiledStatement): readonly string[] =>
  sameKeys([...new Set(keysIn(compiled).map(key => key.toLowerCase()))]),
)

const keyLists = new Map<string, readonly string[]>()

/** One list for all statements that read the same keys: what is found out about it serves them all. */
function sameKeys(keys: readonly string[]): readonly string[] {
  const name = keys.join('\n')
  const known = keyLists.get(name) ?? keys
  // Typing makes new names; forgetting all at once is cheap, and happens rarely.
  if (keyLists.size >= mostKeyLists) keyLists.clear()
  keyLists.set(name, known)
  return known
}

const mostKeyLists = 1_000
const resourceKeys = remembered((keys: readonly string[]) => keys.filter(isResourceKey))

/** More contexts than this are not remembered: a statement with `${aws:username}` says another thing to everybody. */
const mostRemembered = 64

/** Values are compared as texts, in which no line ends. */
const asText = remembered((value: KeyValue) => JSON.stringify(value))

type Memory = WeakMap<Space, WeakMap<CompiledStatement, Map<string, Reach>>>

export type StatementBits = ReturnType<ReturnType<typeof createStatementBits>>

/**
 * The cells that statements match, remembered for all who ask in a context in which the keys they read are the same.
 * Other contexts of the resources are forgotten only by the statements that read them.
 */
export function createStatementBits() {
  const kept: Memory = new WeakMap()
  return (contexts: ResourceContexts) => statementBits(kept, contexts)
}

function statementBits(kept: Memory, contexts: ResourceContexts) {
  const known: Memory = new WeakMap()

  return (space: Space, compiled: CompiledStatement, caller: CallerContexts, asked: AskedContext): Reach => {
    const keys = keysRead(compiled)
    const ofResource = resourceKeys(keys).filter(key => !asked.told.has(key))
    const byContext = memoryOf(ofResource.length > 0 ? known : kept, space, compiled)
    const signature = signatureOf(keys, caller, asked)
    let reach = byContext.get(signature)
    if (reach) return reach
    if (byContext.size >= mostRemembered) byContext.clear()
    reach = reachIn(space, compiled, circumstances(compiled, caller.own, asked, ofResource))
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
        const context = contextBetween(asked, caller, own ?? unknownContext)
        byClass.set(own, (found = circumstancesIn(compiled, context)))
      }
      return found
    }
  }
}

function signatureOf(
  keys: readonly string[],
  { told, signatures }: CallerContexts,
  asked: AskedContext,
): string {
  let signature = signatures.get(keys)
  if (signature === undefined) {
    signature = [asked.missingKeys, ...keys.map(key => asText(told.valueOf(key)))].join('\n')
    signatures.set(keys, signature)
  }
  return signature
}

function memoryOf(memory: Memory, space: Space, compiled: CompiledStatement): Map<string, Reach> {
  let inSpace = memory.get(space)
  if (!inSpace) memory.set(space, (inSpace = new WeakMap()))
  let byContext = inSpace.get(compiled)
  if (!byContext) inSpace.set(compiled, (byContext = new Map()))
  return byContext
}

const circumstancesIn = ({ conditions }: CompiledStatement, context: RequestContext): Circumstances => ({
  context,
  conditions: all(conditions.map(condition => traceCondition(condition, context, '').outcome)),
})
