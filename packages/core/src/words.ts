/** An explanation in English: an entry of its own, since the decision needs none of the sentences. */
export { describe, noteText, type Description } from './explanation/describe.ts'
