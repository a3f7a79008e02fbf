import { parseArn } from '../arn.ts'
import type { AccountNumber, Model, Resource, ResourceId } from '../model/records.ts'
import { asksForTrust, isOwnedByAws } from './applies.ts'
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
  readonly owner: Resource | undefined
  /** The same array for the same list of actions, so that what is computed for one target serves the next. */
  readonly actions: readonly ReadAction[]
}

/** The columns of the matrix, prepared once for all principals. */
export interface Cells {
  readonly targets: readonly CellTarget[]
  readonly prepared: readonly PreparedTarget[]
  /** By the service of the actions that are asked of them, which is not always that of the ARN. */
  readonly byService: ReadonlyMap<string, readonly PreparedTarget[]>
  readonly index: TargetIndex
  readonly size: number
  /** Cells that only the full evaluation can decide: resource policies, trust, what AWS owns, RCPs. */
  readonly special: Bits
  readonly hasSpecial: boolean
  readonly allOf: ReadonlyMap<AccountNumber | undefined, Bits>
}

export function prepareCells(model: Model, asked: readonly AskedTarget[]): Cells {
  let size = 0
  const targets = asked.map((target): CellTarget => {
    const placed = { ...target, offset: size }
    size += target.actions.length
    return placed
  })
  const actionLists = new Map<readonly string[], readonly ReadAction[]>()
  const prepared = targets.map(target => prepare(model, target, actionLists))
  const special = bitsFor(size)
  let hasSpecial = false
  const allOf = new Map<AccountNumber | undefined, Bits>()
  const byService = new Map<string, PreparedTarget[]>()
  for (const one of prepared) {
    const { target, account, actions } = one
    const cells = allOf.get(account) ?? bitsFor(size)
    allOf.set(account, cells)
    actions.forEach((action, index) => {
      setBit(cells, target.offset + index)
      if (!isSpecial(model, one, action)) return
      setBit(special, target.offset + index)
      hasSpecial = true
    })
    for (const service of new Set(actions.map(action => action.service))) {
      const list = byService.get(service)
      if (list) list.push(one)
      else byService.set(service, [one])
    }
  }
  return { targets, prepared, byService, index: indexTargets(prepared), size, special, hasSpecial, allOf }
}

function prepare(
  model: Model,
  target: CellTarget,
  actionLists: Map<readonly string[], readonly ReadAction[]>,
): PreparedTarget {
  const owner = model.resources[target.resource]
  const request = readRequest({
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
  return { target, asked: request.resource, account: request.resourceAccount, owner, actions }
}

function readAction(action: string): ReadAction {
  const colon = action.indexOf(':')
  return {
    service: action.slice(0, Math.max(0, colon)).toLowerCase(),
    actionName: action.slice(colon + 1).toLowerCase(),
  }
}

function isSpecial(model: Model, { asked, owner, target }: PreparedTarget, action: ReadAction): boolean {
  if (owner?.resourcePolicy !== undefined || model.organization?.resourceControlPolicies === true) return true
  if (asksForTrust(action) || (action.service === 'sts' && action.actionName === 'getcalleridentity'))
    return true
  return (
    isOwnedByAws({ ...action, resource: asked }) ||
    (action.service === 'kms' && isForeignKey(target.arn, owner))
  )
}

/** A key without a policy of its own delegates to its account, as AWS's default does; one nobody owns tells nothing. */
const isForeignKey = (arn: string, owner: Resource | undefined) =>
  owner === undefined && parseArn(arn) !== undefined
