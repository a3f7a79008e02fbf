/** A policy document as text again: an entry of its own, since whoever asks only reads. */
export { printPolicy } from './policy/print.ts'
