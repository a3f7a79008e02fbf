import type { AccountNumber, Resource, ResourceId } from '../model/records.ts'
import { asksForKey, asksForTrust, isOwnedByAws, resourceControlApplies } from './applies.ts'
import { type Bits, bitsFor, setBit } from './bitset.ts'
import { type AskedResource, readRequest } from './request.ts'
import { indexTargets, type TargetIndex } from './target-index.ts'

/** What is asked of one ARN: the actions that AWS asks of it. */
export interface AskedTarget {
  readonly resource: ResourceId
  readonly arn: string
  readonly actions: readonly string[]
}

/** A target with its cells: one for each action, in a row from `offset` on. */
export interface CellTarget extends AskedTarget {
  readonly offset: number
}

export interface ReadAction {
  readonly service: string
  readonly actionName: string
}

export interface PreparedTarget {
  readonly target: CellTarget
  readonly asked: AskedResource
  readonly account: AccountNumber | undefined
  /** The same array for the same list of actions, so that what is computed for one target serves the next. */
  readonly actions: readonly ReadAction[]
}

/** The columns of the matrix: what does not change with an edit of a policy, a tag, or the context. */
export interface Cells {
  readonly targets: readonly CellTarget[]
  readonly prepared: readonly PreparedTarget[]
  /** By the service of the actions that are asked of them, which is not always that of the ARN. */
  readonly byService: ReadonlyMap<string, readonly PreparedTarget[]>
  readonly index: TargetIndex
  readonly size: number
  readonly allOf: ReadonlyMap<AccountNumber | undefined, Bits>
  /** Cells with a rule of their own. `undefined` where there are none. */
  readonly rules: Readonly<Record<CellRule, Bits | undefined>>
}

/**
 * `trust` asks a role's trust policy [S2], `key` a key's policy [S1]: both must let the account in. `no-policy` ignores
 * resource policies [S5], `controlled` can be bound by RCPs [D12], `owned` is AWS's own [S8], `always` is allowed. [D11]
 */
export type CellRule = 'trust' | 'key' | 'no-policy' | 'controlled' | 'owned' | 'always'

export function prepareCells(
  asked: readonly AskedTarget[],
  owners: readonly (Resource | undefined)[],
): Cells {
  let size = 0
  const targets = asked.map((target): CellTarget => {
    const placed = { ...target, offset: size }
    size += target.actions.length
    return placed
  })
  const actionLists = new Map<readonly string[], readonly ReadAction[]>()
  const prepared = targets.map((target, index) => prepare(target, owners[index], actionLists))
  const rules: Partial<Record<CellRule, Bits>> = {}
  const allOf = new Map<AccountNumber | undefined, Bits>()
  const byService = new Map<string, PreparedTarget[]>()
  for (const one of prepared) {
    const { target, account, actions } = one
    const cells = allOf.get(account) ?? bitsFor(size)
    allOf.set(account, cells)
    actions.forEach((action, index) => {
      setBit(cells, target.offset + index)
      for (const rule of rulesOf(one, action)) setBit((rules[rule] ??= bitsFor(size)), target.offset + index)
    })
    for (const service of new Set(actions.map(action => action.service))) {
      const list = byService.get(service)
      if (list) list.push(one)
      else byService.set(service, [one])
    }
  }
  const index = indexTargets(prepared)
  return { targets, prepared, byService, index, size, allOf, rules: { ...noRules, ...rules } }
}

const noRules: Cells['rules'] = {
  trust: undefined,
  key: undefined,
  'no-policy': undefined,
  controlled: undefined,
  owned: undefined,
  always: undefined,
}

function prepare(
  target: CellTarget,
  owner: Resource | undefined,
  actionLists: Map<readonly string[], readonly ReadAction[]>,
): PreparedTarget {
  const { resource: asked, resourceAccount: account } = readRequest({
    principal: 'anonymous',
    action: '',
    resource: target.arn,
    ...(owner && { resourceAccount: owner.account }),
  })
  let actions = actionLists.get(target.actions)
  if (!actions) {
    actions = target.actions.map(readAction)
    actionLists.set(target.actions, actions)
  }
  return { target, asked, account, actions }
}

function readAction(action: string): ReadAction {
  const colon = action.indexOf(':')
  return {
    service: action.slice(0, Math.max(0, colon)).toLowerCase(),
    actionName: action.slice(colon + 1).toLowerCase(),
  }
}

function rulesOf({ asked }: PreparedTarget, action: ReadAction): readonly CellRule[] {
  const request = { ...action, resource: asked }
  const trust = asksForTrust(action)
  // Whether the account or the caller escapes RCPs is asked elsewhere: here it is the service and the action.
  const controlled = resourceControlApplies({
    ...request,
    caller: { kind: 'anonymous' },
    resourceAccount: undefined,
    facts: { resourceInManagementAccount: false },
  })
  const found: readonly (CellRule | false)[] = [
    trust && 'trust',
    asksForKey(request) && 'key',
    action.service === 'iam' && 'no-policy',
    controlled === true && 'controlled',
    isOwnedByAws(request) && 'owned',
    action.service === 'sts' && action.actionName === 'getcalleridentity' && 'always',
  ]
  return found.filter(rule => rule !== false)
}
