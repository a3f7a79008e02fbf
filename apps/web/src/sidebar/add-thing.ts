import {
  type AccountNumber,
  apply,
  type Command,
  type EntityId,
  entityById,
  type Model,
  type OuId,
} from '@iam-canvas/core'
import { askFirst } from '../connect/ask-first.ts'
import { containersOf, isCollapsed, isFramed } from '../canvas/containment.ts'
import { type DropVerdict, dropVerdict } from '../canvas/drop-rules.ts'
import { homeChosen, withPositions } from '../canvas/layout-changes.ts'
import type { Point, WorkspaceDocument } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { selectedEntity } from '../workspace/selection.ts'
import { rename, select, useWorkspace } from '../workspace/workspace.ts'
import type { AddKind } from './add-kinds.ts'

export { type AddKind, addKinds } from './add-kinds.ts'

/**
 * Adds one: at a point of the canvas, or in free space; dropped on something that takes it, it is connected at once.
 * Where accounts are drawn, it goes into the one it is dropped in, or else into that of what is selected.
 * The new thing is selected and its name is ready to be typed.
 */
export function addThing(
  kind: AddKind,
  where?: { readonly point: Point; readonly onto?: EntityId | undefined },
) {
  const { document, selection } = useWorkspace.getState()
  const { account, ou } = placeIn(document, where ? where.onto : selectedEntity(selection))
  const { id, command } = kind.create(document.model, account, ou)
  const verdict = where?.onto && verdictFor(document.model, command, id, where.onto)
  const connect = verdict && verdict.ok && !verdict.lands ? verdict : undefined
  const hidden = where?.onto !== undefined && isCollapsed(document, where.onto)
  const layout =
    where && !connect && !hidden
      ? withPositions(document.layout, new Map([[id, where.point]]))
      : document.layout
  const carryOut = (connecting?: Command) => {
    const result = perform({
      command: connecting ? { type: 'Batch', commands: [command, connecting] } : command,
      layout: connect?.home ? homeChosen(layout, [id], connect.home) : layout,
      label: connect ? connect.verb : `${kind.label} added`,
    })
    if (!result.ok) return
    select({ kind: 'entities', ids: [id] })
    rename(id)
  }
  if (connect?.ask) askFirst({ ...connect.ask, carryOut })
  else carryOut(connect?.command)
}

/** The account and the OU that something stands in, or is. */
function placeIn(
  document: WorkspaceDocument,
  id: EntityId | undefined,
): { readonly account?: AccountNumber; readonly ou?: OuId } {
  if (id === undefined || !isFramed(document.model)) return {}
  const around = [id, ...containersOf(document, id)].flatMap(each => entityById(document.model, each) ?? [])
  const account = around.find(entity => entity.kind === 'account')?.account
  const ou = around.find(entity => entity.kind === 'ou')?.id
  return { ...(account !== undefined && { account }), ...(ou && { ou }) }
}

/** What dropping a new one on something would do. */
export function verdictForNew(kind: AddKind, onto: EntityId): DropVerdict | undefined {
  const { document } = useWorkspace.getState()
  const { model } = document
  const { account, ou } = placeIn(document, onto)
  const { id, command } = kind.create(model, account, ou)
  return verdictFor(model, command, id, onto)
}

/** The rules read the model, so they are asked of a model that has the new thing in it. */
function verdictFor(model: Model, create: Command, id: EntityId, onto: EntityId): DropVerdict | undefined {
  const created = apply(model, create)
  if (!created.ok) return undefined
  return /^(?:account|ou):/.test(onto) ? undefined : dropVerdict(created.model, id, onto)
}
