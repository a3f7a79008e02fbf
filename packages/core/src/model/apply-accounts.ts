import { policyNameTakenProblem } from './apply-policies.ts'
import { joinOrganization } from './apply-organization.ts'
import { partsOf } from './apply-resources.ts'
import type { Draft } from './draft.ts'
import type { HandlersFor } from './handlers.ts'
import { identityOf } from './identity.ts'
import { accountProblem, knownAccountProblem, labelProblem, newIdProblem } from './names.ts'
import type { AccountCommand } from './organization-commands.ts'
import { nameTakenProblem } from './placement.ts'
import { type Problem, refuse, unknownId } from './problem.ts'
import type { Account, AccountNumber, Group, Policy, Resource, Role, User } from './records.ts'
import { forgetGroup, forgetPolicy, forgetRole } from './references.ts'
import { collectionOf, kindOfId } from './collections.ts'

/** In an order in which whatever refers to something comes before it. */
const LIVING_IN_ACCOUNTS = ['resources', 'users', 'groups', 'roles', 'policies'] as const

export const accountHandlers: HandlersFor<AccountCommand> = {
  AddAccount(draft, { account: id, number, name, ou }) {
    const problem =
      newIdProblem(draft, 'account', id) ??
      accountProblem(number) ??
      labelProblem('an account', name) ??
      numberTakenProblem(draft, number)
    if (problem) return problem
    const account: Account = { kind: 'account', id, account: number, name, attachedPolicies: [] }
    draft.put(account)
    return ou === undefined ? undefined : joinOrganization(draft, account, ou)
  },
  RemoveAccount(draft, { account: id }) {
    const account = draft.get('accounts', id)
    if (!account) return unknownId('account', id)
    if (draft.all('accounts').length === 1) {
      return refuse('last-account', 'a model keeps at least one account', account.id)
    }
    if (account.management) {
      return refuse(
        'is-management',
        `\`${account.name}\` is the management account: delete the organization first`,
        account.id,
      )
    }
    for (const collection of LIVING_IN_ACCOUNTS) {
      // From last to first: putting them back is then adding at the end, however many they are.
      for (const record of draft.all(collection).toReversed()) {
        if (record.account !== account.account) continue
        if (record.kind === 'group') forgetGroup(draft, record.id)
        if (record.kind === 'role') forgetRole(draft, record.id)
        if (record.kind === 'policy') forgetPolicy(draft, record.id)
        draft.remove(record.id)
      }
    }
    draft.remove(account.id)
    return undefined
  },
  RenameAccount(draft, { account: id, name }) {
    const account = draft.get('accounts', id)
    if (!account) return unknownId('account', id)
    if (name === account.name) return undefined
    const problem = labelProblem('an account', name, account.id)
    if (problem) return problem
    draft.put({ ...account, name })
    return undefined
  },
  RenumberAccount(draft, { account: id, number }) {
    const account = draft.get('accounts', id)
    if (!account) return unknownId('account', id)
    if (number === account.account) return undefined
    const problem = accountProblem(number, account.id) ?? numberTakenProblem(draft, number)
    if (problem) return problem
    draft.put({ ...account, account: number })
    for (const collection of LIVING_IN_ACCOUNTS) {
      for (const record of draft.all(collection)) {
        if (record.account !== account.account) continue
        draft.put(record.kind === 'resource' ? renumbered(record, number) : { ...record, account: number })
      }
    }
    return undefined
  },
  MoveToAccount(draft, { entity: id, account }) {
    const kind = kindOfId(id)
    const entity = kind && draft.get(collectionOf(kind), id)
    if (!entity || entity.kind === 'account' || entity.kind === 'ou' || entity.kind === 'external') {
      return refuse('unknown-id', `there is nothing with the id \`${id}\` that could move to another account`)
    }
    if (entity.account === account) return undefined
    const problem = knownAccountProblem(draft, account) ?? moveProblem(draft, entity, account)
    if (problem) return problem
    move(draft, entity, account)
    return undefined
  },
}

function numberTakenProblem(draft: Draft, number: AccountNumber): Problem | undefined {
  const taken = draft.withIdentity('accounts', identityOf({ kind: 'account', account: number }))
  return taken && refuse('account-taken', `\`${taken.name}\` has the number ${number} already`, taken.id)
}

/** The ARNs follow the account; a pattern or S3's empty account stays as it is. */
function renumbered(resource: Resource, number: AccountNumber): Resource {
  const follow = (arn: string): string => {
    const components = arn.split(':')
    return components[4] === resource.account ? components.with(4, number).join(':') : arn
  }
  const arn = follow(resource.arn)
  return { ...resource, account: number, arn, parts: partsOf(arn, resource.parts.map(follow)) }
}

type Movable = User | Group | Role | Policy | Resource

function moveProblem(draft: Draft, entity: Movable, account: AccountNumber): Problem | undefined {
  if (entity.kind === 'resource') return undefined
  if (entity.kind !== 'policy') return nameTakenProblem(draft, entity.kind, account, entity.name, entity.id)
  if (entity.account === 'aws') {
    return refuse(
      'aws-managed',
      `\`${entity.name}\` is an AWS managed policy: every account has it`,
      entity.id,
    )
  }
  return policyNameTakenProblem(draft, { ...entity, account }, entity)
}

/** Memberships, customer managed policies and roles to run as do not reach across accounts: they are cut. */
function move(draft: Draft, entity: Movable, account: AccountNumber): void {
  switch (entity.kind) {
    case 'user':
      draft.put({ ...withoutForeignPolicies(draft, entity), account, groups: [] })
      return
    case 'group':
      forgetGroup(draft, entity.id)
      draft.put({ ...withoutForeignPolicies(draft, entity), account })
      return
    case 'role':
      forgetRole(draft, entity.id)
      draft.put({ ...withoutForeignPolicies(draft, entity), account })
      return
    case 'policy':
      forgetPolicy(draft, entity.id)
      draft.put({ ...entity, account })
      return
    case 'resource': {
      const { runsAs: _, ...idle } = renumbered(entity, account)
      draft.put(idle)
    }
  }
}

function withoutForeignPolicies<H extends User | Group | Role>(draft: Draft, holder: H): H {
  const stays = (id: string): boolean => draft.get('policies', id)?.account === 'aws'
  const kept = { ...holder, attachedPolicies: holder.attachedPolicies.filter(stays) }
  if (kept.kind === 'group' || kept.permissionsBoundary === undefined || stays(kept.permissionsBoundary))
    return kept
  const { permissionsBoundary: _, ...unbound } = kept
  // Only the optional boundary is left out, so it is still the same kind of holder.
  return unbound as unknown as H
}
