import { select } from '../workspace/workspace.ts'
import type { SceneEdge } from './scene-edges.ts'

/** Only picking is listened to: what ends a pick is the next one, Escape, or a click on the empty canvas. */
export function pickEdge(edge: SceneEdge) {
  if (!edge.data) return
  if ('link' in edge.data) {
    select({ kind: 'link', link: edge.data.link })
    return
  }
  const { principal, resource, asks } = edge.data.line
  const [asked] = asks
  if (asked)
    select({ kind: 'access', question: { principal, resource, action: asked.action, target: asked.target } })
}
