import type { JsonPointer, TextRange } from '../policy/document.ts'
import type { LintSubject } from './subject.ts'

/**
 * `error`: AWS refuses it, or it never does what it says. `security-warning`: it gives more than is likely meant.
 * `warning`: it probably means something else. `suggestion`: it could be plainer.
 */
export type LintSeverity = 'error' | 'security-warning' | 'warning' | 'suggestion'

/** The severities, the gravest first. */
export const SEVERITIES: readonly LintSeverity[] = ['error', 'security-warning', 'warning', 'suggestion']

/** Characters of a text to replace; with an empty range, to put in. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** A change that is safe to make at a click. Its edits are in the order of the text and do not overlap. */
export interface QuickFix {
  /** What it does, as a command: "Write `s3:GetObject`". */
  readonly label: string
  readonly edits: readonly TextEdit[]
}

/** What a check found at a place. */
export interface Hit {
  readonly at: JsonPointer
  /** The name before the value is meant, not the value. */
  readonly onName?: boolean
  /** Where the place is no value: it then counts instead of `at`. */
  readonly range?: TextRange
  readonly message: string
  readonly fix?: QuickFix | undefined
}

/** What a check is, whatever it looks at. Codes are stable: people may silence or count by them. */
export interface CheckWords {
  readonly code: string
  readonly severity: LintSeverity
  /** What it looks for, in a few words: "Action that does not exist". */
  readonly title: string
  /** Why it matters and what to do: what one learns from it. */
  readonly why: string
  /** The page of AWS's documentation. */
  readonly page: string
}

/** One thing that can be wrong with a policy text. */
export interface Check extends CheckWords {
  readonly find: (subject: LintSubject) => Iterable<Hit>
  /** Whether some of its findings come with a quick fix. */
  readonly fixes?: boolean
}

/** A finding at its place in the text. */
export interface LintFinding extends CheckWords {
  readonly at: JsonPointer
  readonly range: TextRange
  readonly message: string
  readonly fix?: QuickFix
}

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'

/** A page of the IAM User Guide by its name. */
export const guide = (name: string): string => `${GUIDE}${name}.html`
