import type { AccessMatrix, Decision, EntityId, Model, PrincipalId, ResourceId } from '@iam-canvas/core'
import { accessLevelOf } from '@iam-canvas/reference'
import type { AccessMode } from '../workspace/workspace.ts'
import { count } from './node-names.ts'

/** What one principal may do on one resource, of one kind of answer: one line on the canvas. */
export interface AccessLine {
  readonly id: string
  readonly principal: PrincipalId
  readonly resource: ResourceId
  readonly decision: Decision
  readonly asks: readonly Asked[]
  /** Everything that is asked of the resource has this answer. */
  readonly whole: boolean
}

export interface Asked {
  readonly action: string
  readonly target: string
}

/** Above this nobody can follow the lines any more; the status strip then says that some are not drawn. */
export const mostLines = 300

const order: readonly Decision[] = ['Allow', 'ExplicitDeny', 'DependsOnContext', 'ImplicitDeny']

/** Every answer for one principal and one resource, by kind. A question with no answer of a kind has no line of it. */
export function linesBetween(
  access: AccessMatrix,
  principal: PrincipalId,
  resource: ResourceId,
): AccessLine[] {
  const byDecision = new Map<Decision, Asked[]>()
  for (const target of targetsByResource(access).get(resource) ?? []) {
    target.actions.forEach((action, index) => {
      const decision = access.decisionAt(principal, target.offset + index)
      const asks = byDecision.get(decision)
      if (asks) asks.push({ action, target: target.arn })
      else byDecision.set(decision, [{ action, target: target.arn }])
    })
  }
  return order.flatMap(decision => {
    const asks = byDecision.get(decision)
    return asks
      ? [
          {
            id: `access ${principal} ${resource} ${decision}`,
            principal,
            resource,
            decision,
            asks,
            whole: byDecision.size === 1,
          },
        ]
      : []
  })
}

type Target = AccessMatrix['targets'][number]
const byResource = new WeakMap<readonly Target[], ReadonlyMap<ResourceId, readonly Target[]>>()

function targetsByResource({ targets }: AccessMatrix): ReadonlyMap<ResourceId, readonly Target[]> {
  const known = byResource.get(targets)
  if (known) return known
  const map = new Map<ResourceId, Target[]>()
  for (const target of targets) {
    const list = map.get(target.resource)
    if (list) list.push(target)
    else map.set(target.resource, [target])
  }
  byResource.set(targets, map)
  return map
}

export interface DrawnLines {
  readonly lines: readonly AccessLine[]
  /** Lines that the cap left out. */
  readonly hidden: number
}

/**
 * The lines to draw. Implicit denies are drawn only for what is selected: where nothing is granted, most of the
 * picture is implicit deny, and drawing it says nothing.
 */
export function drawnLines(
  model: Model,
  access: AccessMatrix,
  mode: AccessMode,
  selected: readonly EntityId[],
): DrawnLines {
  if (mode === 'off') return { lines: [], hidden: 0 }
  const lines: AccessLine[] = []
  let hidden = 0
  const chosen = new Set<EntityId>(selected.flatMap(id => principalsBehind(model, id)))
  for (const principal of access.principals) {
    for (const resource of targetsByResource(access).keys()) {
      const touched = chosen.has(principal) || chosen.has(resource)
      if (mode === 'selection' && !touched) continue
      for (const line of linesBetween(access, principal, resource)) {
        if (line.decision === 'ImplicitDeny' && !implicitIsTelling(line, touched, lines.at(-1))) continue
        if (lines.length < mostLines) lines.push(line)
        else hidden++
      }
    }
  }
  return { lines, hidden }
}

/** An implicit deny is drawn for a selected end, and only where no other line joins the two already. */
function implicitIsTelling(line: AccessLine, touched: boolean, before: AccessLine | undefined): boolean {
  const joined = before?.principal === line.principal && before.resource === line.resource
  return touched && !joined
}

/** A group stands for its members, a policy for whoever holds it. */
function principalsBehind(model: Model, id: EntityId): readonly EntityId[] {
  if (id.startsWith('group:')) {
    return Object.values(model.users)
      .filter(user => user.groups.some(group => group === id))
      .map(user => user.id)
  }
  if (id.startsWith('policy:')) return holdersBehind(model, id)
  return [id]
}

function holdersBehind(model: Model, policy: EntityId): readonly EntityId[] {
  const has = (holder: { readonly attachedPolicies: readonly string[] } | undefined) =>
    holder?.attachedPolicies.includes(policy) ?? false
  const groups = new Set(
    Object.values(model.groups)
      .filter(has)
      .map(group => group.id),
  )
  return [...Object.values(model.users), ...Object.values(model.roles)]
    .filter(
      holder => has(holder) || (holder.kind === 'user' && holder.groups.some(group => groups.has(group))),
    )
    .map(holder => holder.id)
}

const shortLevel: Readonly<Record<string, string>> = { 'Permissions management': 'Permissions' }
const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const

const wholeWords: Readonly<Record<Decision, string>> = {
  Allow: 'Full access',
  ExplicitDeny: 'Everything',
  ImplicitDeny: 'No access',
  DependsOnContext: 'Everything',
}

const mostLevels = 2

/** The words on a line: the action if there is one, or else the access levels: "Read, Write", "List, Read + 3". */
export function lineLabel(line: AccessLine): string {
  const [only] = line.asks
  if (line.whole && line.asks.length > 1) return wholeWords[line.decision]
  if (line.asks.length === 1 && only) return actionName(only.action)
  const found = new Set(line.asks.map(({ action }) => accessLevelOf(action)))
  if (found.has(undefined)) return count(line.asks.length, 'action')
  const named = levels.filter(level => found.has(level)).map(level => shortLevel[level] ?? level)
  const more = named.length - mostLevels
  return more > 0 ? `${named.slice(0, mostLevels).join(', ')} + ${more}` : named.join(', ')
}

export const actionName = (action: string) => action.slice(action.indexOf(':') + 1)
