import type { Draft } from './draft.ts'
import type { Problem } from './problem.ts'

/**
 * One function for each command of a family. It writes to the draft, or says why not; a refused command may leave the
 * draft half-written, because the draft is then thrown away.
 */
export type HandlersFor<C extends { readonly type: string }> = {
  readonly [T in C['type']]: (draft: Draft, command: Extract<C, { readonly type: T }>) => Problem | undefined
}
