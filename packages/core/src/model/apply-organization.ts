import { FULL_AWS_ACCESS, fullAwsAccessIn } from './full-aws-access.ts'
import type { Draft } from './draft.ts'
import type { HandlersFor } from './handlers.ts'
import { labelProblem, newIdProblem } from './names.ts'
import type { ControlPurpose, OrganizationCommand } from './organization-commands.ts'
import { type Problem, refuse, unknownId } from './problem.ts'
import type { Account, Organization, OrganizationalUnit, OuId, Policy, PolicyId } from './records.ts'

const ORGANIZATION_ID = /^o-[a-z0-9]{10,32}$/

export const organizationHandlers: HandlersFor<OrganizationCommand> = {
  CreateOrganization(draft, { organization: id, root, managementAccount }) {
    if (draft.organization) return refuse('has-organization', 'this model has an organization already')
    if (!ORGANIZATION_ID.test(id)) {
      return refuse(
        'invalid-id',
        `\`${id}\` is no organization id: it is o- and 10 to 32 small letters and digits`,
      )
    }
    const account = draft.get('accounts', managementAccount)
    if (!account) return unknownId('account', managementAccount)
    const invalid = newIdProblem(draft, 'ou', root)
    if (invalid) return invalid
    draft.setOrganization({ id, serviceControlPolicies: false, resourceControlPolicies: false })
    draft.put({ kind: 'ou', id: root, name: 'Root', attachedPolicies: [] })
    draft.put({ ...account, management: true, ou: root })
    return undefined
  },
  DeleteOrganization(draft) {
    if (!draft.organization) return noOrganization()
    for (const account of draft.all('accounts')) draft.put(outsideOrganization(account))
    for (const ou of draft.all('ous').toReversed()) draft.remove(ou.id)
    draft.setOrganization(undefined)
    return undefined
  },
  EnablePolicyType(draft, { purpose }) {
    const { organization } = draft
    if (!organization) return noOrganization()
    if (isEnabled(organization, purpose)) {
      return refuse('policy-type-enabled', `${nounFor(purpose)} are enabled already`)
    }
    draft.setOrganization(withPolicyType(organization, purpose, true))
    if (purpose !== 'service-control') return undefined
    for (const ou of draft.all('ous')) putFullAccess(draft, ou)
    for (const account of draft.all('accounts')) if (account.ou) putFullAccess(draft, account)
    return undefined
  },
  DisablePolicyType(draft, { purpose }) {
    const { organization } = draft
    if (!organization) return noOrganization()
    if (!isEnabled(organization, purpose)) {
      return refuse('policy-type-disabled', `${nounFor(purpose)} are not enabled`)
    }
    draft.setOrganization(withPolicyType(organization, purpose, false))
    for (const collection of ['ous', 'accounts'] as const) {
      for (const target of draft.all(collection)) {
        const attachedPolicies = target.attachedPolicies.filter(
          id => draft.get('policies', id)?.purpose !== purpose,
        )
        if (attachedPolicies.length < target.attachedPolicies.length)
          draft.put({ ...target, attachedPolicies })
      }
    }
    return undefined
  },
  CreateOrganizationalUnit(draft, { ou: id, name, parent }) {
    const problem =
      (draft.organization ? undefined : noOrganization()) ??
      newIdProblem(draft, 'ou', id) ??
      labelProblem('an organizational unit', name) ??
      (draft.get('ous', parent) ? undefined : unknownId('ou', parent)) ??
      siblingProblem(draft, parent, name)
    if (problem) return problem
    const ou: OrganizationalUnit = { kind: 'ou', id, name, parent, attachedPolicies: [] }
    draft.put(draft.organization?.serviceControlPolicies ? withFullAccess(draft, ou) : ou)
    return undefined
  },
  UpdateOrganizationalUnit(draft, { ou: id, name }) {
    const ou = draft.get('ous', id)
    if (!ou) return unknownId('ou', id)
    if (name === ou.name) return undefined
    const problem =
      labelProblem('an organizational unit', name, ou.id) ??
      (ou.parent ? siblingProblem(draft, ou.parent, name, ou.id) : undefined)
    if (problem) return problem
    draft.put({ ...ou, name })
    return undefined
  },
  DeleteOrganizationalUnit(draft, { ou: id }) {
    const ou = draft.get('ous', id)
    if (!ou) return unknownId('ou', id)
    if (!ou.parent) return refuse('is-root', 'the root goes only with the whole organization', ou.id)
    const holds =
      draft.all('accounts').some(account => account.ou === ou.id) ||
      draft.all('ous').some(other => other.parent === ou.id)
    if (holds) {
      return refuse('not-empty', `\`${ou.name}\` is not empty: move its accounts and OUs out first`, ou.id)
    }
    draft.remove(ou.id)
    return undefined
  },
  MoveOrganizationalUnit(draft, { ou: id, parent }) {
    const ou = draft.get('ous', id)
    if (!ou) return unknownId('ou', id)
    if (!draft.get('ous', parent)) return unknownId('ou', parent)
    if (!ou.parent) return refuse('is-root', 'the root stays where it is', ou.id)
    if (ou.parent === parent) return undefined
    if (isWithin(draft, parent, ou.id)) {
      return refuse('ou-cycle', `\`${ou.name}\` cannot move into itself or into an OU inside it`, ou.id)
    }
    const taken = siblingProblem(draft, parent, ou.name, ou.id)
    if (taken) return taken
    draft.put({ ...ou, parent })
    return undefined
  },
  MoveAccount(draft, { account: id, ou }) {
    const account = draft.get('accounts', id)
    if (!account) return unknownId('account', id)
    return joinOrganization(draft, account, ou)
  },
  RemoveAccountFromOrganization(draft, { account: id }) {
    const account = draft.get('accounts', id)
    if (!account) return unknownId('account', id)
    if (!account.ou)
      return refuse('not-in-organization', `\`${account.name}\` is in no organization`, account.id)
    if (account.management) {
      return refuse(
        'is-management',
        `\`${account.name}\` is the management account: it cannot leave`,
        account.id,
      )
    }
    draft.put(outsideOrganization(account))
    return undefined
  },
  AttachPolicy(draft, { policy: policyId, target: targetId }) {
    const { organization } = draft
    if (!organization) return noOrganization()
    const policy = draft.get('policies', policyId)
    if (!policy) return unknownId('policy', policyId)
    const target = targetIn(draft, targetId)
    if (!target) return unknownTarget(targetId)
    const unfit = controlPolicyProblem(organization, policy, target)
    if (unfit) return unfit
    if (target.attachedPolicies.includes(policyId)) {
      return refuse(
        'already-attached',
        `\`${policy.name}\` is already attached to \`${target.name}\``,
        target.id,
      )
    }
    draft.put({ ...target, attachedPolicies: [...target.attachedPolicies, policyId] })
    return undefined
  },
  // AWS insists on one SCP at each level; here the level may be emptied, because seeing that everything is then denied
  // is the lesson.
  DetachPolicy(draft, { policy, target: targetId }) {
    const target = targetIn(draft, targetId)
    if (!target) return unknownTarget(targetId)
    if (!target.attachedPolicies.includes(policy)) {
      const name = draft.get('policies', policy)?.name ?? policy
      return refuse('not-attached', `\`${name}\` is not attached to \`${target.name}\``, target.id)
    }
    draft.put({ ...target, attachedPolicies: target.attachedPolicies.filter(id => id !== policy) })
    return undefined
  },
}

