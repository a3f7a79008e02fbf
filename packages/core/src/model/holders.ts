import type { Draft } from './draft.ts'
import { inlineNameProblem } from './names.ts'
import { nounFor, type Problem, refuse, unknownId } from './problem.ts'
import type { Group, HolderId, Policy, PolicyId, Role, User } from './records.ts'

/** What users, groups and roles have in common: attached and inline policies; users and roles also a boundary. */
export type Holder = User | Group | Role
type HolderKind = Holder['kind']

const COLLECTION = { user: 'users', group: 'groups', role: 'roles' } as const

export function holderIn(draft: Draft, kind: HolderKind, id: HolderId): Holder | undefined {
  return draft.get(COLLECTION[kind], id)
}

export function attach(
  draft: Draft,
  kind: HolderKind,
  id: HolderId,
  policyId: PolicyId,
): Problem | undefined {
  const holder = holderIn(draft, kind, id)
  if (!holder) return unknownId(kind, id)
  const policy = draft.get('policies', policyId)
  if (!policy) return unknownId('policy', policyId)
  const unfit = identityPolicyProblem(holder, policy)
  if (unfit) return unfit
  if (holder.attachedPolicies.includes(policyId)) {
    return refuse(
      'already-attached',
      `\`${policy.name}\` is already attached to \`${holder.name}\``,
      holder.id,
    )
  }
  draft.put({ ...holder, attachedPolicies: [...holder.attachedPolicies, policyId] })
  return undefined
}

export function detach(
  draft: Draft,
  kind: HolderKind,
  id: HolderId,
  policyId: PolicyId,
): Problem | undefined {
  const holder = holderIn(draft, kind, id)
  if (!holder) return unknownId(kind, id)
  if (!holder.attachedPolicies.includes(policyId)) {
    const name = draft.get('policies', policyId)?.name ?? policyId
    return refuse('not-attached', `\`${name}\` is not attached to \`${holder.name}\``, holder.id)
  }
  draft.put({
    ...holder,
    attachedPolicies: holder.attachedPolicies.filter(attached => attached !== policyId),
  })
  return undefined
}

/** Adds an inline policy, or gives the one with that name another text. Any text is taken: half-typed is the user's. */
export function putInline(
  draft: Draft,
  kind: HolderKind,
  id: HolderId,
  name: string,
  text: string,
): Problem | undefined {
  const holder = holderIn(draft, kind, id)
  if (!holder) return unknownId(kind, id)
  const known = holder.inlinePolicies.find(inline => inline.name === name)
  // A name that an import brought along may break IAM's rule; its text can be edited all the same.
  const invalid = known ? undefined : inlineNameProblem(name, holder.id)
  if (invalid) return invalid
  const inlinePolicies = known
    ? holder.inlinePolicies.map(inline => (inline === known ? { ...inline, text } : inline))
    : [...holder.inlinePolicies, { name, text }]
  draft.put({ ...holder, inlinePolicies })
  return undefined
}

export function deleteInline(
  draft: Draft,
  kind: HolderKind,
  id: HolderId,
  name: string,
): Problem | undefined {
  const holder = holderIn(draft, kind, id)
  if (!holder) return unknownId(kind, id)
  if (!holder.inlinePolicies.some(inline => inline.name === name)) {
    return refuse('unknown-inline-policy', `\`${holder.name}\` has no inline policy \`${name}\``, holder.id)
  }
  draft.put({ ...holder, inlinePolicies: holder.inlinePolicies.filter(inline => inline.name !== name) })
  return undefined
}

export function putBoundary(
  draft: Draft,
  kind: 'user' | 'role',
  id: HolderId,
  policyId: PolicyId,
): Problem | undefined {
  const holder = draft.get(COLLECTION[kind], id)
  if (!holder) return unknownId(kind, id)
  const policy = draft.get('policies', policyId)
  if (!policy) return unknownId('policy', policyId)
  const unfit = identityPolicyProblem(holder, policy)
  if (unfit) return unfit
  draft.put({ ...holder, permissionsBoundary: policyId })
  return undefined
}

export function deleteBoundary(draft: Draft, kind: 'user' | 'role', id: HolderId): Problem | undefined {
  const holder = draft.get(COLLECTION[kind], id)
  if (!holder) return unknownId(kind, id)
  const { permissionsBoundary, ...unbound } = holder
  if (!permissionsBoundary) {
    return refuse('no-boundary', `\`${holder.name}\` has no permissions boundary`, holder.id)
  }
  draft.put(unbound)
  return undefined
}

function identityPolicyProblem(holder: Holder, policy: Policy): Problem | undefined {
  if (policy.purpose !== 'identity') {
    const purpose =
      policy.purpose === 'service-control' ? 'a service control policy' : 'a resource control policy'
    return refuse(
      'wrong-purpose',
      `\`${policy.name}\` is ${purpose}: it can be attached to accounts and OUs, never to a ${nounFor(holder.kind)}`,
      holder.id,
    )
  }
  if (policy.account !== 'aws' && policy.account !== holder.account) {
    return refuse(
      'other-account',
      `\`${policy.name}\` belongs to account ${policy.account}, \`${holder.name}\` to ${holder.account}: a customer managed policy can only be used in its own account`,
      holder.id,
    )
  }
  return undefined
}
