/** Changes that would flip an answer: an entry of its own, since whoever only asks does not need them. */
export { minimalChanges, type ProvenChange } from './explanation/minimal-changes.ts'
