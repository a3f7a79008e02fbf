import { type Entity, membersOf, usesOf } from '@iam-canvas/core'
import type { Frame } from './drawn.ts'
import { controlShort, controlsOn, holdsText } from './frame-words.ts'
import type { WorkspaceDocument } from '../workspace/document.ts'

/** What a screen reader says of a node: "User ana, in developers, 2 policies". */
export function nodeName({ model }: Pick<WorkspaceDocument, 'model'>, entity: Entity): string {
  switch (entity.kind) {
    case 'user': {
      const groups = entity.groups.map(id => model.groups[id]?.name ?? id)
      return [
        `User ${entity.name}`,
        ...(groups.length > 0 ? [`in ${groups.join(' and ')}`] : []),
        policyCount(entity),
        ...boundaryName(model, entity.permissionsBoundary),
      ].join(', ')
    }
    case 'group':
      return `Group ${entity.name}, ${count(membersOf(model, entity.id).length, 'member')}, ${policyCount(entity)}`
    case 'role':
      return [
        `Role ${entity.name}`,
        policyCount(entity),
        ...boundaryName(model, entity.permissionsBoundary),
      ].join(', ')
    case 'policy': {
      const { attachedTo, controls } = usesOf(model, entity.id)
      const uses = attachedTo.length + controls.length
      const kind = entity.purpose === 'identity' ? 'Policy' : controlShort(entity)
      return `${kind} ${entity.name}, ${uses === 0 ? 'not attached' : `attached to ${uses}`}`
    }
    case 'resource':
      return `Resource ${entity.name}, ${entity.arn}`
    case 'external':
      return `External principal ${entity.name}`
    case 'account':
      return [
        `Account ${entity.name}`,
        entity.account,
        ...(entity.management ? ['management account'] : []),
        holdsText(model, entity),
        ...controlNames(model, entity),
      ].join(', ')
    case 'ou':
      return [
        `${entity.parent === undefined ? 'Organization' : 'Organizational unit'} ${entity.name}`,
        holdsText(model, entity),
        ...controlNames(model, entity),
      ].join(', ')
  }
}

const policyCount = (holder: {
  readonly attachedPolicies: readonly string[]
  readonly inlinePolicies: readonly unknown[]
}) => count(holder.attachedPolicies.length + holder.inlinePolicies.length, 'policy', 'policies')

const boundaryName = (model: WorkspaceDocument['model'], id: `policy:${string}` | undefined) =>
  id ? [`boundary ${model.policies[id]?.name ?? id}`] : []

const controlNames = (model: WorkspaceDocument['model'], entity: Frame) =>
  controlsOn(model, entity).map(policy => `${controlShort(policy)} ${policy.name}`)

export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
