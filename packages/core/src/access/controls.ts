import type { AccountNumber, Model } from '../model/records.ts'
import { parsedPolicy } from '../policy/parsed-policy.ts'
import { type CompiledPolicy, compilePolicy } from './compile.ts'
import { isManagement, levelsOf } from './organization-levels.ts'

/** What an organization lays on an account. */
export interface Controls {
  readonly management: boolean
  /** SCPs by level; absent outside an organization, or where it does not use them. [D10] */
  readonly serviceControl: readonly (readonly CompiledPolicy[])[] | undefined
  /** RCPs of all levels: they can only deny. [D12] */
  readonly resourceControl: readonly CompiledPolicy[]
}

/** Looks up the controls of accounts in one model, and gives those of before again where they are the same. */
export function controlsIn(
  model: Model,
  before: ReadonlyMap<AccountNumber, Controls> | undefined,
): {
  readonly of: (account: AccountNumber) => Controls
  readonly found: ReadonlyMap<AccountNumber, Controls>
} {
  const found = new Map<AccountNumber, Controls>()
  return {
    found,
    of(account) {
      let controls = found.get(account)
      if (!controls) {
        controls = controlsOf(model, account)
        const old = before?.get(account)
        if (old && same(old, controls)) controls = old
        found.set(account, controls)
      }
      return controls
    },
  }
}

const controlsOf = (model: Model, account: AccountNumber): Controls => ({
  management: isManagement(model, account),
  serviceControl: compiledLevels(model, account, 'service-control'),
  resourceControl: (compiledLevels(model, account, 'resource-control') ?? []).flat(),
})

const compiledLevels = (
  model: Model,
  account: AccountNumber,
  purpose: 'service-control' | 'resource-control',
): readonly (readonly CompiledPolicy[])[] | undefined =>
  levelsOf(model, account, purpose)?.map(({ policies }) =>
    policies.map(({ text }) => compilePolicy(parsedPolicy(text), purpose)),
  )

function same(one: Controls, other: Controls): boolean {
  const [levels, others] = [one.serviceControl, other.serviceControl]
  return (
    one.management === other.management &&
    sameList(one.resourceControl, other.resourceControl) &&
    (levels && others
      ? levels.length === others.length &&
        levels.every((level, index) => sameList(level, others[index] ?? []))
      : levels === others)
  )
}

export const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])
