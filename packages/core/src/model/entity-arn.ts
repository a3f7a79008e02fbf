import { entityById, recordsIn } from './collections.ts'
import type { AccountNumber, Entity, EntityId, Model } from './records.ts'
import { remembered } from './remembered.ts'

/**
 * The ARN that AWS would give this entity, or `undefined` where there is none: an unknown id, an OU, an SCP or RCP
 * (Organizations numbers them), an external principal that is no ARN. An account's is that of its root user.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function arnOf(model: Model, id: EntityId): string | undefined {
  const entity = entityById(model, id)
  return entity && arnOfEntity(model, entity)
}

/** The entity that has this ARN, compared letter by letter. A session's ARN finds nothing. */
export function entityByArn(model: Model, arn: string): Entity | undefined {
  const id = arnIndex(model).get(arn)
  return id && entityById(model, id)
}

/** The partition of an account's ARNs: `aws` for one that is not in the model. */
export function partitionOf(model: Model, account: AccountNumber): string {
  const accounts = recordsIn(model, 'accounts')
  // AWS's own policies live in the partition of whoever uses them.
  const record = account === 'aws' ? accounts[0] : accounts.find(known => known.account === account)
  return record?.partition ?? 'aws'
}

function arnOfEntity(model: Model, entity: Entity): string | undefined {
  if (entity.kind === 'ou') return undefined
  if (entity.kind === 'resource') return entity.arn
  if (entity.kind === 'external') return entity.principal.startsWith('arn:') ? entity.principal : undefined
  const iam = `arn:${partitionOf(model, entity.account)}:iam::${entity.account}`
  if (entity.kind === 'account') return `${iam}:root`
  if (entity.kind === 'policy' && entity.purpose !== 'identity') return undefined
  return `${iam}:${entity.kind}${entity.path}${entity.name}`
}

const arnIndex = remembered((model: Model): ReadonlyMap<string, EntityId> => {
  const ids = new Map<string, EntityId>()
  // What is in the model itself wins over someone outside who was given the same ARN.
  for (const kind of [
    'externals',
    'resources',
    'accounts',
    'policies',
    'groups',
    'roles',
    'users',
  ] as const) {
    for (const entity of recordsIn(model, kind)) {
      const arn = arnOfEntity(model, entity)
      if (arn !== undefined) ids.set(arn, entity.id)
    }
  }
  return ids
})
