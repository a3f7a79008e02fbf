import { remembered } from '../model/remembered.ts'
import type { AccountNumber, Model } from '../model/records.ts'
import { accountRecord, levelsOf } from './organization-levels.ts'
import { type ControlLevel, type PolicyInSet, policyIn } from './policy-sets.ts'

/** What an organization lays on an account. */
export interface Controls {
  readonly management: boolean
  /** By level; absent outside an organization, or where it does not use them. [D10, D12] */
  readonly serviceControl?: readonly ControlLevel[]
  readonly resourceControl?: readonly ControlLevel[]
}

/** The controls of an account, remembered as long as the model lives. */
export function controlsOf(model: Model, account: AccountNumber | undefined): Controls {
  if (account === undefined) return none
  const known = controlsIn(model)
  let controls = known.get(account)
  if (!controls) known.set(account, (controls = collect(model, account)))
  return controls
}

const none: Controls = { management: false }
const controlsIn = remembered((_: Model) => new Map<AccountNumber, Controls>())

function collect(model: Model, account: AccountNumber): Controls {
  const [serviceControl, resourceControl] = (['service-control', 'resource-control'] as const).map(purpose =>
    levelsOf(model, account, purpose)?.map(
      ({ level, policies }): ControlLevel => ({
        level,
        policies: policies.map(({ id, text }) => policyIn(purpose, id, text, [level])),
      }),
    ),
  )
  return {
    management: accountRecord(model, account)?.management === true,
    ...(serviceControl && { serviceControl }),
    ...(resourceControl && { resourceControl }),
  }
}

/** Whether the same policies are laid on an account: a name or a tag of theirs changes no decision. */
export const sameControls = (one: Controls, other: Controls): boolean =>
  one === other ||
  (one.management === other.management &&
    sameLevels(one.serviceControl, other.serviceControl) &&
    sameLevels(one.resourceControl, other.resourceControl))

const sameLevels = (one: Controls['serviceControl'], other: Controls['serviceControl']): boolean =>
  one && other
    ? one.length === other.length &&
      one.every(({ policies }, index) => samePolicies(policies, other[index]?.policies ?? []))
    : one === other

export const samePolicies = (one: readonly PolicyInSet[], other: readonly PolicyInSet[]): boolean =>
  one.length === other.length && one.every(({ compiled }, index) => compiled === other[index]?.compiled)
