import { remembered } from '../model/remembered.ts'
import type {
  Account,
  AccountNumber,
  Model,
  OrganizationalUnit,
  PolicyId,
  PolicyPurpose,
} from '../model/records.ts'

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
  const record = accountRecord(model, account)
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

/** The record of an account, by its number. */
export const accountRecord = (model: Model, account: AccountNumber | undefined): Account | undefined =>
  account === undefined ? undefined : byNumber(model.accounts).get(account)

const byNumber = remembered((accounts: Model['accounts']): ReadonlyMap<AccountNumber, Account> => {
  const found = new Map<AccountNumber, Account>()
  for (const record of Object.values(accounts)) {
    if (!found.has(record.account)) found.set(record.account, record)
  }
  return found
})
