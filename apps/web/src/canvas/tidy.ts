import { layoutGraph } from '../layout/layout-graph.ts'
import { useMessages } from '../ui/messages.ts'
import type { Layout, WorkspaceDocument } from '../workspace/document.ts'
import { commit } from '../workspace/changes.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { laidOut } from './laid-out.ts'
import { withPositions } from './layout-changes.ts'
import { layoutInput } from './layout-input.ts'
import { glide } from './glide.ts'

/** Lays out anew what is selected, where that is more than one thing, or else everything: one undo step. */
export function tidy() {
  const { document, selection } = useWorkspace.getState()
  const ids = new Set<string>(selection.kind === 'entities' && selection.ids.length > 1 ? selection.ids : [])
  const some = ids.size > 0 ? selectionTidied(document, ids) : undefined
  const label = some ? `Layout of ${ids.size} things tidied` : 'Layout tidied'
  glide()
  commit({ layout: some ?? laidOut(document), label })
  useMessages.getState().say(label)
}

/** The chosen ones laid out among themselves, from the corner at which they began. */
function selectionTidied(document: WorkspaceDocument, ids: ReadonlySet<string>): Layout | undefined {
  const { nodes, links } = layoutInput(document)
  const chosen = nodes.filter(node => ids.has(node.id))
  if (chosen.length < 2) return undefined
  const { positions, bounds } = layoutGraph({
    nodes: chosen,
    links: links.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  })
  const stood = chosen.flatMap(({ id }) => document.layout.positions[id as `user:${string}`] ?? [])
  const left = Math.min(...stood.map(({ x }) => x))
  const top = Math.min(...stood.map(({ y }) => y))
  const places = chosen.flatMap(({ id }) => {
    const at = positions[id]
    return at ? [[id, { x: left + at.x - bounds.x, y: top + at.y - bounds.y }] as const] : []
  })
  return withPositions(document.layout, new Map(places))
}
