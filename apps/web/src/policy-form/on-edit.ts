import type { Edits } from '@iam-canvas/core/lint'

/**
 * Makes a change of the policy: edits of its text, or the text after them, and what they do. Says why it is refused, if
 * it is; nothing is changed then.
 */
export type OnEdit = (change: Edits | string, what: string) => string | undefined
