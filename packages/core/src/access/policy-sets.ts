import type { PolicyInSet } from './trace-statement.ts'

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
