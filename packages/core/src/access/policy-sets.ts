import { parsedPolicy } from '../policy/parsed-policy.ts'
import { type CompiledPolicy, compilePolicy } from './compile.ts'
import type { PolicyKind } from './policy-kind.ts'

/** A policy in one of the sets that bear on a request. `via` tells who lent it: a group, an OU. */
export interface PolicyInSet {
  readonly id: string
  readonly compiled: CompiledPolicy
  readonly via: readonly string[]
}

export const policyIn = (
  kind: PolicyKind,
  id: string,
  text: string,
  via: readonly string[] = [],
): PolicyInSet => ({ id, compiled: compilePolicy(parsedPolicy(text), kind), via })

/** One level of an organization with its control policies: the root, an OU, the account. */
export interface ControlLevel {
  readonly level: string
  readonly policies: readonly PolicyInSet[]
}

/** Every policy that bears on a request, by the set it is in. An absent set does not take part. */
export interface PolicySets {
  readonly identity: readonly PolicyInSet[]
  readonly boundary?: PolicyInSet
  readonly session?: readonly PolicyInSet[]
  /** The resource-based policy of the target: for AssumeRole, the trust policy. */
  readonly resource?: PolicyInSet
  readonly endpoint?: readonly PolicyInSet[]
  /** Absent: the caller's account is in no organization, or SCPs are off. [D10] */
  readonly serviceControl?: readonly ControlLevel[]
  readonly resourceControl?: readonly ControlLevel[]
}
