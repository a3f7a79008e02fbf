import {
  documentById,
  type Model,
  parsedPolicy,
  type PolicyId,
  type PrincipalId,
  recordIn,
  type RoleId,
} from '@iam-canvas/core'
import { escalationPaths } from '@iam-canvas/core/escalation'
import type { StructuralRule } from './lesson.ts'

/** Whether a model is built as the rule wants it. */
export function isBuiltSo(model: Model, rule: StructuralRule): boolean {
  switch (rule.type) {
    case 'noDirectAttachments':
      return Object.values(model.users).every(
        user => user.attachedPolicies.length + user.inlinePolicies.length === 0,
      )
    case 'maxPolicies':
      return (
        Object.values(model.policies).filter(
          policy => policy.purpose === 'identity' && policy.account !== 'aws',
        ).length <= rule.count
      )
    case 'attached':
      return holds(model, rule.policy, rule.to)
    case 'notAttached':
      return !holds(model, rule.policy, rule.to)
    case 'trustNamesNoUser':
      return !trustedPrincipals(model, rule.role).some(text => text.includes(':user/'))
    case 'noAccessKeys':
      return Object.values(model.users).every(({ accessKeys = 0 }) => accessKeys === 0)
    case 'textSays':
      return (documentById(model, rule.document)?.text ?? '').replace(/\s/g, '').includes(rule.text)
    case 'noEscalationPath':
      return !escalationPaths(model, rule.from, { missingKeys: 'absent' }).some(
        ({ gain }) => gain.kind === 'own-permissions' || gain.principal === rule.to,
      )
  }
}

function holds(model: Model, policy: PolicyId, principal: PrincipalId): boolean {
  const holder = recordIn(model, 'users', principal) ?? recordIn(model, 'roles', principal)
  return holder?.attachedPolicies.includes(policy) ?? false
}

function trustedPrincipals(model: Model, role: RoleId): readonly string[] {
  const { document } = parsedPolicy(documentById(model, `trust:${role}`)?.text ?? '')
  return document.statements.flatMap(({ principal }) => principal?.values.map(({ text }) => text) ?? [])
}
