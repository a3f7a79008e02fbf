/** The public names of `core`, listed by hand. */
export type * from './access/trace.ts'
export type * from './model/records.ts'
export type * from './policy/document.ts'
