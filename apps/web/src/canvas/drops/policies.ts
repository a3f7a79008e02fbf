import {
  type Account,
  apply,
  type Command,
  type Entity,
  freeId,
  freeName,
  type Model,
  type OrganizationalUnit,
  parsedPolicy,
  partitionOf,
  type Policy,
  type Resource,
  type Role,
  type User,
} from '@iam-canvas/core'
import type { DropManner, DropVerdict } from '../drop-rules.ts'
import { controlShort } from '../frame-words.ts'
import { moveToAccount } from './accounts.ts'
import { attachPolicy, isUsableIn, otherAccount } from './people.ts'
import { refused, refusedBy } from './refused.ts'
import { resourcePolicyKind } from './resource-policies.ts'

/** An identity-based policy. */
export function dropPolicy(
  model: Model,
  policy: Policy,
  where: Entity,
  manner: DropManner,
): DropVerdict | undefined {
  switch (where.kind) {
    case 'user':
    case 'role':
      return manner.ceiling ? setBoundary(policy, where) : attachPolicy(policy, where)
    case 'group':
      return attachPolicy(policy, where)
    case 'resource':
      return asResourcePolicy(model, policy, where)
    case 'policy':
      return refused('policies do not contain each other: attach both to the same principal')
    case 'account':
      return moveToAccount(model, policy, where)
    case 'ou':
      return asControl(model, policy, where)
    case 'external':
      return refused('policies here are attached to users, groups and roles of an account')
  }
}

function setBoundary(policy: Policy, holder: User | Role): DropVerdict {
  if (holder.permissionsBoundary === policy.id) {
    return refused(`${policy.name} is already the boundary of ${holder.name}`)
  }
  if (!isUsableIn(policy, holder)) return otherAccount(policy)
  const command: Command =
    holder.kind === 'user'
      ? { type: 'PutUserPermissionsBoundary', user: holder.id, policy: policy.id }
      : { type: 'PutRolePermissionsBoundary', role: holder.id, policy: policy.id }
  return { ok: true, verb: `Set ${policy.name} as boundary of ${holder.name}`, command }
}

/** Its text with a Principal in each statement would be a resource policy: the account itself, to be filled in. */
function asResourcePolicy(model: Model, policy: Policy, resource: Resource): DropVerdict {
  const reason = 'an identity-based policy is attached to users, groups and roles, not to a resource'
  const root = `arn:${partitionOf(model, resource.account)}:iam::${resource.account}:root`
  const text =
    resourcePolicyKind(resource) && resource.resourcePolicy === undefined
      ? withEachStatement(policy, statement => ({ Principal: { AWS: root }, ...statement }))
      : undefined
  if (text === undefined) return refused(reason)
  return {
    ok: false,
    reason,
    instead: {
      label: `Make a resource policy of ${resource.name} from it`,
      command: { type: 'PutResourcePolicy', resource: resource.id, text },
    },
  }
}

function asControl(model: Model, policy: Policy, ou: OrganizationalUnit): DropVerdict {
  const reason = 'an identity-based policy grants access: OUs take service and resource control policies'
  if (policy.text === undefined) return refused(reason)
  const name = freeName(model, 'policy', `${policy.name}-scp`)
  const id = freeId(model, 'policy', name)
  const create: Command = {
    type: 'CreatePolicy',
    policy: id,
    name,
    text: policy.text,
    purpose: 'service-control',
  }
  const created = apply(model, create)
  const attachment = created.ok ? attachControl(created.model, created.model.policies[id], ou) : undefined
  if (!attachment?.ok) return refused(reason)
  return {
    ok: false,
    reason,
    instead: {
      label: `Make an SCP for ${ou.name} from it`,
      command: { type: 'Batch', commands: [create, attachment.command] },
    },
  }
}

/** Reads the text as JSON: what is made of it is a new text, not an edit of this one. */
function withEachStatement(policy: Policy, change: (statement: object) => object): string | undefined {
  if (policy.text === undefined || !parsedPolicy(policy.text).complete) return undefined
  try {
    const document: unknown = JSON.parse(policy.text)
    if (typeof document !== 'object' || document === null || !('Statement' in document)) return undefined
    const statements: readonly unknown[] = [document.Statement].flat()
    const changed = statements.map(one => (typeof one === 'object' && one !== null ? change(one) : one))
    return JSON.stringify({ ...document, Statement: changed }, null, 2)
  } catch {
    return undefined
  }
}

/** An SCP or RCP. */
export function dropControl(
  model: Model,
  policy: Policy,
  where: Entity,
  { body }: DropManner,
): DropVerdict | undefined {
  switch (where.kind) {
    case 'ou':
      // It stands in the root, so only the root's title bar can mean that it should bind the root.
      if (body && where.parent === undefined) return undefined
      return attachControl(model, policy, where)
    case 'account':
      return attachControl(model, policy, where)
    case 'user':
    case 'group':
    case 'role':
      return refused('a control policy is attached to accounts and OUs, not to a principal')
    case 'resource':
      return refused('a control policy is attached to accounts and OUs: it binds what is in them')
    case 'policy':
      return refused('policies do not contain each other: attach both to the same OU')
    case 'external':
      return refused('a control policy binds accounts and OUs of this organization')
  }
}

function attachControl(
  model: Model,
  policy: Policy | undefined,
  target: Account | OrganizationalUnit,
): DropVerdict {
  if (!policy || policy.purpose === 'identity') return refused('only SCPs and RCPs bind accounts and OUs')
  const { organization } = model
  if (!organization) return refused('there is no organization: make one of an account first')
  const enabled =
    policy.purpose === 'service-control'
      ? organization.serviceControlPolicies
      : organization.resourceControlPolicies
  const attach: Command = { type: 'AttachPolicy', policy: policy.id, target: target.id }
  const command: Command = enabled
    ? attach
    : { type: 'Batch', commands: [{ type: 'EnablePolicyType', purpose: policy.purpose }, attach] }
  const result = apply(model, command)
  if (!result.ok) return refusedBy(result.problem)
  const first = enabled ? 'Attach' : `Enable ${controlShort(policy)}s and attach`
  return { ok: true, verb: `${first} ${policy.name} to ${target.name}`, command }
}
