import type { AccountNumber, Model } from './records.ts'

/** The account number that AWS's documentation uses for examples. */
export const EXAMPLE_ACCOUNT: AccountNumber = '123456789012'

/** A model with one account and nothing in it. Its account's id is `account:` and the number. */
export function emptyModel(name = 'Untitled', account: AccountNumber = EXAMPLE_ACCOUNT): Model {
  return {
    name,
    accounts: {
      [`account:${account}` as const]: {
        kind: 'account',
        id: `account:${account}`,
        account,
        name: 'My account',
        attachedPolicies: [],
      },
    },
    ous: {},
    users: {},
    groups: {},
    roles: {},
    policies: {},
    resources: {},
    externals: {},
  }
}
