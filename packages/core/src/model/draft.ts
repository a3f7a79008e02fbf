import { type Collection, collectionOf, kindOfId, recordIn, recordsIn, type RecordOf } from './collections.ts'
import type { Change, Diff } from './diff.ts'
import { identityOf } from './identity.ts'
import { sameValue } from './same-value.ts'
import type { Entity, Model, Organization } from './records.ts'

/** The collections whose records are told apart by `identityOf`. */
type NamedCollection = Exclude<Collection, 'ous'>

/** A collection being changed. `order` exists once the order of keys differs from that of `records`. */
interface Working {
  records: Record<string, Entity>
  /** How many there are, once somebody had to know. */
  count?: number
  order?: string[]
}

/**
 * A model in the making: reads see what was written, the model it began from is never touched, and every write is
 * noted as a change. Collections are copied on their first write, so the untouched ones keep their identity.
 */
export class Draft {
  readonly #base: Model
  readonly #working = new Map<Collection, Working>()
  readonly #changes: Change[] = []
  readonly #lookups = new Map<Collection, number>()
  readonly #identities = new Map<Collection, Map<string, Set<string>>>()
  #name: string
  #organization: Organization | undefined

  constructor(base: Model) {
    this.#base = base
    this.#name = base.name
    this.#organization = base.organization
  }

  get organization(): Organization | undefined {
    return this.#organization
  }

  get<C extends Collection>(collection: C, id: string): RecordOf[C] | undefined {
    const working = this.#working.get(collection)
    if (!working) return recordIn(this.#base, collection, id)
    return Object.hasOwn(working.records, id) ? (working.records[id] as RecordOf[C]) : undefined
  }

  /** All records of a collection as they are now. A snapshot: writing while reading it is safe. */
  all<C extends Collection>(collection: C): readonly RecordOf[C][] {
    const working = this.#working.get(collection)
    if (!working) return recordsIn(this.#base, collection)
    if (!working.order) return Object.values(working.records) as RecordOf[C][]
    return working.order.map(id => working.records[id] as RecordOf[C])
  }

  /** Another record with this identity (`identityOf`), if there is one; `but` is an id that does not count. */
  withIdentity<C extends NamedCollection>(
    collection: C,
    identity: string,
    but?: string,
  ): RecordOf[C] | undefined {
    const lookups = this.#lookups.get(collection) ?? 0
    this.#lookups.set(collection, lookups + 1)
    // One command looks once: going through the records is then cheaper than an index. A batch looks often.
    if (lookups === 0) {
      return this.all(collection).find(record => record.id !== but && identityOf(record) === identity)
    }
    let index = this.#identities.get(collection)
    if (!index) {
      index = new Map()
      for (const record of this.all(collection)) addIdentity(index, record)
      this.#identities.set(collection, index)
    }
    for (const id of index.get(identity) ?? []) if (id !== but) return this.get(collection, id)
    return undefined
  }

  /** Adds the record, at `index` or at the end, or replaces the one with its id. An equal record changes nothing. */
  put(record: Entity, index?: number): void {
    const collection = collectionOf(record.kind)
    const before = this.get(collection, record.id)
    if (before && sameValue(before, record)) return
    const working = this.#write(collection)
    if (before) {
      this.#note({ collection, id: record.id, before, after: record })
    } else {
      const count = (working.count ??= Object.keys(working.records).length)
      const at = Math.min(index ?? count, count)
      if (at < count) {
        working.order ??= Object.keys(working.records)
        working.order.splice(at, 0, record.id)
      } else working.order?.push(record.id)
      working.count = count + 1
      this.#note({ collection, id: record.id, after: record, index: at })
    }
    working.records[record.id] = record
    this.#reindex(collection, before, record)
  }

  remove(id: string): void {
    const kind = kindOfId(id)
    if (!kind) return
    const collection = collectionOf(kind)
    const before = this.get(collection, id)
    if (!before) return
    const working = this.#write(collection)
    working.order ??= Object.keys(working.records)
    const index = working.order.indexOf(id)
    working.order.splice(index, 1)
    if (working.count !== undefined) working.count -= 1
    delete working.records[id]
    this.#reindex(collection, before, undefined)
    this.#note({ collection, id: before.id, before, index })
  }

  setName(name: string): void {
    if (name === this.#name) return
    this.#note({ collection: 'name', before: this.#name, after: name })
    this.#name = name
  }

  setOrganization(organization: Organization | undefined): void {
    const before = this.#organization
    if (sameValue(before, organization)) return
    this.#note({
      collection: 'organization',
      ...(before && { before }),
      ...(organization && { after: organization }),
    })
    this.#organization = organization
  }

  /** The finished model and everything that was written. Without a write it is the very model it began from. */
  finish(): { readonly model: Model; readonly diff: Diff } {
    if (this.#changes.length === 0) return { model: this.#base, diff: [] }
    const collections: Partial<Record<Collection, Record<string, Entity>>> = {}
    for (const [collection, { records, order }] of this.#working) {
      collections[collection] = order ? inOrder(records, order) : records
    }
    const { organization: _, ...base } = this.#base
    const model = {
      ...base,
      name: this.#name,
      ...(this.#organization && { organization: this.#organization }),
      ...collections,
    }
    // `put` files every record under the collection of its own kind.
    return { model: model as Model, diff: this.#changes }
  }

  #write(collection: Collection): Working {
    const known = this.#working.get(collection)
    if (known) return known
    const source: Readonly<Record<string, Entity>> = this.#base[collection]
    const records: Record<string, Entity> = {}
    // Twice as fast as a spread once there are thousands; every key begins with a kind, so none is `__proto__`.
    for (const id in source) if (Object.hasOwn(source, id)) records[id] = source[id] as Entity
    const working: Working = { records }
    this.#working.set(collection, working)
    return working
  }

  #reindex(collection: Collection, before: Entity | undefined, after: Entity | undefined): void {
    const index = this.#identities.get(collection)
    if (!index) return
    if (before && before.kind !== 'ou') index.get(identityOf(before))?.delete(before.id)
    if (after && after.kind !== 'ou') addIdentity(index, after)
  }

  // The callers pair collection and record by `collectionOf`, which the union of changes cannot see.
  #note(change: { readonly collection: string; readonly [field: string]: unknown }): void {
    this.#changes.push(change as unknown as Change)
  }
}

function addIdentity(
  index: Map<string, Set<string>>,
  record: Exclude<Entity, { readonly kind: 'ou' }>,
): void {
  const identity = identityOf(record)
  const ids = index.get(identity)
  if (ids) ids.add(record.id)
  else index.set(identity, new Set([record.id]))
}

function inOrder(
  records: Readonly<Record<string, Entity>>,
  order: readonly string[],
): Record<string, Entity> {
  const ordered: Record<string, Entity> = {}
  for (const id of order) {
    const record = records[id]
    if (record) ordered[id] = record
  }
  return ordered
}
