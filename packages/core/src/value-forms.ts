/** Whether a value can be compared as what a condition takes it for: for forms in which people type such values. */
export { readsAs, type ValueForm } from './access/value-forms.ts'
