import { arnOf } from '../model/entity-arn.ts'
import type { DocumentId, Group, Model, Policy, Role, User } from '../model/records.ts'
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
  /** What each source lends: the holder itself first. */
  readonly lent: readonly (readonly PolicyInSet[])[]
  readonly boundary: Policy | undefined
  readonly input: RowInput
}

const known = new WeakMap<User | Role, Known>()

/**
 * What a user's or role's answers follow from on its own side. The same records give the same input: an edit leaves
 * that of others alone.
 */
export function rowInput(model: Model, holder: User | Role): RowInput {
  const { policies, groups, accounts } = model
  const limit = holder.permissionsBoundary
  const old = known.get(holder)
  const sameAccounts = old?.accounts === accounts
  if (sameAccounts && old.checked.policies === policies && old.checked.groups === groups) return old.input
  const lent = sourcesOf(model, holder).map(source => policiesLentBy(model, source))
  const boundary = limit && policies[limit]
  if (sameAccounts && old.boundary === boundary && sameList(old.lent, lent)) {
    old.checked = { policies, groups }
    return old.input
  }
  const input = gatherInput(model, holder, lent)
  known.set(holder, { checked: { policies, groups }, accounts, lent, boundary, input })
  return input
}

/** A user or role itself, and the groups that it is in. */
const sourcesOf = (model: Model, holder: User | Role): readonly (User | Role | Group)[] =>
  holder.kind === 'user' ? [holder, ...holder.groups.flatMap(id => model.groups[id] ?? [])] : [holder]

interface Lent {
  readonly records: readonly (Policy | undefined)[]
  readonly policies: readonly PolicyInSet[]
}

const lentBy = new WeakMap<User | Role | Group, Lent>()

/** A source's own policies, read once for all who have them from it. A policy whose text nobody has allows nothing. */
function policiesLentBy(model: Model, source: User | Role | Group): readonly PolicyInSet[] {
  const records = source.attachedPolicies.map(id => model.policies[id])
  const old = lentBy.get(source)
  if (old && sameList(old.records, records)) return old.policies
  const via = source.kind === 'group' ? [source.id] : []
  const texts: [id: DocumentId, text: string | undefined][] = [
    ...source.inlinePolicies.map(
      ({ name, text }) => [`inline:${source.id}/${name}`, text] as [DocumentId, string],
    ),
    ...source.attachedPolicies.map(
      (id, index) => [id, records[index]?.text] as [DocumentId, string | undefined],
    ),
  ]
  const policies = texts.flatMap(([id, text]) =>
    text === undefined ? [] : policyIn('identity', id, text, via),
  )
  lentBy.set(source, { records, policies })
  return policies
}

function gatherInput(model: Model, holder: User | Role, lent: readonly (readonly PolicyInSet[])[]): RowInput {
  const boundary = holder.permissionsBoundary
  const arn = arnOf(model, holder.id) ?? ''
  const side = { holder, arn, caller: callerOf(arn), account: holder.account }
  let context: RequestContext | undefined
  let parts: readonly unknown[] = []
  return {
    ...side,
    identity: withoutRepeats(lent),
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

/** A policy that comes by several ways counts once. [D7] */
function withoutRepeats(lent: readonly (readonly PolicyInSet[])[]): readonly PolicyInSet[] {
  const found = new Map<string, PolicyInSet>()
  for (const policies of lent) {
    for (const policy of policies) {
      const known = found.get(policy.id)
      found.set(policy.id, known ? { ...known, via: [...known.via, ...policy.via] } : policy)
    }
  }
  return [...found.values()]
}

/** Whether two inputs of one principal give the same row, but for what conditions and variables read of it. */
export const sameInput = (one: RowInput, other: RowInput): boolean =>
  one === other ||
  (one.arn === other.arn &&
    one.boundary?.compiled === other.boundary?.compiled &&
    samePolicies(one.identity, other.identity))
