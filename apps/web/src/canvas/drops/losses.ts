import { type Command, type Entity, type EntityId, entityById, apply, type Model } from '@iam-canvas/core'

/**
 * What a command would cut beyond what it is named after, each as a short sentence: memberships, attachments,
 * boundaries, roles that something runs as. Empty when nothing is lost.
 */
export function lossesOf(model: Model, command: Command): readonly string[] {
  const result = apply(model, command)
  if (!result.ok) return []
  const touched = new Set<EntityId>()
  for (const change of result.diff) if ('id' in change) touched.add(change.id)
  return [...touched].flatMap(id => {
    const before = entityById(model, id)
    const after = entityById(result.model, id)
    return before && after ? cutFrom(model, before, after) : []
  })
}

function cutFrom(model: Model, before: Entity, after: Entity): string[] {
  const name = (id: EntityId) => entityById(model, id)?.name ?? id
  const cut: string[] = []
  if (before.kind === 'user' && after.kind === 'user') {
    for (const group of before.groups) {
      if (!after.groups.includes(group)) cut.push(`${before.name} leaves ${name(group)}`)
    }
  }
  if ('attachedPolicies' in before && 'attachedPolicies' in after) {
    for (const policy of before.attachedPolicies) {
      if (!after.attachedPolicies.includes(policy)) {
        cut.push(`${name(policy)} is detached from ${before.name}`)
      }
    }
  }
  if ('permissionsBoundary' in before && before.permissionsBoundary && !('permissionsBoundary' in after)) {
    cut.push(`${before.name} loses the permissions boundary ${name(before.permissionsBoundary)}`)
  }
  if (before.kind === 'resource' && before.runsAs && !('runsAs' in after)) {
    cut.push(`${before.name} no longer runs as ${name(before.runsAs)}`)
  }
  return cut
}
