import type {
  AccountNumber,
  Command,
  DocumentId,
  EntityId,
  PolicyId,
  PrincipalId,
  RoleId,
} from '@iam-canvas/core'
import type { Expectation } from '@iam-canvas/core/expectations'

/** Something a lesson wants of the model beyond single answers. */
export type StructuralRule =
  /** No policy is attached to or written into a user: they come through groups. */
  | { readonly type: 'noDirectAttachments' }
  /** At most so many identity-based policies of one's own. */
  | { readonly type: 'maxPolicies'; readonly count: number }
  | { readonly type: 'attached'; readonly policy: PolicyId; readonly to: PrincipalId }
  | { readonly type: 'notAttached'; readonly policy: PolicyId; readonly to: PrincipalId }
  | { readonly type: 'trustNamesNoUser'; readonly role: RoleId }
  /** Nobody signs in with an access key. */
  | { readonly type: 'noAccessKeys' }
  /** A text, without blanks, stands in a document; tells one wrong way of writing it from another. */
  | { readonly type: 'textSays'; readonly document: DocumentId; readonly text: string }
  /** `from` cannot write its own permissions, nor become `to` where one is named. */
  | { readonly type: 'noEscalationPath'; readonly from: PrincipalId; readonly to?: PrincipalId }

/** A sentence that must become true, or must stay true. Ids are unique within a lesson. */
interface CheckText {
  readonly id: string
  readonly text: string
}

/** What should become so. */
export type Goal = CheckText & Expectation
/** What is so, and should stay so. */
export type Guard = CheckText & Expectation
export type Structure = CheckText & StructuralRule

/** A question to think about before trying. `proof` is what the engine must say for the right answer to be right. */
export interface Prediction {
  readonly question: string
  readonly options: readonly string[]
  /** Which of the options is right. */
  readonly answer: number
  readonly because: string
  readonly proof?: Expectation & { readonly at: 'start' | 'solution' }
}

/** A solution that works but for one thing, and is therefore worth a hint of its own. */
export interface Trap {
  readonly name: string
  readonly hint: string
  /** The checks that are not met by it. */
  readonly caughtBy: readonly string[]
  /** What tells it from other states in which those checks are not met. */
  readonly also?: { readonly met?: readonly string[]; readonly structure?: readonly StructuralRule[] }
  /** How one gets into it from the start. */
  readonly commands: readonly Command[]
}

export interface SolutionStep {
  /** What is done, as one would say it to somebody beside one. */
  readonly say: string
  readonly command: Command
}

/** The order in which lessons are listed. */
export const CHAPTERS = [
  'First steps',
  'Groups and denials',
  'Roles and machines',
  'Limits and conditions',
  'Going further',
] as const
export type Chapter = (typeof CHAPTERS)[number]

/** A lesson, as data. Texts set words in `backticks` as code. */
export interface Lesson {
  readonly id: string
  readonly chapter: Chapter
  readonly title: string
  /** One sentence for the list. */
  readonly summary: string
  /** What is the matter, in short paragraphs. */
  readonly story: readonly string[]
  readonly account?: AccountNumber
  readonly start: readonly Command[]
  /** What the lesson keeps as it is. Being attached or joined does not change a thing itself. */
  readonly locked: readonly EntityId[]
  readonly goals: readonly Goal[]
  readonly guards: readonly Guard[]
  readonly structure: readonly Structure[]
  readonly predictions: readonly Prediction[]
  readonly hints: readonly [string, string, string]
  readonly traps: readonly Trap[]
  readonly solution: readonly SolutionStep[]
  readonly takeaways: readonly [string, string, string]
  readonly page: { readonly title: string; readonly url: string }
}
