import type {
  Account,
  Entity,
  EntityKind,
  ExternalPrincipal,
  Group,
  Model,
  OrganizationalUnit,
  Policy,
  Resource,
  Role,
  User,
} from './records.ts'

/** The record type that each collection of a model holds. */
export interface RecordOf {
  readonly accounts: Account
  readonly ous: OrganizationalUnit
  readonly users: User
  readonly groups: Group
  readonly roles: Role
  readonly policies: Policy
  readonly resources: Resource
  readonly externals: ExternalPrincipal
}

export type Collection = keyof RecordOf
export type IdOf<C extends Collection> = RecordOf[C]['id']

export const COLLECTIONS: readonly Collection[] = [
  'accounts',
  'ous',
  'users',
  'groups',
  'roles',
  'policies',
  'resources',
  'externals',
]

const COLLECTION_BY_KIND = {
  account: 'accounts',
  ou: 'ous',
  user: 'users',
  group: 'groups',
  role: 'roles',
  policy: 'policies',
  resource: 'resources',
  external: 'externals',
} as const satisfies Record<EntityKind, Collection>

export const collectionOf = <K extends EntityKind>(kind: K): (typeof COLLECTION_BY_KIND)[K] =>
  COLLECTION_BY_KIND[kind]

/** The kind an id claims: the word before its first colon. `undefined` for anything that is no id. */
export function kindOfId(id: string): EntityKind | undefined {
  const colon = id.indexOf(':')
  if (colon < 1 || colon === id.length - 1) return undefined
  const kind = id.slice(0, colon)
  return Object.hasOwn(COLLECTION_BY_KIND, kind) ? (kind as EntityKind) : undefined
}

/**
 * The record with this id, or `undefined`. Safe for any string: `__proto__` and `constructor` find nothing, because
 * only own keys count.
 */
export function recordIn<C extends Collection>(
  model: Model,
  collection: C,
  id: string,
): RecordOf[C] | undefined {
  const records = model[collection] as Readonly<Record<string, RecordOf[C]>>
  return Object.hasOwn(records, id) ? records[id] : undefined
}

/** All records of a collection, in the order in which they were added. */
export function recordsIn<C extends Collection>(model: Model, collection: C): readonly RecordOf[C][] {
  return Object.values(model[collection] as Readonly<Record<string, RecordOf[C]>>)
}

/** The entity with this id, of whatever kind. Any string may be asked. */
export function entityById(model: Model, id: string): Entity | undefined {
  const kind = kindOfId(id)
  return kind && recordIn(model, collectionOf(kind), id)
}
