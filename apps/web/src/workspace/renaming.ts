import { type Command, type EntityId, entityById, type Resource } from '@iam-canvas/core'
import { perform } from './perform.ts'
import { useWorkspace } from './workspace.ts'

/** Renames whatever it is, as one undo step; a name that IAM would not take is refused with the reason. */
export function renameEntity(id: EntityId, name: string) {
  const command = renameCommand(id, name)
  if (command) perform({ command })
}

function renameCommand(id: EntityId, name: string): Command | undefined {
  const entity = entityById(useWorkspace.getState().document.model, id)
  switch (entity?.kind) {
    case 'user':
      return { type: 'UpdateUser', user: entity.id, name }
    case 'group':
      return { type: 'UpdateGroup', group: entity.id, name }
    case 'role':
      return { type: 'RenameRole', role: entity.id, name }
    case 'policy':
      return { type: 'RenamePolicy', policy: entity.id, name }
    case 'resource':
      return renameResource(entity, name)
    case 'external':
      return { type: 'UpdateExternalPrincipal', external: entity.id, name }
    case 'account':
      return { type: 'RenameAccount', account: entity.id, name }
    case 'ou':
      return { type: 'UpdateOrganizationalUnit', ou: entity.id, name }
    case undefined:
      return undefined
  }
}

/** A resource's name is the end of its ARN, so the ARN follows. Policies keep naming the old one, as in AWS. */
function renameResource(resource: Resource, name: string): Command {
  const rename: Command = { type: 'RenameResource', resource: resource.id, name }
  const end = resource.arn.endsWith(resource.name) ? -resource.name.length : 0
  const fits = /^[\w.+=,@/-]+$/.test(name)
  if (end === 0 || !fits) return rename
  const arn = resource.arn.slice(0, end) + name
  const parts = resource.parts.map(part =>
    part.startsWith(resource.arn) ? arn + part.slice(resource.arn.length) : part,
  )
  return { type: 'Batch', commands: [rename, { type: 'UpdateResource', resource: resource.id, arn, parts }] }
}
