import type { AccountNumber, Model, OrganizationalUnit, PolicyId, PolicyPurpose } from '../model/records.ts'

export interface Level {
  /** Id of the OU or account. */
  readonly level: string
  readonly policies: readonly { readonly id: PolicyId; readonly text: string }[]
}

/**
 * The levels that bind an account, from the root of the organization down to the account itself; `undefined` when it is
 * in no organization, or the organization does not use that type of policy. [D10, D12]
 */
export function levelsOf(
  model: Model,
  account: AccountNumber,
  purpose: Exclude<PolicyPurpose, 'identity'>,
): Level[] | undefined {
  const { organization } = model
  const used =
    purpose === 'service-control'
      ? organization?.serviceControlPolicies
      : organization?.resourceControlPolicies
  const record = Object.values(model.accounts).find(candidate => candidate.account === account)
  if (!used || !record?.ou) return undefined
  return [...ousAbove(model, record.ou), record].map(({ id, attachedPolicies }) => ({
    level: id,
    policies: attachedPolicies.flatMap(policy => {
      const found = model.policies[policy]
      return found?.purpose === purpose && found.text !== undefined ? [{ id: policy, text: found.text }] : []
    }),
  }))
}

/** From the root down to and including this OU. A circle, which no command makes, ends where it closes. */
export function ousAbove(model: Model, start: OrganizationalUnit['id']): OrganizationalUnit[] {
  const path: OrganizationalUnit[] = []
  for (let ou = model.ous[start]; ou && !path.includes(ou); ou = ou.parent && model.ous[ou.parent])
    path.unshift(ou)
  return path
}

export const isManagement = (model: Model, account: AccountNumber | undefined): boolean =>
  Object.values(model.accounts).some(record => record.account === account && record.management === true)
