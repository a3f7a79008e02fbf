import { type EntityId, entityById, type Model, type UserId } from '@iam-canvas/core'
import { canvasVerdict, type DropVerdict, dropVerdict } from '../canvas/drop-rules.ts'
import { drawnEntities } from '../canvas/drawn.ts'
import { homeOf, type WorkspaceDocument } from '../workspace/document.ts'

export interface Connection {
  readonly key: string
  readonly verdict: Extract<DropVerdict, { ok: true }>
  /** What the drop rules take as dragged: the place of a user in the picture may follow. */
  readonly dragged: EntityId
  /** Carries it out in a way of its own. */
  readonly run?: () => void
}

/**
 * Everything the entity can be connected to, each with its verb, by the same rules as dragging. `move` lists only
 * what it could stand in: another group, account or OU, and the open canvas.
 */
export function connectionsFrom(
  document: WorkspaceDocument,
  from: EntityId,
  purpose: 'connect' | 'move',
): Connection[] {
  const { model } = document
  const moving = purpose === 'move'
  const home = from.startsWith('user:') ? homeOf(document, from as UserId) : undefined
  if (moving) {
    const into = drawnEntities(document).flatMap(({ id }) =>
      /^(?:group|account|ou):/.test(id)
        ? accepted(from, id, dropVerdict(model, from, id, { from: home }))
        : [],
    )
    return [...into, ...accepted(from, '', canvasVerdict(model, from))].filter(isMove(from))
  }
  const found = connectable(document).flatMap(({ id }): Connection[] => {
    const there = accepted(from, id, dropVerdict(model, from, id, { copy: true }))
    const back = accepted(id, from, dropVerdict(model, id, from, { copy: true }))
    const ceiling = accepted(from, id, asCeiling(model, from, id), 'ceiling')
    const ceilingBack = accepted(id, from, asCeiling(model, id, from), 'ceiling')
    return [
      ...there,
      ...(there.length === 0 ? back : []),
      ...ceiling,
      ...(ceiling.length === 0 ? ceilingBack : []),
    ]
  })
  // Boundaries, moves and what is offered instead of a refusal are the rarer wishes, so they come last.
  return found.toSorted((a, b) => rank(a) - rank(b))
}

const rank = ({ key, verdict }: Connection) =>
  verdict.lands || verdict.command.type.endsWith('PermissionsBoundary') ? 1 : key.endsWith('instead') ? 2 : 0

/** What moves: attaching a control policy to a frame does not. */
const isMove =
  (from: EntityId) =>
  ({ verdict }: Connection) =>
    verdict.lands || from.startsWith('user:')

/** What is drawn, and AWS's own control policies, which stand on title bars only. */
const connectable = (document: WorkspaceDocument) => [
  ...drawnEntities(document),
  ...Object.values(document.model.policies).filter(
    ({ account, purpose }) => account === 'aws' && purpose !== 'identity',
  ),
]

function asCeiling(model: Model, policy: EntityId, holder: EntityId): DropVerdict | undefined {
  const kind = entityById(model, holder)?.kind
  const takesOne = policy.startsWith('policy:') && (kind === 'user' || kind === 'role')
  return takesOne ? dropVerdict(model, policy, holder, { ceiling: true }) : undefined
}

function accepted(
  dragged: EntityId,
  target: string,
  verdict: DropVerdict | undefined,
  manner = '',
): Connection[] {
  if (verdict?.ok) return [{ key: `${dragged} ${target} ${manner}`, verdict, dragged }]
  const instead = verdict?.instead
  if (!instead) return []
  const offered = { ok: true, verb: instead.label, command: instead.command } as const
  return [{ key: `${dragged} ${target} instead`, verdict: offered, dragged }]
}
