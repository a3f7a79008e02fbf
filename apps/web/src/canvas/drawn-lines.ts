import type { AccessMatrix, EntityId, Model, PrincipalId, ResourceId, RoleId, UserId } from '@iam-canvas/core'
import type { AccessMode } from '../workspace/workspace.ts'
import { type AccessLine, linesBetween, tellingKinds } from './access-lines.ts'
import { grantedTo, resourcesOf } from './matrix-columns.ts'

/** Above this nobody can follow the lines any more; the canvas then says that some are not drawn. */
export const mostLines = 300
/** More dotted lines than this tell nothing but that most things are denied, and dots cost more to paint than any line. */
export const mostImplicit = 24
/** Lines beyond this are not even counted. */
const mostCounted = 2_000

/** Of a model what lines can join, and what can stand for it. */
type Drawn = Pick<Model, 'users' | 'groups' | 'roles' | 'resources'>

export interface DrawnLines {
  readonly lines: readonly AccessLine[]
  /** Lines that the cap left out; there are more when it is as many as are counted at most. */
  readonly hidden: number
}

/**
 * The lines to draw. Implicit denies are drawn only for what is selected, and only where they are few: where nothing is
 * granted, most of the picture is implicit deny, and drawing it says nothing. Where not all can be drawn, those of the selection come first.
 */
export function drawnLines(
  model: Drawn,
  access: AccessMatrix,
  mode: AccessMode,
  selected: readonly EntityId[],
): DrawnLines {
  if (mode === 'off') return { lines: [], hidden: 0 }
  const chosen = new Set<EntityId>(selected.flatMap(id => principalsBehind(model, id)))
  if (mode === 'selection') return collect(access, pairs(model, access, chosen, 'chosen'), chosen)
  const all = collect(access, pairs(model, access, chosen, 'all'), chosen)
  if (all.hidden === 0 || chosen.size === 0) return all
  const first = collect(access, pairs(model, access, chosen, 'chosen'), chosen)
  const seen = new Set(first.lines.map(({ id }) => id))
  const others = all.lines.filter(({ id }) => !seen.has(id)).slice(0, mostLines - first.lines.length)
  const lines = [...first.lines, ...others]
  return { lines, hidden: all.hidden + all.lines.length - lines.length }
}

export const isUncounted = (hidden: number): boolean => hidden >= mostCounted - mostLines

type Pair = readonly [PrincipalId, ResourceId]

/** Which two a line may join: only those with a chosen end, or also everything that is granted or denied. */
function* pairs(
  model: Drawn,
  access: AccessMatrix,
  chosen: ReadonlySet<EntityId>,
  which: 'chosen' | 'all',
): Generator<Pair> {
  if (which === 'chosen' && chosen.size === 0) return
  // A large model may be a change ahead of its answers: what is gone from it has no lines any more.
  const resources = resourcesOf(access).filter(id => model.resources[id])
  const chosenResources = resources.filter(id => chosen.has(id))
  for (const principal of access.principals) {
    if (!model.users[principal as UserId] && !model.roles[principal as RoleId]) continue
    if (chosen.has(principal)) for (const resource of resources) yield [principal, resource]
    else if (which === 'chosen') for (const resource of chosenResources) yield [principal, resource]
    else {
      const granted = grantedTo(access, principal).filter(id => model.resources[id])
      for (const resource of withChosen(granted, chosenResources)) yield [principal, resource]
    }
  }
}

const withChosen = (granted: readonly ResourceId[], chosen: readonly ResourceId[]) =>
  chosen.length === 0 ? granted : new Set([...granted, ...chosen])

function collect(access: AccessMatrix, all: Iterable<Pair>, chosen: ReadonlySet<EntityId>): DrawnLines {
  const lines: AccessLine[] = []
  const implicit: AccessLine[] = []
  let hidden = 0
  for (const [principal, resource] of all) {
    const touched = chosen.has(principal) || chosen.has(resource)
    const kinds = tellingKinds(access, principal, resource)
    if (kinds.length === 0 && !touched) continue
    if (kinds.length === 0) {
      if (implicit.length <= mostImplicit) implicit.push(...linesBetween(access, principal, resource))
      continue
    }
    if (lines.length >= mostLines) {
      hidden += kinds.length
      if (isUncounted(hidden)) break
      continue
    }
    for (const line of linesBetween(access, principal, resource)) {
      // An implicit deny beside other lines says nothing.
      if (line.decision === 'ImplicitDeny') continue
      if (lines.length < mostLines) lines.push(line)
      else hidden++
    }
  }
  const few = implicit.length <= mostImplicit && lines.length + implicit.length <= mostLines
  return { lines: few ? [...lines, ...implicit] : lines, hidden }
}

/** A group stands for its members, a policy for whoever holds it. */
function principalsBehind(model: Drawn, id: EntityId): readonly EntityId[] {
  if (id.startsWith('group:')) {
    return Object.values(model.users)
      .filter(user => user.groups.some(group => group === id))
      .map(user => user.id)
  }
  if (id.startsWith('policy:')) return holdersBehind(model, id)
  return [id]
}

function holdersBehind(model: Drawn, policy: EntityId): readonly EntityId[] {
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
