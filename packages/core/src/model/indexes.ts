import { recordsIn } from './collections.ts'
import type {
  AccountRecordId,
  GroupId,
  HolderId,
  Model,
  OuId,
  PolicyId,
  PrincipalId,
  ResourceId,
  RoleId,
  UserId,
} from './records.ts'
import { remembered } from './remembered.ts'

/** Who uses a policy, and how. */
export interface PolicyUses {
  readonly attachedTo: readonly HolderId[]
  readonly boundaryOf: readonly PrincipalId[]
  /** For an SCP or RCP. */
  readonly controls: readonly (AccountRecordId | OuId)[]
}

const UNUSED: PolicyUses = { attachedTo: [], boundaryOf: [], controls: [] }
const NOBODY: readonly never[] = []

/** The users of a group. Remembered: asking again for the same model gives the same list. */
export const membersOf = (model: Model, group: GroupId): readonly UserId[] =>
  memberIndex(model.users).get(group) ?? NOBODY

/** Everything that uses a policy. */
export const usesOf = (model: Model, policy: PolicyId): PolicyUses => usesIndex(model).get(policy) ?? UNUSED

/** What runs as a role. */
export const runningAs = (model: Model, role: RoleId): readonly ResourceId[] =>
  runsAsIndex(model.resources).get(role) ?? NOBODY

/** The OUs directly inside an OU; for `undefined` the root, or every OU without a parent. */
export const childOus = (model: Model, parent: OuId | undefined): readonly OuId[] =>
  ouIndex(model.ous).get(parent) ?? NOBODY

/** The accounts directly inside an OU; for `undefined` those outside the organization. */
export const accountsIn = (model: Model, ou: OuId | undefined): readonly AccountRecordId[] =>
  accountIndex(model.accounts).get(ou) ?? NOBODY

const memberIndex = remembered((users: Model['users']) => {
  const members = new Map<GroupId, UserId[]>()
  for (const user of Object.values(users)) for (const group of user.groups) addTo(members, group, user.id)
  return members
})

const runsAsIndex = remembered((resources: Model['resources']) => {
  const running = new Map<RoleId, ResourceId[]>()
  for (const resource of Object.values(resources)) {
    if (resource.runsAs) addTo(running, resource.runsAs, resource.id)
  }
  return running
})

const ouIndex = remembered((ous: Model['ous']) => {
  const children = new Map<OuId | undefined, OuId[]>()
  for (const ou of Object.values(ous)) addTo(children, ou.parent, ou.id)
  return children
})

const accountIndex = remembered((accounts: Model['accounts']) => {
  const inside = new Map<OuId | undefined, AccountRecordId[]>()
  for (const account of Object.values(accounts)) addTo(inside, account.ou, account.id)
  return inside
})

const usesIndex = remembered((model: Model): ReadonlyMap<PolicyId, PolicyUses> => {
  const attached = new Map<PolicyId, HolderId[]>()
  const boundaries = new Map<PolicyId, PrincipalId[]>()
  const controls = new Map<PolicyId, (AccountRecordId | OuId)[]>()
  for (const kind of ['users', 'groups', 'roles'] as const) {
    for (const holder of recordsIn(model, kind)) {
      for (const policy of holder.attachedPolicies) addTo(attached, policy, holder.id)
      if (holder.kind !== 'group' && holder.permissionsBoundary) {
        addTo(boundaries, holder.permissionsBoundary, holder.id)
      }
    }
  }
  for (const kind of ['accounts', 'ous'] as const) {
    for (const target of recordsIn(model, kind)) {
      for (const policy of target.attachedPolicies) addTo(controls, policy, target.id)
    }
  }
  const uses = new Map<PolicyId, PolicyUses>()
  for (const policy of new Set([...attached.keys(), ...boundaries.keys(), ...controls.keys()])) {
    uses.set(policy, {
      attachedTo: attached.get(policy) ?? NOBODY,
      boundaryOf: boundaries.get(policy) ?? NOBODY,
      controls: controls.get(policy) ?? NOBODY,
    })
  }
  return uses
})

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
