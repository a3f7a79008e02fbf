import type { JsonPointer } from '../policy/document.ts'

/** What AWS answers, or that it hangs on context keys nobody has given. */
export type Decision = 'Allow' | 'ExplicitDeny' | 'ImplicitDeny' | 'DependsOnContext'

/**
 * Did this element, statement or pattern match? `depends`: it hangs on a context key that is not known. [C16]
 * `unevaluated`: it cannot be read (a half-typed statement, an unknown operator); it never counts as an allow.
 */
export type Outcome = 'matched' | 'failed' | 'depends' | 'unevaluated'

/** A place in a policy text: the id the caller gave the policy, and a JSON pointer into its document. */
export interface Place {
  readonly policyId: string
  readonly at: JsonPointer
}

/** One value of Action, Resource, Principal or Condition, held against the request. */
export interface PatternTrace extends Place {
  readonly text: string
  readonly outcome: Outcome
  /** Only a part of what was asked lies under this pattern. [M9] */
  readonly partial?: true
  /** Why, where the pattern alone does not show it: a code of the message catalogue. */
  readonly note?: string
}

export interface ConditionTrace extends Place {
  readonly operator: string
  readonly key: string
  readonly outcome: Outcome
  /** The request's values; `absent` or `unknown` where it has none. [C3, C16] */
  readonly requested: readonly string[] | 'absent' | 'unknown'
  readonly values: readonly PatternTrace[]
  readonly note?: string
}

export type ElementName =
  | 'Principal'
  | 'NotPrincipal'
  | 'Action'
  | 'NotAction'
  | 'Resource'
  | 'NotResource'
  | 'Condition'

export interface ElementTrace extends Place {
  readonly element: ElementName
  readonly outcome: Outcome
  readonly partial?: true
  readonly patterns: readonly PatternTrace[]
  /** Only for `Condition`: one entry for each operator and key. */
  readonly conditions: readonly ConditionTrace[]
  readonly note?: string
}

export interface StatementTrace extends Place {
  readonly sid?: string
  readonly effect: 'Allow' | 'Deny'
  readonly outcome: Outcome
  readonly partial?: true
  readonly elements: readonly ElementTrace[]
}

export interface PolicyTrace {
  readonly policyId: string
  /** How the policy reached the request: ids of groups, OUs or accounts that lent it; empty when attached directly. */
  readonly via: readonly string[]
  readonly statements: readonly StatementTrace[]
}

/** The gates in the order in which AWS explains itself (section 2 of the rules). */
export type GateName =
  | 'explicit-deny'
  | 'resource-control'
  | 'service-control'
  | 'endpoint'
  | 'resource-policy'
  | 'identity'
  | 'boundary'
  | 'session'

export type GateVerdict = 'denies' | 'allows' | 'silent' | 'depends' | 'skipped'

export interface GateTrace {
  readonly gate: GateName
  /** For SCPs and RCPs: root, OU or account. */
  readonly level?: string
  readonly verdict: GateVerdict
  /** Why it was skipped, or what its verdict rests on: a code of the message catalogue. */
  readonly reason: string
  readonly policies: readonly PolicyTrace[]
}

/** A statement that almost decided otherwise, with what would make it match. Fewest failures first. */
export interface NearMiss extends Place {
  readonly gate: GateName
  readonly sid?: string
  readonly failed: readonly ElementName[]
  /** Values that the failed elements would have to cover, by element. */
  readonly wanted: readonly {
    readonly element: ElementName
    readonly at: JsonPointer
    readonly value: string
  }[]
}

/** A context key that the answer hangs on, with the values that would decide it. [C16] */
export interface KeyDependency {
  readonly key: string
  readonly places: readonly Place[]
  readonly decidingValues: readonly string[]
}

export interface AskedRequest {
  readonly principal: string
  readonly action: string
  readonly resource: string
}

export interface Explanation {
  readonly request: AskedRequest
  readonly decision: Decision
  /** The statements that the decision rests on: the denying ones, or the allowing ones, or the undecided ones. */
  readonly determining: readonly Place[]
  /** Allowed or denied only for a part of what was asked. [M9] */
  readonly partial?: true
  /** A rule that decided by itself, whatever the gates say: a code of the message catalogue. [D11, D14, S7, S8] */
  readonly because?: string
  readonly gates: readonly GateTrace[]
  readonly nearMisses: readonly NearMiss[]
  readonly dependsOn: readonly KeyDependency[]
}
