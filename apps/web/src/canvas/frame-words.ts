import {
  type AccountNumber,
  accountsIn,
  childOus,
  type Model,
  type OuId,
  type Policy,
  recordsIn,
} from '@iam-canvas/core'
import { remembered } from '../workspace/remembered.ts'
import type { Frame } from './drawn.ts'
import { count } from './node-names.ts'

const counted = ['users', 'groups', 'roles', 'policies', 'resources'] as const
const words: Readonly<Record<(typeof counted)[number], readonly [string, string]>> = {
  users: ['user', 'users'],
  groups: ['group', 'groups'],
  roles: ['role', 'roles'],
  policies: ['policy', 'policies'],
  resources: ['resource', 'resources'],
}

/** What is in a frame, in a few words: "4 users, 2 roles, 1 policy", "binds 3 accounts". */
export function holdsText(model: Model, entity: Frame): string {
  if (entity.kind === 'ou') return `binds ${count(accountsBelow(model, entity.id), 'account')}`
  const numbers = inventory(model).get(entity.account)
  const parts = counted.flatMap((collection, index) => {
    const number = numbers?.[index] ?? 0
    return number === 0 ? [] : count(number, ...words[collection])
  })
  return parts.length === 0 ? 'empty' : parts.join(', ')
}

const inventory = remembered((model: Model): ReadonlyMap<AccountNumber, readonly number[]> => {
  const numbers = new Map<AccountNumber, number[]>()
  counted.forEach((collection, index) => {
    for (const record of recordsIn(model, collection)) {
      if (record.kind === 'policy' && record.purpose !== 'identity') continue
      let own = numbers.get(record.account)
      if (!own) numbers.set(record.account, (own = counted.map(() => 0)))
      own[index] = (own[index] ?? 0) + 1
    }
  })
  return numbers
})

/** The accounts that a policy on this OU binds: those in it and in every OU below it. */
export function accountsBelow(model: Model, ou: OuId, seen: ReadonlySet<OuId> = new Set()): number {
  if (seen.has(ou)) return 0
  const further = new Set([...seen, ou])
  return (
    accountsIn(model, ou).length +
    childOus(model, ou).reduce((sum, child) => sum + accountsBelow(model, child, further), 0)
  )
}

/** The SCPs and RCPs on a frame; AWS's own, which only lets everything through, comes last. */
export const controlsOn = (model: Model, entity: Frame): readonly Policy[] =>
  entity.attachedPolicies
    .flatMap(id => model.policies[id] ?? [])
    .sort((a, b) => Number(a.account === 'aws') - Number(b.account === 'aws'))

/** `SCP` or `RCP`, for a policy of the organization. */
export const controlShort = ({ purpose }: Pick<Policy, 'purpose'>): string =>
  purpose === 'resource-control' ? 'RCP' : 'SCP'
