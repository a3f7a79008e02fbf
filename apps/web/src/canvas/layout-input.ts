import { type EntityId, type UserId, usesOf } from '@iam-canvas/core'
import type { LayoutInput, LayoutLink } from '../layout/graph.ts'
import { homeOf, type WorkspaceDocument } from '../workspace/document.ts'
import { type Piece, pieces, sizeOf } from './drawn.ts'
import { namedResources } from './named-resources.ts'

/**
 * The document, or some pieces of it, as the layout sees it. A user drawn inside a group is part of it: the group has
 * its full size already, and the user's links count for the group.
 */
export function layoutInput(
  document: WorkspaceDocument,
  among: readonly Piece[] = pieces(document.model),
  links = layoutLinks(document),
): LayoutInput {
  return {
    nodes: among
      .filter(({ id }) => !isMember(document, id))
      .map(entity => ({ id: entity.id, kind: entity.kind, ...sizeOf(document, entity) })),
    links,
  }
}

/** What belongs near each other: policies near those who have them, resources near the policies that name them. */
export function layoutLinks(document: WorkspaceDocument): readonly LayoutLink[] {
  const { model } = document
  const home = (id: EntityId) => (id.startsWith('user:') ? homeOf(document, id as UserId) : undefined)
  const links: LayoutLink[] = []
  for (const policy of Object.values(model.policies)) {
    const { attachedTo, boundaryOf } = usesOf(model, policy.id)
    for (const holder of [...attachedTo, ...boundaryOf])
      links.push({ source: home(holder) ?? holder, target: policy.id })
  }
  for (const [policy, resource] of namedResources(model)) links.push({ source: policy, target: resource })
  return links
}

/** Whether it stands where its group puts it. */
export const isMember = (document: WorkspaceDocument, id: EntityId): boolean =>
  id.startsWith('user:') && homeOf(document, id as UserId) !== undefined
