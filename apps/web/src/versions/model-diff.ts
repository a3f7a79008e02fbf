import { COLLECTIONS, type Diff, type Entity, type Model } from '@iam-canvas/core'

/** The diff that leads from one model to another: each record that came, went or changed. */
export function modelDiff(before: Model, after: Model): Diff {
  return [
    ...(before.name === after.name
      ? []
      : [{ collection: 'name', before: before.name, after: after.name } as const]),
    ...(JSON.stringify(before.organization) === JSON.stringify(after.organization)
      ? []
      : [
          {
            collection: 'organization',
            ...(before.organization && { before: before.organization }),
            ...(after.organization && { after: after.organization }),
          } as const,
        ]),
    ...COLLECTIONS.flatMap(collection =>
      recordChanges(before[collection], after[collection]).map(change => ({ collection, ...change })),
    ),
    // The records of a collection are of its own kind, which the loop over all collections cannot show.
  ] as Diff
}

interface RecordChange {
  readonly id: string
  readonly before?: Entity
  readonly after?: Entity
  readonly index?: number
}

type Records = Readonly<Record<string, Entity>>

function recordChanges(before: Records, after: Records): RecordChange[] {
  const [ids, wanted] = [Object.keys(before), Object.keys(after)]
  const stay = new Set(inSameOrder(ids, wanted))
  const changed = wanted.flatMap((id): RecordChange[] => {
    const [old, record] = [before[id], after[id]]
    const same = !old || !record || !stay.has(id) || old === record || sameRecord(old, record)
    return same ? [] : [{ id, before: old, after: record }]
  })
  // From the last one, so that each place is still the one it had when it is taken back.
  const gone = ids
    .map((id, index): RecordChange => ({ id, index, ...(before[id] && { before: before[id] }) }))
    .filter(({ id }) => !stay.has(id))
    .reverse()
  const come = wanted
    .map((id, index): RecordChange => ({ id, index, ...(after[id] && { after: after[id] }) }))
    .filter(({ id }) => !stay.has(id))
  return [...changed, ...gone, ...come]
}

/** Those in both that need not move: all of them, unless their order changed; then those before the first that moved. */
function inSameOrder(ids: readonly string[], wanted: readonly string[]): readonly string[] {
  const known = new Set(ids)
  const left = new Set(wanted)
  const there = wanted.filter(id => known.has(id))
  const here = ids.filter(id => left.has(id))
  const moved = here.findIndex((id, index) => id !== there[index])
  return moved < 0 ? here : here.slice(0, moved)
}

/** Records are plain JSON, and a reader keeps the order of their keys. */
const sameRecord = (a: Entity, b: Entity) => JSON.stringify(a) === JSON.stringify(b)
