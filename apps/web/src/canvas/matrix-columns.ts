import type { AccessMatrix, CellTarget, Decision, PrincipalId, ResourceId, Row } from '@iam-canvas/core'
import { anyBit } from '@iam-canvas/core/matrix-rows'
import { remembered } from '../workspace/remembered.ts'

/** The columns of a matrix, gathered by resource. The same for every edit that leaves the resources alone. */
const columnsOf = remembered((targets: readonly CellTarget[]) => {
  const byResource = new Map<ResourceId, CellTarget[]>()
  for (const target of targets) {
    const own = byResource.get(target.resource)
    if (own) own.push(target)
    else byResource.set(target.resource, [target])
  }
  const resources = [...byResource.keys()]
  const places = new Map(resources.map((resource, index) => [resource, index]))
  const size = targets.reduce((sum, { actions }) => sum + actions.length, 0)
  const resourceAt = new Uint32Array(size)
  for (const { resource, offset, actions } of targets) {
    resourceAt.fill(places.get(resource) ?? 0, offset, offset + actions.length)
  }
  return { byResource, resources, resourceAt }
})

export const resourcesOf = ({ targets }: AccessMatrix): readonly ResourceId[] => columnsOf(targets).resources

export const targetsAt = ({ targets }: AccessMatrix, resource: ResourceId): readonly CellTarget[] =>
  columnsOf(targets).byResource.get(resource) ?? []

/** Whether any answer for these two is of this kind. */
export function holdsAny(
  row: Row | undefined,
  targets: readonly CellTarget[],
  decision: Exclude<Decision, 'ImplicitDeny'>,
): boolean {
  if (!row) return false
  const bits = bitsOf(row, decision)
  return targets.some(({ offset, actions }) => anyBit(bits, offset, offset + actions.length))
}

function bitsOf(row: Row, decision: Exclude<Decision, 'ImplicitDeny'>) {
  switch (decision) {
    case 'Allow':
      return row.allow
    case 'ExplicitDeny':
      return row.deny
    case 'DependsOnContext':
      return row.depends
  }
}

/** The resources on which a principal has any answer but implicit deny, in their order. */
export const grantedTo = (access: AccessMatrix, principal: PrincipalId): readonly ResourceId[] =>
  resourcesWith(access, principal, ({ allow, deny, depends }) => [allow, deny, depends])

/** The resources on which something that a principal may do depends on context. */
export const undecidedFor = (access: AccessMatrix, principal: PrincipalId): readonly ResourceId[] =>
  resourcesWith(access, principal, ({ depends }) => [depends])

/** The resources with a bit in any of these sets. Reads 32 answers at a time. */
function resourcesWith(
  access: AccessMatrix,
  principal: PrincipalId,
  setsOf: (row: Row) => readonly Uint32Array[],
): readonly ResourceId[] {
  const row = access.rowOf(principal)
  if (!row) return []
  const sets = setsOf(row)
  const { resources, resourceAt } = columnsOf(access.targets)
  const found: ResourceId[] = []
  let last = -1
  for (let word = 0; word < row.allow.length; word++) {
    let left = 0
    for (const bits of sets) left |= bits[word] ?? 0
    while (left !== 0) {
      const at = resourceAt[word * 32 + 31 - Math.clz32(left & -left)] ?? 0
      left &= left - 1
      const resource = resources[at]
      if (at !== last && resource) found.push(resource)
      last = at
    }
  }
  return found
}
