import { partsOf } from './apply-resources.ts'
import { COLLECTIONS, type Collection, recordIn } from './collections.ts'
import type { Draft } from './draft.ts'
import { identityOf, placeOf } from './identity.ts'
import type {
  Account,
  Entity,
  EntityId,
  Model,
  OrganizationalUnit,
  Policy,
  Resource,
  Role,
  User,
} from './records.ts'

/**
 * Adds a model to a draft. What AWS would call the same thing is the same entity, whatever its id: an account by its
 * number, a user, group, role or policy by account and name, a resource by its ARN, an OU by its place. It keeps the
 * id it has here and takes the incoming content, but loses nothing that the incoming model does not know. Any other
 * entity is added, under a new id if its own is taken.
 */
export function merge(draft: Draft, incoming: Model): void {
  const ids = idsAfterMerge(draft, incoming)
  if (!draft.organization && incoming.organization) draft.setOrganization(incoming.organization)
  for (const collection of COLLECTIONS) {
    for (const record of Object.values(incoming[collection]) as readonly Entity[]) {
      const renamed = withIds(record, ids)
      const known = draft.get(collection, renamed.id)
      draft.put(known ? combine(known, renamed) : renamed)
    }
  }
}

type Ids = ReadonlyMap<string, EntityId>

function idsAfterMerge(draft: Draft, incoming: Model): Ids {
  // Imports can hold two of the same identity: the first is the first here, the second the second.
  const known = new Map<string, EntityId[]>()
  const here = keyOf(id => draft.get('ous', id))
  const there = keyOf(id => recordIn(incoming, 'ous', id))
  for (const collection of COLLECTIONS) {
    for (const record of draft.all(collection)) {
      const identity = here(record)
      known.set(identity, [...(known.get(identity) ?? []), record.id])
    }
  }
  const ids = new Map<string, EntityId>()
  const given = new Set<string>()
  for (const collection of COLLECTIONS) {
    for (const record of Object.values(incoming[collection]) as readonly Entity[]) {
      const id = known.get(there(record))?.shift() ?? freshId(draft, collection, record, given)
      ids.set(record.id, id)
      given.add(id)
    }
  }
  return ids
}

const keyOf =
  (ouById: (id: string) => OrganizationalUnit | undefined) =>
  (record: Entity): string =>
    record.kind === 'ou' ? `ou ${JSON.stringify(placeOf(record, ouById))}` : identityOf(record)

function freshId(draft: Draft, collection: Collection, record: Entity, given: ReadonlySet<string>): EntityId {
  const taken = (id: string): boolean => given.has(id) || draft.get(collection, id) !== undefined
  let id: EntityId = record.id
  const account = 'account' in record ? record.account : undefined
  if (taken(id) && account !== undefined) id = `${record.kind}:${account}/${record.name}` as EntityId
  const stem = id
  for (let count = 2; taken(id); count += 1) id = `${stem}-${count}` as EntityId
  return id
}

/** The record under its new id, with every id it refers to changed likewise. */
function withIds(record: Entity, ids: Ids): Entity {
  // An id maps to one of the same kind, which a map of all kinds cannot say.
  const to = <I extends EntityId>(id: I): I => (ids.get(id) as I | undefined) ?? id
  const bound = 'permissionsBoundary' in record && record.permissionsBoundary
  return {
    ...record,
    id: to(record.id),
    ...('attachedPolicies' in record && { attachedPolicies: record.attachedPolicies.map(to) }),
    ...('groups' in record && { groups: record.groups.map(to) }),
    ...(bound && { permissionsBoundary: to(bound) }),
    ...('ou' in record && record.ou && { ou: to(record.ou) }),
    ...('parent' in record && record.parent && { parent: to(record.parent) }),
    ...('runsAs' in record && record.runsAs && { runsAs: to(record.runsAs) }),
    // The spread of a union loses which kind it is; every field put back has the type it had.
  } as Entity
}

/** Both are of one kind: ids of different kinds are never the same. */
function combine(known: Entity, incoming: Entity): Entity {
  if (incoming.kind === 'account' || incoming.kind === 'ou') {
    return combineTargets(known as Account | OrganizationalUnit, incoming)
  }
  if (incoming.kind === 'resource') return combineResources(known as Resource, incoming)
  if (incoming.kind === 'policy') {
    const { text, description } = known as Policy
    return {
      ...incoming,
      ...(incoming.text === undefined && text !== undefined && { text }),
      ...(incoming.description === undefined && description !== undefined && { description }),
    }
  }
  if (incoming.kind === 'user' || incoming.kind === 'role') {
    // A spread keeps what only the known one says: how a user signs in, a role's instance profiles. The boundary is
    // part of the content, so its absence counts.
    const { permissionsBoundary: _, ...kept } = known as User | Role
    return { ...kept, ...incoming }
  }
  return incoming
}

/** A target keeps its name and its place; policies are added. */
function combineTargets(
  known: Account | OrganizationalUnit,
  incoming: Account | OrganizationalUnit,
): Account | OrganizationalUnit {
  return {
    ...incoming,
    ...known,
    attachedPolicies: [...new Set([...known.attachedPolicies, ...incoming.attachedPolicies])],
  }
}

function combineResources(known: Resource, incoming: Resource): Resource {
  return {
    ...known,
    ...incoming,
    name: known.name,
    account: known.account,
    parts: partsOf(incoming.arn, [...known.parts, ...incoming.parts]),
    tags: incoming.tags.length > 0 ? incoming.tags : known.tags,
  }
}

/** Makes the draft equal to a model. Records that are the same keep their identity. */
export function replaceWith(draft: Draft, next: Model): void {
  draft.setName(next.name)
  draft.setOrganization(next.organization)
  for (const collection of COLLECTIONS) {
    for (const record of draft.all(collection).toReversed()) {
      if (!Object.hasOwn(next[collection], record.id)) draft.remove(record.id)
    }
    for (const record of Object.values(next[collection]) as readonly Entity[]) draft.put(record)
  }
}
