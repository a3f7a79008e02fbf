import { type EntityId, entityById } from '@iam-canvas/core'
import { tell, useMessages } from '../ui/messages.ts'
import type { Layout, WorkspaceDocument } from '../workspace/document.ts'
import { undoAloud } from '../workspace/perform.ts'
import { commit } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { containersOf, isCollapsed } from './containment.ts'
import { frames } from './drawn.ts'
import { framesOf } from './frames.ts'

/** Collapses a frame to its title bar, or opens it again. Saved with the picture, and one undo step. */
export function toggleCollapsed(id: EntityId) {
  const { document } = useWorkspace.getState()
  setCollapsed([id], !isCollapsed(document, id))
}

/** The frames that a key acts on: those selected or around what is selected; without a selection all of them. */
export function collapseSelected(collapse: boolean) {
  const { document, selection } = useWorkspace.getState()
  const ids = selection.kind === 'entities' ? selection.ids : []
  const chosen = ids.flatMap(id => (canCollapse(id) ? id : (containersOf(document, id)[0] ?? [])))
  const all: EntityId[] = [...Object.values(document.model.groups), ...frames(document.model)].map(
    ({ id }) => id,
  )
  const acting = (ids.length > 0 ? [...new Set(chosen)] : all).filter(
    id => isCollapsed(document, id) !== collapse,
  )
  if (acting.length > 0) setCollapsed(acting, collapse)
  else useMessages.getState().say(collapse ? 'Nothing to collapse' : 'Nothing to expand')
}

/** Whether there is anything at all that could be collapsed, or expanded. */
export const canChange = (document: WorkspaceDocument, collapse: boolean): boolean =>
  collapse
    ? Object.keys(document.model.groups).length + frames(document.model).length > 0
    : (document.layout.collapsed?.length ?? 0) > 0

const canCollapse = (id: EntityId) => /^(?:group|account|ou):/.test(id)

function setCollapsed(ids: readonly EntityId[], collapse: boolean) {
  const { document } = useWorkspace.getState()
  const [first] = ids
  const name = first && entityById(document.model, first)?.name
  const label = `${ids.length === 1 ? name : `${ids.length} frames`} ${collapse ? 'collapsed' : 'expanded'}`
  const done = commit({ layout: withCollapsed(document, ids, collapse), label })
  if (done.ok) tell(label, { label: 'Undo', run: undoAloud })
}

/** A frame collapses to its own top left corner. */
export function withCollapsed(
  document: WorkspaceDocument,
  ids: readonly EntityId[],
  collapse: boolean,
): Layout {
  const { layout } = document
  const rest = (layout.collapsed ?? []).filter(id => !ids.includes(id))
  const corners = Object.fromEntries(
    ids.flatMap(id => {
      const corner = framesOf(document).get(id)
      return collapse && corner ? [[id, { x: corner.x, y: corner.y }] as const] : []
    }),
  )
  const collapsed = collapse ? [...rest, ...ids] : rest
  const { collapsed: _, ...open } = layout
  return {
    ...open,
    positions: { ...layout.positions, ...corners },
    ...(collapsed.length > 0 && { collapsed }),
  }
}
