import { freeId, freeName } from '@iam-canvas/core'
import { perform } from '../workspace/perform.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'

/** A policy document from a file becomes a policy on the canvas, its text byte for byte. */
export function addPolicyText(fileName: string, text: string) {
  const { model } = useWorkspace.getState().document
  const name = freeName(model, 'policy', fileName.replace(/\.[^.]*$/, '') || 'Policy')
  const policy = freeId(model, 'policy', name)
  if (perform({ command: { type: 'CreatePolicy', policy, name, text } }).ok) {
    select({ kind: 'entities', ids: [policy] })
  }
}
