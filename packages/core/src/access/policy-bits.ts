import { addAll, type Bits } from './bitset.ts'
import type { CompiledPolicy, CompiledStatement } from './compile.ts'
import { type AskedContext, contextsOf, isResourceKey, unknownContext } from './question-context.ts'
import type { Space } from './space.ts'
import { keysRead, type StatementBits } from './statement-bits.ts'
import type { Reach } from './statement-masks.ts'

/** A policy over all cells: what it says to everybody who is asked about, and the statements that say more than that. */
export interface PolicyBits {
  readonly allow: Bits | undefined
  readonly deny: Bits | undefined
  /** Those that read a key of the caller's or the resource's own, or one that nobody tells. */
  readonly open: readonly CompiledStatement[]
  /** All keys that the policy reads, in lower case. */
  readonly reads: readonly string[]
}

interface Known {
  readonly statementBits: StatementBits
  readonly asked: AskedContext
  readonly bits: PolicyBits
}

/** Computes them once for each policy and context: a row is then little more than an OR over its policies. */
export function createPolicyBits(space: Space) {
  const known = new WeakMap<CompiledPolicy, Known>()
  return (policy: CompiledPolicy, asked: AskedContext, statementBits: StatementBits): PolicyBits => {
    const old = known.get(policy)
    const same = old?.asked === asked || old?.bits.reads.length === 0
    const sameResources = old?.statementBits === statementBits || !old?.bits.reads.some(isResourceKey)
    if (old && same && sameResources) return old.bits
    const bits = compute(policy, asked, compiled =>
      statementBits(space, compiled, contextsOf(asked, unknownContext), asked),
    )
    known.set(policy, { statementBits, asked, bits })
    return bits
  }
}

function compute(
  { statements }: CompiledPolicy,
  { told }: AskedContext,
  reachOf: (compiled: CompiledStatement) => Reach,
): PolicyBits {
  const open: CompiledStatement[] = []
  const sets: { Allow?: Bits; Deny?: Bits } = {}
  for (const compiled of statements) {
    if (!keysRead(compiled).every(key => told.has(key))) {
      open.push(compiled)
      continue
    }
    const { effect } = compiled.statement
    const { sure } = reachOf(compiled)
    const set = sets[effect]
    if (set && sure) addAll(set, sure)
    // What is remembered of a statement is not to be written to.
    else if (sure) sets[effect] = sure.slice()
  }
  return { allow: sets.Allow, deny: sets.Deny, open, reads: statements.flatMap(keysRead) }
}
