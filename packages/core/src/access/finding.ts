import type { Severity } from '../policy/document.ts'

/** Something to say about a place in a policy. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly at: string
}
