import { type EntityId, entityById, type Model, type UserId } from '@iam-canvas/core'
import { type DropVerdict, dropVerdict } from '../canvas/drop-rules.ts'
import { drawnEntities } from '../canvas/scene-nodes.ts'
import { homeOf, type WorkspaceDocument } from '../workspace/document.ts'

export interface Connection {
  readonly key: string
  readonly verdict: Extract<DropVerdict, { ok: true }>
  /** What the drop rules take as dragged: the place of a user in the picture may follow. */
  readonly dragged: EntityId
}

/**
 * Everything the entity can be connected to, each with its verb, by the same rules as dragging. `move` lists only
 * what moves a user from its group to another.
 */
export function connectionsFrom(
  document: WorkspaceDocument,
  from: EntityId,
  purpose: 'connect' | 'move',
): Connection[] {
  const { model } = document
  const moving = purpose === 'move'
  const home = from.startsWith('user:') ? homeOf(document, from as UserId) : undefined
  const found = drawnEntities(document).flatMap(({ id }): Connection[] => {
    if (moving) return accepted(from, id, dropVerdict(model, from, id, { from: home }), moving)
    const there = accepted(from, id, dropVerdict(model, from, id, { copy: true }), moving)
    const back = accepted(id, from, dropVerdict(model, id, from, { copy: true }), moving)
    const ceiling = accepted(from, id, asCeiling(model, from, id), moving, 'ceiling')
    const ceilingBack = accepted(id, from, asCeiling(model, id, from), moving, 'ceiling')
    return [
      ...there,
      ...(there.length === 0 ? back : []),
      ...ceiling,
      ...(ceiling.length === 0 ? ceilingBack : []),
    ]
  })
  // Boundaries are the rarer wish, so they come last.
  return [...found.filter(isPlain), ...found.filter(connection => !isPlain(connection))]
}

const isPlain = ({ verdict }: Connection) => !verdict.command.type.endsWith('PermissionsBoundary')

function asCeiling(model: Model, policy: EntityId, holder: EntityId): DropVerdict | undefined {
  const kind = entityById(model, holder)?.kind
  const takesOne = policy.startsWith('policy:') && (kind === 'user' || kind === 'role')
  return takesOne ? dropVerdict(model, policy, holder, { ceiling: true }) : undefined
}

function accepted(
  dragged: EntityId,
  target: EntityId,
  verdict: DropVerdict | undefined,
  moving: boolean,
  manner = '',
): Connection[] {
  if (!verdict?.ok || (moving && !target.startsWith('group:'))) return []
  return [{ key: `${dragged} ${target} ${manner}`, verdict, dragged }]
}
