/** RFC 6901, as in `/Statement/0/Action/1`. A single Statement object or Action string is `/Statement`, `/Statement/Action`. */
export type JsonPointer = string

/** Offsets into the policy text in UTF-16 units, end exclusive: what an editor selects. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

export type Severity = 'error' | 'warning'

/** Something to say about a policy text, at a place in it. `code` is stable; `message` is for people. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly at: JsonPointer
  readonly range: TextRange
}

export type Effect = 'Allow' | 'Deny'

/** A string as it stands in the document, with its place. Scalars in conditions are kept as their JSON text. */
export interface Located {
  readonly text: string
  readonly at: JsonPointer
}

export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'

export interface PrincipalValue extends Located {
  /** `*` stands for the bare star, which is everyone. */
  readonly type: PrincipalType | '*'
}

export interface ConditionEntry {
  readonly at: JsonPointer
  readonly operator: string
  readonly key: string
  readonly values: readonly Located[]
}

/** The polarity of an element is part of it: `not` is true for NotAction, NotResource, NotPrincipal. */
export interface ElementOf<V> {
  readonly at: JsonPointer
  readonly not: boolean
  readonly values: readonly V[]
}

export interface Statement {
  readonly at: JsonPointer
  readonly sid?: string
  readonly effect: Effect
  readonly principal?: ElementOf<PrincipalValue>
  readonly action?: ElementOf<Located>
  readonly resource?: ElementOf<Located>
  readonly conditions: readonly ConditionEntry[]
  /** False when the statement cannot be understood; the diagnostics say why. It then never matches. */
  readonly evaluable: boolean
}

export interface PolicyDocument {
  /** `undefined` when missing, which means the same as `2008-10-17`. [V1] */
  readonly version?: string
  readonly id?: string
  readonly statements: readonly Statement[]
}

/**
 * What a text gave. `document` is always there and holds what could be understood; `complete` is false when an error
 * means that it is not the policy its writer meant, so that an editor keeps what it showed before.
 */
export interface ParsedPolicy {
  readonly text: string
  readonly document: PolicyDocument
  readonly diagnostics: readonly Diagnostic[]
  readonly complete: boolean
  /** The range of the value a pointer names. `undefined` for a pointer that is not in the text. */
  readonly rangeOf: (at: JsonPointer) => TextRange | undefined
  /** The range of the property name before it, `"Action"`; `undefined` for list items. */
  readonly keyRangeOf: (at: JsonPointer) => TextRange | undefined
}
