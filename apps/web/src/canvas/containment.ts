import {
  type AccountNumber,
  type AccountRecordId,
  type Entity,
  type EntityId,
  entityById,
  type Model,
  type OuId,
  type Policy,
  usesOf,
} from '@iam-canvas/core'
import { homeOf, type WorkspaceDocument } from '../workspace/document.ts'
import { remembered } from '../workspace/remembered.ts'

/** Accounts are drawn as frames as soon as there is something to tell apart; a single account stays a plain canvas. */
export const isFramed = remembered(
  ({ organization, accounts }: Model) => organization !== undefined || Object.keys(accounts).length > 1,
)

export const rootOf = remembered(
  (model: Model): OuId | undefined => Object.values(model.ous).find(({ parent }) => parent === undefined)?.id,
)

const accountsByNumber = remembered(
  (accounts: Model['accounts']): ReadonlyMap<AccountNumber, AccountRecordId> =>
    new Map(Object.values(accounts).map(({ account, id }) => [account, id])),
)

/** The record of an account, by its number. */
export const accountWith = (model: Model, number: AccountNumber): AccountRecordId | undefined =>
  accountsByNumber(model.accounts).get(number)

/**
 * What an entity is drawn in: a user in its home group, everything that an account owns in the account, accounts and
 * OUs in their OU, control policies in the root. An AWS managed policy stands in the account that alone uses it.
 */
export function containerOf(
  document: Pick<WorkspaceDocument, 'model' | 'layout'>,
  entity: Entity,
): EntityId | undefined {
  const { model } = document
  const home = entity.kind === 'user' ? homeOf(document, entity.id) : undefined
  if (home) return home
  if (!isFramed(model)) return undefined
  switch (entity.kind) {
    case 'user':
    case 'group':
    case 'role':
    case 'resource':
      return accountWith(model, entity.account)
    case 'policy':
      if (entity.purpose !== 'identity') return rootOf(model)
      return entity.account === 'aws' ? soleUser(model, entity) : accountWith(model, entity.account)
    case 'account':
      return entity.ou && model.ous[entity.ou] ? entity.ou : undefined
    case 'ou':
      return entity.parent && model.ous[entity.parent] ? entity.parent : undefined
    case 'external':
      return undefined
  }
}

function soleUser(model: Model, policy: Policy): AccountRecordId | undefined {
  const { attachedTo, boundaryOf } = usesOf(model, policy.id)
  const accounts = new Set<AccountNumber>()
  for (const id of [...attachedTo, ...boundaryOf]) {
    const holder = entityById(model, id)
    if (holder && 'account' in holder) accounts.add(holder.account)
  }
  const [only] = accounts
  return only !== undefined && accounts.size === 1 ? accountWith(model, only) : undefined
}

/** Everything that an entity stands in, from the inside out. */
export function containersOf(
  document: Pick<WorkspaceDocument, 'model' | 'layout'>,
  id: EntityId,
): readonly EntityId[] {
  const around: EntityId[] = []
  let entity = entityById(document.model, id)
  while (entity) {
    const container = containerOf(document, entity)
    // A file may hold OUs that contain each other.
    if (container === undefined || around.includes(container)) break
    around.push(container)
    entity = entityById(document.model, container)
  }
  return around
}

/** What stands for an entity in the picture: itself, or the outermost collapsed frame that hides it. */
export function shownFor(document: WorkspaceDocument, id: EntityId): EntityId {
  const collapsed = document.layout.collapsed
  if (!collapsed || collapsed.length === 0) return id
  return containersOf(document, id).findLast(container => collapsed.includes(container)) ?? id
}

export const isCollapsed = ({ layout }: Pick<WorkspaceDocument, 'layout'>, id: EntityId): boolean =>
  layout.collapsed?.includes(id) ?? false
