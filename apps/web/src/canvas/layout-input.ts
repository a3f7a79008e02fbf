import { type EntityId, type UserId, usesOf } from '@iam-canvas/core'
import type { LayoutInput, LayoutLink } from '../layout/graph.ts'
import { homeOf, type WorkspaceDocument } from '../workspace/document.ts'
import { namedResources } from './named-resources.ts'
import { drawnEntities, sizeOf } from './scene-nodes.ts'

/**
 * The document as the layout sees it. A user drawn inside a group is part of it: the group has its full size already,
 * and the user's links count for the group.
 */
export function layoutInput(document: WorkspaceDocument): LayoutInput {
  const { model } = document
  const home = (id: EntityId) => (id.startsWith('user:') ? homeOf(document, id as UserId) : undefined)
  const entities = drawnEntities(document)
  const links: LayoutLink[] = []
  for (const policy of Object.values(model.policies)) {
    const { attachedTo, boundaryOf } = usesOf(model, policy.id)
    for (const holder of [...attachedTo, ...boundaryOf])
      links.push({ source: home(holder) ?? holder, target: policy.id })
  }
  for (const [policy, resource] of namedResources(model)) links.push({ source: policy, target: resource })
  return {
    nodes: entities
      .filter(entity => !home(entity.id))
      .map(entity => ({ id: entity.id, kind: entity.kind, ...sizeOf(document, entity) })),
    links,
  }
}
