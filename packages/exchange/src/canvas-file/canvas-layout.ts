import { type EntityId, entityById, type GroupId, type Model, type UserId } from '@iam-canvas/core'
import { fieldOf, isObject } from '../json-shape.ts'
import { type CanvasNote, type NoteId, notesFrom } from './canvas-notes.ts'

/**
 * How a model is laid out. `positions` holds the corner of each node that has been moved, by the node's id; `homes` the
 * group in which a user with several is drawn; `collapsed` the groups, accounts and OUs of which only the title bar is
 * drawn; `notes` what is written beside the model. Whatever else an application puts here survives reading and writing.
 */
export interface CanvasLayout {
  readonly positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>
  readonly homes: Readonly<Record<UserId, GroupId>>
  readonly collapsed?: readonly EntityId[]
  readonly notes?: Readonly<Record<NoteId, CanvasNote>>
  readonly [extra: string]: unknown
}

export const EMPTY_LAYOUT: CanvasLayout = { positions: {}, homes: {} }

/** Whatever of a layout makes sense for this model. A layout can be made again, so nothing is said about the rest. */
export function layoutFrom(value: unknown, model: Model): CanvasLayout {
  if (!isObject(value)) return EMPTY_LAYOUT
  const positions: Record<string, { readonly x: number; readonly y: number }> = {}
  for (const [id, position] of entriesOf(fieldOf(value, 'positions'))) {
    if (!isObject(position)) continue
    const x = fieldOf(position, 'x')
    const y = fieldOf(position, 'y')
    if (isCoordinate(x) && isCoordinate(y)) positions[id] = { x, y }
  }
  const homes: Record<UserId, GroupId> = {}
  for (const [id, home] of entriesOf(fieldOf(value, 'homes'))) {
    const user = Object.hasOwn(model.users, id) ? model.users[id as UserId] : undefined
    const group = user?.groups.find(group => group === home)
    if (user && group) homes[user.id] = group
  }
  const collapsed = collapsedFrom(fieldOf(value, 'collapsed'), model)
  const notes = fieldOf(value, 'notes')
  const extras = Object.fromEntries(entriesOf(value).filter(([key]) => !OWN_FIELDS.has(key)))
  return {
    positions,
    homes,
    ...(collapsed.length > 0 && { collapsed }),
    ...(notes !== undefined && { notes: notesFrom(notes) }),
    ...extras,
  }
}

const OWN_FIELDS: ReadonlySet<string> = new Set(['positions', 'homes', 'collapsed', 'notes'])

function collapsedFrom(value: unknown, model: Model): readonly EntityId[] {
  if (!Array.isArray(value)) return []
  const ids = new Set<EntityId>()
  for (const id of value) {
    const entity = typeof id === 'string' ? entityById(model, id) : undefined
    if (entity && /^(?:group|account|ou)$/.test(entity.kind)) ids.add(entity.id)
  }
  return [...ids]
}

/** The entries of an object, without the key that would change what it inherits from. */
export const entriesOf = (value: unknown): readonly [string, unknown][] =>
  isObject(value) ? Object.entries(value).filter(([key]) => key !== '__proto__') : []

const FARTHEST = 10_000_000

const isCoordinate = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= FARTHEST
