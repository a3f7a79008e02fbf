import { addAll, type Bits } from './bitset.ts'
import type { CompiledPolicy, CompiledStatement } from './compile.ts'
import type { Space } from './space.ts'
import { fixedReach, keysRead } from './statement-bits.ts'

/** A policy over all cells: what it says to everybody as two sets, and the statements that read context keys. */
export interface PolicyBits {
  readonly allow: Bits | undefined
  readonly deny: Bits | undefined
  readonly open: readonly CompiledStatement[]
  /** The keys that the open statements read, in lower case. */
  readonly reads: readonly string[]
}

/** Computes them once for each policy: a row is then little more than an OR over its policies. */
export function createPolicyBits(space: Space): (policy: CompiledPolicy) => PolicyBits {
  const known = new WeakMap<CompiledPolicy, PolicyBits>()
  return policy => {
    let bits = known.get(policy)
    if (!bits) known.set(policy, (bits = compute(space, policy)))
    return bits
  }
}

function compute(space: Space, { statements }: CompiledPolicy): PolicyBits {
  const open = statements.filter(statement => keysRead(statement).length > 0)
  const sets: { Allow?: Bits; Deny?: Bits } = {}
  for (const compiled of statements) {
    if (open.includes(compiled)) continue
    const { sure } = fixedReach(space, compiled)
    const set = sets[compiled.statement.effect]
    if (set && sure) addAll(set, sure)
    else if (sure) sets[compiled.statement.effect] = sure
  }
  return { allow: sets.Allow, deny: sets.Deny, open, reads: open.flatMap(keysRead) }
}
