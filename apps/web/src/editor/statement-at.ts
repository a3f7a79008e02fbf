import { parsedPolicy, type Statement } from '@iam-canvas/core'
import type { EditorState } from '@codemirror/state'
import type { Place } from './place-at.ts'

/** The statement that a place is in, as far as it can be read, and the path from there. */
export function statementAt(
  state: EditorState,
  { path }: Place,
): { readonly statement: Statement | undefined; readonly rest: readonly (string | number)[] } | undefined {
  const [first, index] = path
  if (first !== 'Statement') return undefined
  const single = typeof index !== 'number'
  const at = single ? '/Statement' : `/Statement/${index}`
  const { statements } = parsedPolicy(state.doc.toString()).document
  return { statement: statements.find(statement => statement.at === at), rest: path.slice(single ? 1 : 2) }
}
