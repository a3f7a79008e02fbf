import { arnOf } from '../model/entity-arn.ts'
import type { DocumentId, Group, Model, Policy, PolicyId, Role, User } from '../model/records.ts'
import { callerOf } from './caller.ts'
import type { RequestContext } from './context.ts'
import { samePolicies } from './controls.ts'
import type { RowInput } from './matrix.ts'
import { callerContext } from './model-context.ts'
import { type PolicyInSet, policyIn } from './policy-sets.ts'
import { sameList } from './same-list.ts'

interface Known {
  /** The collections in which it was found to hold last. Not the model, which would be kept with everything in it. */
  checked: Pick<Model, 'policies' | 'groups'>
  readonly accounts: Model['accounts']
  readonly groups: readonly (Group | undefined)[]
  readonly policies: readonly (readonly [PolicyId, Policy | undefined])[]
  readonly input: RowInput
}

const known = new WeakMap<User | Role, Known>()

/**
 * What a user's or role's answers follow from on its own side. The same records give the same input: an edit leaves
 * that of others alone.
 */
export function rowInput(model: Model, holder: User | Role): RowInput {
  const { policies, groups, accounts } = model
  const old = known.get(holder)
  if (old && holds(old, model, holder)) {
    old.checked = { policies, groups }
    return old.input
  }
  const lenders = groupsOf(model, holder)
  const ids = [holder, ...lenders].flatMap(source => source?.attachedPolicies ?? [])
  if (holder.permissionsBoundary) ids.push(holder.permissionsBoundary)
  const input = gatherInput(model, holder)
  known.set(holder, {
    checked: { policies, groups },
    accounts,
    groups: lenders,
    policies: ids.map(id => [id, policies[id]]),
    input,
  })
  return input
}

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
  const side = { holder, arn, caller: callerOf(arn), account: holder.account }
  let context: RequestContext | undefined
  let parts: readonly unknown[] = []
  return {
    ...side,
    identity: identityPolicies(model, holder),
    // A boundary whose text nobody has allows nothing: it is there, and it is silent.
    boundary: boundary && policyIn('boundary', boundary, model.policies[boundary]?.text ?? ''),
    contextIn(now) {
      const current = [now.organization, now.accounts, now.ous]
      if (!context || !sameList(parts, current)) context = callerContext(now, side)
      parts = current
      return context
    },
  }
}

/** A user's own policies and those of each of its groups; a policy that comes by several ways counts once. [D7] */
function identityPolicies(model: Model, holder: User | Role): PolicyInSet[] {
  const found = new Map<string, PolicyInSet>()
  const add = (id: DocumentId, text: string | undefined, via: readonly string[]) => {
    // A policy whose text nobody has allows nothing.
    if (text === undefined) return
    const known = found.get(id)
    found.set(id, known ? { ...known, via: [...known.via, ...via] } : policyIn('identity', id, text, via))
  }
  const groups = holder.kind === 'user' ? holder.groups.flatMap(id => model.groups[id] ?? []) : []
  for (const source of [holder, ...groups]) {
    const via = source === holder ? [] : [source.id]
    for (const { name, text } of source.inlinePolicies) add(`inline:${source.id}/${name}`, text, via)
    for (const id of source.attachedPolicies) add(id, model.policies[id]?.text, via)
  }
  return [...found.values()]
}

/** Whether two inputs of one principal give the same row, but for what conditions and variables read of it. */
export const sameInput = (one: RowInput, other: RowInput): boolean =>
  one === other ||
  (one.arn === other.arn &&
    one.boundary?.compiled === other.boundary?.compiled &&
    samePolicies(one.identity, other.identity))
