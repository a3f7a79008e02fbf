import { authorize, type Decision } from '@iam-canvas/core'

/** How far a policy allows an action: on every resource, on every one if a condition holds, or on some only. */
export type Reach = 'everywhere' | 'conditions' | 'some'

const account = '111122223333'

/**
 * Asks the engine how far a policy, known to allow the action on something, allows it: what it says of resources with
 * made-up names holds for all that the policy does not name.
 */
export function reachOf(document: string, action: string, arns: readonly string[]): Reach {
  const decisions = new Set(arns.map(arn => decisionOn(document, action, arn)))
  if (decisions.has('Allow')) return 'everywhere'
  return decisions.has('DependsOnContext') ? 'conditions' : 'some'
}

const decisionOn = (document: string, action: string, resource: string): Decision =>
  authorize({
    request: {
      principal: `arn:aws:iam::${account}:user/caller`,
      action,
      resource,
      resourceAccount: account,
      missingKeys: 'unknown',
      ...(resource === '*' && { facts: { wildcardOnlyAction: true } }),
    },
    policies: { identity: [{ id: 'policy', document }] },
  }).decision
