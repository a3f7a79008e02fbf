import { arnOf } from '../model/entity-arn.ts'
import type { EntityId, Group, Model, Policy, Role, User } from '../model/records.ts'
import type { EscalationRule, Way } from './rule.ts'

/** A single `iam:` action on a target that decides what the caller may do. */
const change = (model: Model, action: string, target: EntityId): Way => ({
  gain: { kind: 'own-permissions' },
  target,
  needs: [{ action: `iam:${action}`, resource: arnOf(model, target) ?? '*' }],
})

function rule(
  id: string,
  does: string,
  targets: (model: Model, by: User | Role) => readonly (User | Role | Group | Policy)[],
): EscalationRule {
  return {
    id,
    does,
    ways: (model, by) => targets(model, by).map(target => change(model, id, target.id)),
  }
}

const itself =
  (kind: 'user' | 'role') =>
  (_: Model, by: User | Role): readonly (User | Role)[] =>
    by.kind === kind ? [by] : []

const bounded = (kind: 'user' | 'role') => (model: Model, by: User | Role) =>
  by.permissionsBoundary ? itself(kind)(model, by) : []

const ownGroups = (model: Model, by: User | Role): readonly Group[] =>
  by.kind === 'user' ? by.groups.flatMap(id => model.groups[id] ?? []) : []

/** Groups that would bring something new. */
const otherGroups = (model: Model, by: User | Role): readonly Group[] =>
  by.kind === 'user'
    ? Object.values(model.groups).filter(
        group =>
          group.account === by.account &&
          !by.groups.includes(group.id) &&
          group.attachedPolicies.length + group.inlinePolicies.length > 0,
      )
    : []

/** Customer managed policies that count for the caller: nobody can change those of AWS. */
const ownPolicies = (model: Model, by: User | Role): readonly Policy[] =>
  [...new Set([by, ...ownGroups(model, by)].flatMap(({ attachedPolicies }) => attachedPolicies))]
    .flatMap(id => model.policies[id] ?? [])
    .filter(({ account }) => account !== 'aws')

/**
 * The ways to write one's own permissions. Each of them is one IAM action on oneself, a group one is in, or a policy
 * one holds. https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
 */
export const ownPermissionRules: readonly EscalationRule[] = [
  rule('AttachUserPolicy', 'attaches any policy to itself', itself('user')),
  rule('AttachRolePolicy', 'attaches any policy to itself', itself('role')),
  rule('AttachGroupPolicy', 'attaches any policy to a group it is in', ownGroups),
  rule('PutUserPolicy', 'writes an inline policy for itself', itself('user')),
  rule('PutRolePolicy', 'writes an inline policy for itself', itself('role')),
  rule('PutGroupPolicy', 'writes an inline policy for a group it is in', ownGroups),
  rule('AddUserToGroup', 'joins a group that may do more', otherGroups),
  rule('CreatePolicyVersion', 'writes a new version of a policy it holds', ownPolicies),
  rule('SetDefaultPolicyVersion', 'goes back to an older version of a policy it holds', ownPolicies),
  rule('DeleteUserPermissionsBoundary', 'takes its own permissions boundary away', bounded('user')),
  rule('DeleteRolePermissionsBoundary', 'takes its own permissions boundary away', bounded('role')),
  rule('PutUserPermissionsBoundary', 'sets itself a wider permissions boundary', bounded('user')),
  rule('PutRolePermissionsBoundary', 'sets itself a wider permissions boundary', bounded('role')),
]
