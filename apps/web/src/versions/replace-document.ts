import type { WorkspaceDocument } from '../workspace/document.ts'
import { type Committed, commit } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { modelDiff } from './model-diff.ts'

/** Makes the open document another one, as one undo step: whatever was there is one Undo away. */
export function replaceDocument(document: WorkspaceDocument, label: string): Committed {
  const { model } = useWorkspace.getState().document
  const { model: wanted, ...rest } = document
  return commit({ ...rest, diff: modelDiff(model, wanted), label })
}
