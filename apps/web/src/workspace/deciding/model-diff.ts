import { COLLECTIONS, type Diff, type Model, type RecordChange } from '@iam-canvas/core'

/** What leads from one model to another, found by the identity of their records: cheap after any edit, undo or redo. */
export function modelDiff(before: Model, after: Model): Diff {
  return [
    ...(before.organization === after.organization
      ? []
      : [
          {
            collection: 'organization',
            ...(after.organization && { after: after.organization }),
          } as const,
        ]),
    ...COLLECTIONS.flatMap(collection =>
      before[collection] === after[collection]
        ? []
        : recordChanges(collection, before[collection], after[collection]),
    ),
  ]
}

function recordChanges(
  collection: (typeof COLLECTIONS)[number],
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly RecordChange[] {
  const gone = Object.keys(before).filter(id => !Object.hasOwn(after, id))
  const changed = Object.keys(after).filter(id => before[id] !== after[id])
  // Each id comes from the collection that is named beside it.
  return [
    ...gone.map(id => ({ collection, id }) as RecordChange),
    ...changed.map(id => ({ collection, id, after: after[id] }) as RecordChange),
  ]
}
