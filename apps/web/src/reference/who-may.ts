import {
  type AskedTarget,
  decide,
  type Decision,
  explain,
  EXAMPLE_ACCOUNT,
  type ContextValues,
  type Model,
  type PrincipalId,
  type ResourceId,
} from '@iam-canvas/core'
import { type ReferenceAction, type ServiceReference, typeOfArn } from '@iam-canvas/reference/compiled'
import { exampleArns } from './example-arn.ts'

/** Something of the model, or beyond it, that an action can be asked of. */
export interface AskedOf {
  readonly arn: string
  /** Absent for `*`, and for a resource with a made-up name. */
  readonly resource?: ResourceId
}

/** One principal's answers on everything that was asked. */
export interface MayRow {
  readonly principal: PrincipalId
  /** The most that it may on any of them. */
  readonly decision: Decision
  /** Those with this decision. */
  readonly on: readonly AskedOf[]
}

export interface WhoMay {
  readonly asked: readonly AskedOf[]
  /** Nothing of the model takes the action, so it was asked of a resource with a made-up name. */
  readonly madeUp: boolean
  /** Who may first; those to whom nothing grants it are only counted. */
  readonly rows: readonly MayRow[]
  readonly others: number
}

const order: readonly Decision[] = ['Allow', 'DependsOnContext', 'ExplicitDeny', 'ImplicitDeny']

/** Who in the model may do it: asked of everything in the model that takes the action, in the request at hand. */
export function whoMay(
  model: Model,
  service: ServiceReference,
  action: ReferenceAction,
  context: ContextValues,
): WhoMay {
  const full = `${service.prefix}:${action.name}`
  const own = targetsOf(model, service, action)
  const account = Object.values(model.accounts)[0]?.account ?? EXAMPLE_ACCOUNT
  const asked: readonly AskedOf[] =
    own.length > 0 ? own : exampleArns(service, action, account).map(arn => ({ arn }))
  const decisionOn =
    own.length > 0 ? decided(model, full, own, context) : explained(model, full, action, context)
  const principals = [...Object.values(model.users), ...Object.values(model.roles)].map(({ id }) => id)
  const rows = principals.flatMap((principal): readonly MayRow[] => {
    const decisions = asked.map((one, index) => [one, decisionOn(principal, one, index)] as const)
    const decision = order.find(each => decisions.some(([, found]) => found === each)) ?? 'ImplicitDeny'
    if (decision === 'ImplicitDeny') return []
    return [
      { principal, decision, on: decisions.flatMap(([one, found]) => (found === decision ? [one] : [])) },
    ]
  })
  return {
    asked,
    madeUp: own.length === 0 && action.types.length > 0,
    rows: rows.sort((a, b) => order.indexOf(a.decision) - order.indexOf(b.decision)),
    others: principals.length - rows.length,
  }
}

function targetsOf(
  model: Model,
  service: ServiceReference,
  action: ReferenceAction,
): readonly Required<AskedOf>[] {
  const types = new Set(action.types.map(({ type }) => type))
  if (types.size === 0) return []
  return Object.values(model.resources).flatMap(({ id, arn, parts }) =>
    [arn, ...parts]
      .filter(each => types.has(typeOfArn(service, each)?.type ?? ''))
      .map(each => ({ resource: id, arn: each })),
  )
}

type Ask = (principal: PrincipalId, one: AskedOf, index: number) => Decision

function decided(model: Model, full: string, own: readonly Required<AskedOf>[], context: ContextValues): Ask {
  const actions = [full]
  const targets = own.map((one): AskedTarget => ({ ...one, actions }))
  const matrix = decide(model, { targets, context, missingKeys: 'unknown' })
  return (principal, _, index) => matrix.decisionAt(principal, matrix.targets[index]?.offset ?? 0)
}

const explained =
  (model: Model, full: string, action: ReferenceAction, context: ContextValues): Ask =>
  (principal, { arn }) =>
    explain(model, {
      principal,
      action: full,
      resource: arn,
      context,
      facts: { wildcardOnlyAction: action.types.length === 0 },
    }).decision
