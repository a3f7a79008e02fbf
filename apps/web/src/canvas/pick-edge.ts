import type { EntityId } from '@iam-canvas/core'
import { select } from '../workspace/workspace.ts'
import type { SceneEdge } from './scene-edges.ts'

/** Only picking is listened to: what ends a pick is the next one, Escape, or a click on the empty canvas. */
export function pickEdge(edge: SceneEdge) {
  if (!edge.data) return
  if ('link' in edge.data) {
    select({ kind: 'link', link: edge.data.link })
    return
  }
  if (edge.data.folded) {
    // Several lines in one: what they lead to and from is the answer to a click.
    // An edge runs between two entities.
    select({ kind: 'entities', ids: [edge.source as EntityId, edge.target as EntityId] })
    return
  }
  const { principal, resource, asks } = edge.data.line
  const [asked] = asks
  if (asked)
    select({ kind: 'access', question: { principal, resource, action: asked.action, target: asked.target } })
}
