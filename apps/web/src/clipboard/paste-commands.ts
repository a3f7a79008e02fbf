import {
  apply,
  type Command,
  type Entity,
  type EntityId,
  entityById,
  freeId,
  freeName,
  type HolderId,
  type Model,
  type PolicyId,
  type Resource,
} from '@iam-canvas/core'

export interface Pasted {
  readonly commands: readonly Command[]
  /** The new id of everything that was copied; also of what was there already and is used again. */
  readonly ids: ReadonlyMap<EntityId, EntityId>
  /** Those that were made. */
  readonly made: readonly EntityId[]
}

/**
 * The commands that add copies of everything in `source` to a model, with new ids and free names, and with the
 * attachments, memberships, boundaries and roles among them. Inline, trust and resource policies come along as texts.
 * What the model refuses is left out, and so is whatever refers to it. Never throws.
 */
export function pasteCommands(model: Model, source: Model): Pasted {
  const commands: Command[] = []
  const ids = new Map<EntityId, EntityId>()
  const made: EntityId[] = []
  let now = model
  const take = (command: Command): boolean => {
    const result = apply(now, command)
    if (!result.ok) return false
    now = result.model
    commands.push(command)
    return true
  }
  for (const entity of thingsOf(source)) {
    const there =
      entity.kind === 'policy' && entity.account === 'aws' ? awsPolicy(now, entity.name) : undefined
    if (there) {
      ids.set(entity.id, there)
      continue
    }
    const command = createCommand(now, entity)
    if (!command || !take(command.create)) continue
    ids.set(entity.id, command.id)
    made.push(command.id)
  }
  for (const entity of thingsOf(source)) {
    if (ids.has(entity.id)) for (const command of furtherCommands(entity, ids)) take(command)
  }
  return { commands, ids, made }
}

type Thing = Exclude<Entity, { kind: 'account' | 'ou' }>

/** Policies and groups first: those that hold them come after. */
const thingsOf = (model: Model): readonly Thing[] => [
  ...Object.values(model.policies),
  ...Object.values(model.groups),
  ...Object.values(model.roles),
  ...Object.values(model.users),
  ...Object.values(model.externals),
  ...Object.values(model.resources),
]

const awsPolicy = (model: Model, name: string): PolicyId | undefined =>
  Object.values(model.policies).find(policy => policy.account === 'aws' && policy.name === name)?.id

/** The account it stood in where the model has that one; otherwise the model's own first. */
function placeIn(model: Model, account: string): { readonly account?: string } {
  return Object.values(model.accounts).some(known => known.account === account) ? { account } : {}
}

function createCommand(model: Model, entity: Thing): { id: EntityId; create: Command } | undefined {
  switch (entity.kind) {
    case 'user': {
      const { name, id, place } = fresh(model, entity)
      const { path, tags } = entity
      return { id, create: { type: 'CreateUser', user: id, name, path, tags, ...place } }
    }
    case 'group': {
      const { name, id, place } = fresh(model, entity)
      return { id, create: { type: 'CreateGroup', group: id, name, path: entity.path, ...place } }
    }
    case 'role': {
      const { name, id, place } = fresh(model, entity)
      const { path, tags, trustPolicy } = entity
      return { id, create: { type: 'CreateRole', role: id, name, path, tags, trustPolicy, ...place } }
    }
    case 'policy':
      return createPolicy(model, entity)
    case 'resource':
      return createResource(model, entity)
    case 'external': {
      const name = freeName(model, 'external', entity.name)
      const id = freeId(model, 'external', name)
      const { type: principalType, principal } = entity
      return { id, create: { type: 'AddExternalPrincipal', external: id, name, principalType, principal } }
    }
  }
}

function fresh<K extends 'user' | 'group' | 'role'>(
  model: Model,
  entity: { readonly kind: K; readonly name: string; readonly account: string },
) {
  const place = placeIn(model, entity.account)
  const name = freeName(model, entity.kind, entity.name)
  return { name, id: freeId(model, entity.kind, name), place }
}

function createPolicy(model: Model, policy: Extract<Thing, { kind: 'policy' }>) {
  const { text, path, description, tags, purpose } = policy
  const about = { ...(description !== undefined && { description }), purpose }
  if (policy.account === 'aws') {
    const id = freeId(model, 'policy', policy.name)
    const create: Command = {
      type: 'AddAwsManagedPolicy',
      policy: id,
      name: policy.name,
      path,
      ...(text !== undefined && { text }),
      ...about,
    }
    return { id, create }
  }
  const name = freeName(model, 'policy', policy.name)
  const id = freeId(model, 'policy', name)
  const place = placeIn(model, policy.account)
  const create: Command = {
    type: 'CreatePolicy',
    policy: id,
    name,
    path,
    text: text ?? '',
    tags,
    ...about,
    ...place,
  }
  return { id, create }
}

