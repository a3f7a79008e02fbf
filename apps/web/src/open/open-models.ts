import { emptyModel } from '@iam-canvas/core'
import { completeLayout } from '../canvas/complete-layout.ts'
import { beginSaving, saveNow } from '../workspace/autosave.ts'
import { emptyLayout, type WorkspaceDocument } from '../workspace/document.ts'
import { exampleDocument } from '../workspace/example.ts'
import { openDocument } from '../workspace/workspace.ts'

/** Opens something as a model of its own. What was open stays saved under its own name. */
export async function openAsNew(document: WorkspaceDocument) {
  await saveNow()
  const whole = { ...document, layout: completeLayout(document) }
  openDocument(whole, crypto.randomUUID())
  beginSaving(whole, 0, 'unsaved')
  await saveNow()
}

export const openExample = () => openAsNew(exampleDocument())

export async function openEmpty() {
  await openAsNew({ model: emptyModel('Untitled'), layout: emptyLayout, drafts: {} })
}
