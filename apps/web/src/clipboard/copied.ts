import { COLLECTIONS, emptyModel, type Entity, type EntityId, entityById, type Model } from '@iam-canvas/core'
import { readCanvasFile, writeCanvasFile } from '@iam-canvas/exchange'

import { homeOf, type Point, type WorkspaceDocument } from '../workspace/document.ts'
import type { CanvasNote, NoteId } from '@iam-canvas/exchange'

/** What a copy holds: the entities as a small model of their own, notes, and where everything stood. */
export interface Copied {
  readonly model: Model
  readonly positions: Readonly<Record<string, Point>>
  readonly notes: readonly CanvasNote[]
}

const mark = 'clipboard'
const savedWith = 'IAM Canvas 0.1.0'

/** What cannot be copied: a frame of the organization is what things stand in, not a thing. */
const copies = (entity: Entity | undefined): entity is Exclude<Entity, { kind: 'account' | 'ou' }> =>
  entity !== undefined && entity.kind !== 'account' && entity.kind !== 'ou'

/**
 * The chosen things as text: a canvas file that holds nothing else, so that it can be pasted into another model, kept
 * in a file, and read by the same reader that distrusts every file. `undefined` where nothing of it can be copied.
 */
export function copyText(
  document: WorkspaceDocument,
  ids: readonly EntityId[],
  noteIds: readonly NoteId[],
  placeOf: (id: string) => Point | undefined,
): string | undefined {
  const entities = ids.map(id => entityById(document.model, id)).filter(copies)
  const notes = noteIds.flatMap(id => document.layout.notes?.[id] ?? [])
  if (entities.length + notes.length === 0) return undefined
  const places = [...entities, ...notes].flatMap(({ id }) => {
    const at = placeOf(id)
    return at ? [[id, at] as const] : []
  })
  const homes = entities.flatMap(entity => {
    const home = entity.kind === 'user' ? homeOf(document, entity.id) : undefined
    return home && ids.includes(home) ? [[entity.id, home] as const] : []
  })
  return writeCanvasFile(
    {
      model: modelOf(document.model, entities),
      layout: {
        positions: Object.fromEntries(places),
        homes: Object.fromEntries(homes),
        ...(notes.length > 0 && { notes: Object.fromEntries(notes.map(note => [note.id, note])) }),
      },
      extras: { [mark]: true },
    },
    savedWith,
  )
}

function modelOf(model: Model, entities: readonly Entity[]): Model {
  const only: Model = { ...emptyModel('Copied'), accounts: model.accounts, ous: {} }
  const collections = Object.fromEntries(
    COLLECTIONS.filter(collection => collection !== 'accounts' && collection !== 'ous').map(collection => [
      collection,
      Object.fromEntries(
        entities.filter(({ id }) => Object.hasOwn(model[collection], id)).map(entity => [entity.id, entity]),
      ),
    ]),
  )
  const accounts = Object.values(only.accounts).map(account => ({
    kind: account.kind,
    id: account.id,
    account: account.account,
    name: account.name,
    ...(account.partition && { partition: account.partition }),
    attachedPolicies: [],
  }))
  return {
    ...only,
    ...collections,
    accounts: Object.fromEntries(accounts.map(one => [one.id, one])),
  }
}

/** Reads what `copyText` wrote; `undefined` for any other text. Never throws. */
export function readCopied(text: string): Copied | undefined {
  if (!text.includes('"iam-canvas"')) return undefined
  const read = readCanvasFile(text)
  if (!read.ok || read.value.extras[mark] !== true) return undefined
  const { model, layout } = read.value
  return { model, positions: layout.positions, notes: Object.values(layout.notes ?? {}) }
}
