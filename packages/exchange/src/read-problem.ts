export type ReadProblemCode =
  | 'empty'
  | 'too-large'
  | 'not-json'
  | 'not-an-account-dump'
  | 'not-a-canvas-file'
  | 'not-a-model-link'
  | 'newer-version'
  | 'unknown-version'
  | 'damaged'

/** Why a text could not be read at all, and what to do about it. `line` and `column` count from 1. */
export interface ReadProblem {
  readonly code: ReadProblemCode
  readonly message: string
  readonly line?: number
  readonly column?: number
}

export interface Unread {
  readonly ok: false
  readonly problem: ReadProblem
}

export const unread = (
  code: ReadProblemCode,
  message: string,
  place?: { line: number; column: number },
): Unread => ({
  ok: false,
  problem: { code, message, ...place },
})
