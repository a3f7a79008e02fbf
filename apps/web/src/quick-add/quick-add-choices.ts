import { apply, type Command, type EntityId, entityById, type GroupId, type Model } from '@iam-canvas/core'
import { type Asking, type DropVerdict, dropVerdict } from '../canvas/drop-rules.ts'
import { runnerOf } from '../canvas/drops/resources.ts'
import { trustOfService } from '../sidebar/add-kinds.ts'
import { type AddKind, addKinds } from '../sidebar/add-thing.ts'

export interface QuickAdd {
  readonly kind: AddKind
  readonly id: EntityId
  /** Makes the new thing. */
  readonly create: Command
  /** Connects it then. */
  readonly connect: Command
  /** What has to be asked before, each choice being a way to connect it. */
  readonly ask?: Asking
  /** What connecting it does: "Attach NewPolicy to ana". */
  readonly verb: string
  readonly home?: GroupId
}

/**
 * What could be added at the end of a line pulled out of something: the kinds that connect to it, by the same rules as a
 * drop, in either direction.
 */
export function quickAddChoices(model: Model, from: EntityId): readonly QuickAdd[] {
  return addKinds.flatMap((kind): QuickAdd[] => {
    const { id, command } = kind.create(model)
    const create = fitting(model, from, command)
    const created = apply(model, create)
    if (!created.ok) return []
    const verdict =
      accepted(dropVerdict(created.model, from, id, { copy: true })) ??
      accepted(dropVerdict(created.model, id, from, { copy: true }))
    if (!verdict) return []
    const { verb, command: connect, home, ask } = verdict
    return [{ kind, id, create, connect, verb, ...(ask && { ask }), ...(home && { home }) }]
  })
}

/** A role made for what runs code trusts the service that runs it from the start. */
function fitting(model: Model, from: EntityId, command: Command): Command {
  const entity = entityById(model, from)
  const service = entity?.kind === 'resource' ? runnerOf(entity) : undefined
  return command.type === 'CreateRole' && service !== undefined
    ? { ...command, trustPolicy: trustOfService(service) }
    : command
}

const accepted = (verdict: DropVerdict | undefined) => (verdict?.ok ? verdict : undefined)
