import { openAsNew } from '../open/open-models.ts'
import { rememberWalk } from '../lessons/learning.ts'
import { showTab } from '../lessons/sidebar-tab.ts'
import { warn } from '../ui/messages.ts'
import { emptyLayout, type WorkspaceDocument } from '../workspace/document.ts'
import { useSettings } from '../workspace/settings.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** An example as a document of its own; loaded only when somebody wants one. */
export async function exampleDocumentOf(id: string): Promise<WorkspaceDocument | undefined> {
  const { exampleModel, examples } = await import('@iam-canvas/lessons/examples')
  const example = examples.find(candidate => candidate.id === id)
  return example && { model: exampleModel(example), layout: emptyLayout, drafts: {} }
}

/** Opens an example as a new model; what was open stays saved. Says so when there is no such example. */
export async function openExampleById(id: string): Promise<boolean> {
  const document = await exampleDocumentOf(id)
  if (!document) {
    warn(`There is no example named "${id}"`)
    return false
  }
  // Before the model comes, so that it is fitted into the space that is left.
  useSettings.setState({ sidebar: true })
  showTab('learn')
  await openAsNew(document)
  rememberWalk(useWorkspace.getState().modelId, id)
  return true
}
