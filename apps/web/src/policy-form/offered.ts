import type { Completion } from '@codemirror/autocomplete'
import type { Offered } from './ValueField.tsx'

/** What the editor completes, as a field offers it. */
export const offeredOf = (options: readonly Completion[]): readonly Offered[] =>
  options.map(({ label, detail = '' }) => ({ value: label, label: detail }))
