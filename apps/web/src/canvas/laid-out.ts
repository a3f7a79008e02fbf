import { layoutGraph } from '../layout/layout-graph.ts'
import { homeOf, type Layout, type WorkspaceDocument } from '../workspace/document.ts'
import { layoutInput } from './layout-input.ts'

/** The layout that our own algorithm gives a document; homes are kept. */
export function laidOut(document: WorkspaceDocument): Layout {
  const { positions } = layoutGraph(layoutInput(document))
  const free = Object.entries(positions).filter(
    ([id]) => !(id.startsWith('user:') && homeOf(document, id as `user:${string}`)),
  )
  return { ...document.layout, positions: Object.fromEntries(free) }
}
