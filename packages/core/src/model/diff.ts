import type { Collection, IdOf, RecordOf } from './collections.ts'
import type { Organization } from './records.ts'

/**
 * One record that came (`before` absent), went (`after` absent) or changed. `index` is its place in the collection's
 * order, given when it came or went: undoing a deletion puts the record back exactly where it stood.
 */
export type RecordChange = {
  readonly [C in Collection]: {
    readonly collection: C
    readonly id: IdOf<C>
    readonly before?: RecordOf[C]
    readonly after?: RecordOf[C]
    readonly index?: number
  }
}[Collection]

export interface NameChange {
  readonly collection: 'name'
  readonly before: string
  readonly after: string
}

export interface OrganizationChange {
  readonly collection: 'organization'
  readonly before?: Organization
  readonly after?: Organization
}

export type Change = RecordChange | NameChange | OrganizationChange

/** What a command changed, in order. Plain JSON; to be read from first to last. */
export type Diff = readonly Change[]

/** The diff that leads back. Inverting twice gives the same diff again. */
export function invertDiff(diff: Diff): Diff {
  return diff.toReversed().map(invertChange)
}

function invertChange(change: Change): Change {
  const { before, after, ...rest } = change
  // Swapping the two keeps the pairing of collection and record type, which the spread loses.
  return {
    ...rest,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  } as Change
}