/** Puts an account under an OU, or under another one. With SCPs enabled a newcomer gets `FullAWSAccess`. [D10] */
export function joinOrganization(draft: Draft, account: Account, ou: OuId): Problem | undefined {
  if (!draft.organization) return noOrganization()
  if (!draft.get('ous', ou)) return unknownId('ou', ou)
  if (account.ou === ou) return undefined
  const moved: Account = { ...account, ou }
  const joins = account.ou === undefined && draft.organization.serviceControlPolicies
  draft.put(joins ? withFullAccess(draft, moved) : moved)
  return undefined
}

type Target = Account | OrganizationalUnit

const targetIn = (draft: Draft, id: string): Target | undefined =>
  draft.get('accounts', id) ?? draft.get('ous', id)

const unknownTarget = (id: string): Problem =>
  refuse('unknown-id', `there is no account or organizational unit \`${id}\` in this model`)

const noOrganization = (): Problem =>
  refuse('no-organization', 'this model has no organization: create one first')

const nounFor = (purpose: ControlPurpose): string =>
  purpose === 'service-control' ? 'service control policies' : 'resource control policies'

const isEnabled = (organization: Organization, purpose: ControlPurpose): boolean =>
  purpose === 'service-control' ? organization.serviceControlPolicies : organization.resourceControlPolicies

const withPolicyType = (
  organization: Organization,
  purpose: ControlPurpose,
  enabled: boolean,
): Organization =>
  purpose === 'service-control'
    ? { ...organization, serviceControlPolicies: enabled }
    : { ...organization, resourceControlPolicies: enabled }

function controlPolicyProblem(
  organization: Organization,
  policy: Policy,
  target: Target,
): Problem | undefined {
  if (policy.purpose === 'identity') {
    return refuse(
      'wrong-purpose',
      `\`${policy.name}\` is an identity-based policy: accounts and OUs take service and resource control policies`,
      target.id,
    )
  }
  if (!isEnabled(organization, policy.purpose)) {
    return refuse(
      'policy-type-disabled',
      `${nounFor(policy.purpose)} are not enabled in this organization`,
      target.id,
    )
  }
  if (target.kind === 'account' && !target.ou) {
    return refuse(
      'not-in-organization',
      `\`${target.name}\` is not in the organization: move it into an OU first`,
      target.id,
    )
  }
  return undefined
}

function putFullAccess(draft: Draft, target: Target): void {
  draft.put(withFullAccess(draft, target))
}

function withFullAccess<T extends Target>(draft: Draft, target: T): T {
  const id = fullAccessPolicy(draft)
  return target.attachedPolicies.includes(id)
    ? target
    : { ...target, attachedPolicies: [id, ...target.attachedPolicies] }
}

function fullAccessPolicy(draft: Draft): PolicyId {
  const known = fullAwsAccessIn(draft.all('policies'))
  if (known) return known.id
  let id: PolicyId = FULL_AWS_ACCESS.id
  while (draft.get('policies', id)) id = `${id}-aws`
  draft.put({ ...FULL_AWS_ACCESS, id })
  return id
}

/** The account as it is once it has left: what Organizations attached stays behind. */
function outsideOrganization(account: Account): Account {
  const { ou: _ou, management: _management, ...left } = account
  return { ...left, attachedPolicies: [] }
}

function siblingProblem(draft: Draft, parent: OuId, name: string, but?: OuId): Problem | undefined {
  const sibling = draft.all('ous').find(ou => ou.parent === parent && ou.name === name && ou.id !== but)
  return (
    sibling &&
    refuse('name-taken', `there is an organizational unit \`${name}\` in the same place`, sibling.id)
  )
}

function isWithin(draft: Draft, inner: OuId, outer: OuId): boolean {
  const seen = new Set<OuId>()
  let at: OuId | undefined = inner
  while (at && !seen.has(at)) {
    if (at === outer) return true
    seen.add(at)
    at = draft.get('ous', at)?.parent
  }
  return false
}
