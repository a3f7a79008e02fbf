import type { Decision, ElementName } from '../access/trace.ts'

/** What a sentence about a gate may name. Names come ready for display. */
export interface GateWords {
  readonly who: string
  readonly what: string
  readonly on: string
  /** The policies whose statements the verdict rests on, as one phrase; or those that were asked. */
  readonly policies: string
  /** For SCPs and RCPs: the root, the OU or the account. */
  readonly level: string
}

export interface MissWords {
  readonly element: ElementName
  readonly value: string
  readonly statement: string
  readonly policy: string
}

export interface ReasonWords extends GateWords {
  readonly statement: string
  readonly keys: string
  readonly limits: string
}

/** Everything that a language has to say. Plain functions, so that each language puts the words in its own order. */
export interface Wording {
  readonly headline: (decision: Decision, partial: boolean) => string
  /** By the code in `GateTrace.reason`. */
  readonly gates: Readonly<Record<string, (words: GateWords) => string>>
  /** By the code in `note` of a pattern, a condition or an element. */
  readonly notes: Readonly<Record<string, string>>
  readonly reasons: {
    readonly allowed: (words: ReasonWords) => string
    readonly rootUser: (words: ReasonWords) => string
    readonly explicitDeny: (words: ReasonWords) => string
    readonly depends: (words: ReasonWords) => string
    readonly partlyAllowed: string
    readonly partlyDenied: string
    /** By the gate that stopped an otherwise allowed request. */
    readonly stopped: Readonly<Record<string, (words: ReasonWords) => string>>
    /** By the code in `Explanation.because`. */
    readonly because: Readonly<Record<string, (words: ReasonWords) => string>>
  }
  readonly changes: {
    readonly removeDeny: (statement: string, policy: string) => string
    readonly alsoAllow: (words: GateWords) => string
    readonly cover: (words: MissWords) => string
    readonly giveKey: (key: string, values: string) => string
    /** By the gate that stopped it, where no statement comes near. */
    readonly open: Readonly<Record<string, (words: GateWords) => string>>
  }
  readonly nobody: string
  readonly anonymous: string
  readonly statement: (sid: string | undefined, number: number | undefined) => string
  readonly trustPolicyOf: (name: string) => string
  readonly resourcePolicyOf: (name: string) => string
  readonly and: (phrases: readonly string[]) => string
  readonly or: (phrases: readonly string[]) => string
}
