import { apply, type Command, type EntityId, type GroupId, type Model } from '@iam-canvas/core'
import { type DropVerdict, dropVerdict } from '../canvas/drop-rules.ts'
import { type AddKind, addKinds } from '../sidebar/add-thing.ts'

export interface QuickAdd {
  readonly kind: AddKind
  readonly id: EntityId
  /** Creates the new thing and connects it. */
  readonly command: Command
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
    const created = apply(model, command)
    if (!created.ok) return []
    const verdict =
      accepted(dropVerdict(created.model, from, id, { copy: true })) ??
      accepted(dropVerdict(created.model, id, from, { copy: true }))
    if (!verdict) return []
    const { verb, home } = verdict
    const both: Command = { type: 'Batch', commands: [command, verdict.command] }
    return [{ kind, id, command: both, verb, ...(home && { home }) }]
  })
}

const accepted = (verdict: DropVerdict | undefined) => (verdict?.ok ? verdict : undefined)
