import type { EntityId } from '@iam-canvas/core'
import type { WorkspaceDocument } from '../workspace/document.ts'
import { shownFor } from './containment.ts'
import { count } from './node-names.ts'
import type { SceneEdge } from './scene-edges.ts'

/**
 * Lines of what is hidden end at the collapsed frame that hides it. Several that then run between the same two are one,
 * with their number; those that stay inside are not drawn.
 */
export function foldEdges(document: WorkspaceDocument, edges: SceneEdge[]): SceneEdge[] {
  const { collapsed } = document.layout
  if (!collapsed || collapsed.length === 0) return edges
  const shown = new Map<string, EntityId>()
  const end = (id: string) => {
    let found = shown.get(id)
    if (found === undefined) shown.set(id, (found = shownFor(document, id as EntityId)))
    return found
  }
  const kept: SceneEdge[] = []
  const folded = new Map<string, SceneEdge[]>()
  for (const edge of edges) {
    const source = end(edge.source)
    const target = end(edge.target)
    if (source === edge.source && target === edge.target) kept.push(edge)
    else if (source !== target) {
      const key = `${kindOf(edge)} ${source} ${target}`
      const same = folded.get(key)
      const moved = { ...edge, source, target }
      if (same) same.push(moved)
      else folded.set(key, [moved])
    }
  }
  for (const [id, same] of folded) kept.push(asOne(id, same))
  return kept
}

const kindOf = (edge: SceneEdge) =>
  edge.data && 'line' in edge.data ? edge.data.line.decision : edge.data?.link.kind

function asOne(id: string, same: readonly SceneEdge[]): SceneEdge {
  // Never empty: a list is made for its first edge.
  const first = same[0]!
  if (same.length === 1) return first
  const ariaLabel = `${count(same.length, 'line')}: ${first.ariaLabel}`
  if (!first.data || !('line' in first.data)) return { ...first, id, ariaLabel }
  return {
    ...first,
    id,
    ariaLabel,
    selected: same.some(({ selected }) => selected),
    data: { ...first.data, label: count(same.length, 'line'), folded: same.length },
    // The same kind of edge as the first one, which the spread cannot show.
  } as SceneEdge
}