/** A copy is another thing, so it has another ARN. Policies keep naming the one that they named. */
function createResource(model: Model, resource: Resource): { id: EntityId; create: Command } {
  const name = freeName(model, 'resource', resource.name)
  const id = freeId(model, 'resource', name)
  const arn = freeArn(model, resource, name)
  const parts = resource.parts.map(part =>
    part.startsWith(resource.arn) ? arn + part.slice(resource.arn.length) : part,
  )
  const { service, type: resourceType, tags, resourcePolicy } = resource
  const create: Command = {
    type: 'AddResource',
    resource: id,
    name,
    arn,
    parts,
    service,
    resourceType,
    tags,
    ...placeIn(model, resource.account),
    ...(resourcePolicy !== undefined && { resourcePolicy }),
  }
  return { id, create }
}

function freeArn(model: Model, { arn, name: oldName }: Resource, name: string): string {
  const taken = new Set(Object.values(model.resources).map(resource => resource.arn))
  if (!taken.has(arn)) return arn
  const stem = arn.endsWith(oldName) ? arn.slice(0, arn.length - oldName.length) + name : `${arn}-2`
  for (let count = 3, candidate = stem; ; count++) {
    if (!taken.has(candidate)) return candidate
    candidate = `${stem}-${count}`
  }
}

/** What joins the copies to each other, and what belongs to one of them alone. */
function furtherCommands(entity: Thing, ids: ReadonlyMap<EntityId, EntityId>): Command[] {
  // Each id maps to one of its own kind: that is how they were made above.
  const now = <Id extends EntityId>(id: Id | undefined) => id && (ids.get(id) as Id | undefined)
  const id = now(entity.id)
  if (!id || entity.kind === 'policy' || entity.kind === 'external') return []
  if (entity.kind === 'resource') {
    const role = now(entity.runsAs)
    return role ? [{ type: 'SetRunsAs', resource: id as Resource['id'], role }] : []
  }
  const holder = id as HolderId
  const commands: Command[] = entity.attachedPolicies.flatMap(old => {
    const policy = now(old)
    return policy ? [attach(holder, policy)] : []
  })
  for (const { name, text } of entity.inlinePolicies) commands.push(putInline(holder, name, text))
  if (entity.kind === 'group') return commands
  const boundary = now(entity.permissionsBoundary)
  if (boundary) commands.push(bound(holder, boundary))
  if (entity.kind === 'role') return commands
  const user = id as typeof entity.id
  for (const old of entity.groups) {
    const group = now(old)
    if (group) commands.push({ type: 'AddUserToGroup', user, group })
  }
  const { accessKeys, consolePassword, mfa } = entity
  if (accessKeys !== undefined || consolePassword !== undefined || mfa !== undefined) {
    commands.push({
      type: 'UpdateUserCredentials',
      user,
      ...(accessKeys !== undefined && { accessKeys }),
      ...(consolePassword !== undefined && { consolePassword }),
      ...(mfa !== undefined && { mfa }),
    })
  }
  return commands
}

const isUser = (id: HolderId): id is `user:${string}` => id.startsWith('user:')
const isGroup = (id: HolderId): id is `group:${string}` => id.startsWith('group:')

function attach(holder: HolderId, policy: PolicyId): Command {
  if (isUser(holder)) return { type: 'AttachUserPolicy', user: holder, policy }
  if (isGroup(holder)) return { type: 'AttachGroupPolicy', group: holder, policy }
  return { type: 'AttachRolePolicy', role: holder, policy }
}

function putInline(holder: HolderId, name: string, text: string): Command {
  if (isUser(holder)) return { type: 'PutUserPolicy', user: holder, name, text }
  if (isGroup(holder)) return { type: 'PutGroupPolicy', group: holder, name, text }
  return { type: 'PutRolePolicy', role: holder, name, text }
}

function bound(holder: HolderId, policy: PolicyId): Command {
  return isUser(holder)
    ? { type: 'PutUserPermissionsBoundary', user: holder, policy }
    : { type: 'PutRolePermissionsBoundary', role: holder as `role:${string}`, policy }
}

/** The kind of thing an id is of, for its words: "3 things", "ana". */
export const nameOf = (model: Model, ids: readonly EntityId[]): string => {
  const [only] = ids
  return ids.length === 1 && only ? (entityById(model, only)?.name ?? only) : `${ids.length} things`
}
