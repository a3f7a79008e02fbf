import { arnOf } from '../model/entity-arn.ts'
import type { Group, Model, Policy, PolicyId, Role, User } from '../model/records.ts'
import { callerOf } from './caller.ts'
import { sameList } from './controls.ts'
import { identityPolicies, policyIn } from './gather.ts'
import type { RowInput } from './matrix.ts'

interface Known {
  /** The collections in which it was found to hold last. */
  checked: Pick<Model, 'policies' | 'groups'>
  readonly accounts: Model['accounts']
  readonly groups: readonly (Group | undefined)[]
  readonly policies: readonly (readonly [PolicyId, Policy | undefined])[]
  readonly input: RowInput
}

const known = new WeakMap<User | Role, Known>()

/** What a principal's row follows from. The same records give the same input: an edit leaves the others' alone. */
export function rowInput(model: Model, holder: User | Role): RowInput {
  const old = known.get(holder)
  if (old && holds(old, model, holder)) {
    old.checked = checkedIn(model)
    return old.input
  }
  const input = gatherInput(model, holder)
  const groups = groupsOf(model, holder)
  const ids = [holder, ...groups].flatMap(source => source?.attachedPolicies ?? [])
  if (holder.permissionsBoundary) ids.push(holder.permissionsBoundary)
  known.set(holder, {
    checked: checkedIn(model),
    accounts: model.accounts,
    groups,
    policies: ids.map(id => [id, model.policies[id]]),
    input,
  })
  return input
}

/** Not the model itself, which would be kept with everything in it. */
const checkedIn = ({ policies, groups }: Model): Known['checked'] => ({ policies, groups })

function holds({ checked, accounts, groups, policies }: Known, model: Model, holder: User | Role): boolean {
  return (
    accounts === model.accounts &&
    (checked.groups === model.groups || sameList(groups, groupsOf(model, holder))) &&
    (checked.policies === model.policies || policies.every(([id, record]) => model.policies[id] === record))
  )
}

const groupsOf = (model: Model, holder: User | Role): readonly (Group | undefined)[] =>
  holder.kind === 'user' ? holder.groups.map(id => model.groups[id]) : []

function gatherInput(model: Model, holder: User | Role): RowInput {
  const boundary = holder.permissionsBoundary
  const arn = arnOf(model, holder.id) ?? ''
  return {
    holder,
    arn,
    caller: callerOf(arn),
    account: holder.account,
    identity: identityPolicies(model, holder).map(({ compiled }) => compiled),
    boundary: boundary && policyIn('boundary', boundary, model.policies[boundary]?.text ?? '').compiled,
  }
}

/** Whether two inputs of one principal give the same row, but for what conditions and variables read of it. */
export const sameInput = (one: RowInput, other: RowInput): boolean =>
  one === other ||
  (one.arn === other.arn && one.boundary === other.boundary && sameList(one.identity, other.identity))
