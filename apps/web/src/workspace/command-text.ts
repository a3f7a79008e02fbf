import { type Command, type EntityId, entityById, type Model } from '@iam-canvas/core'

/**
 * A command as a short sentence, for the toast and the history: "ana added to developers". Reads names from the model
 * as it was before the command, and from the command itself for what it creates.
 */
export function commandText(command: Command, model: Model): string {
  const name = (id: EntityId) => entityById(model, id)?.name ?? id.slice(id.indexOf(':') + 1)
  switch (command.type) {
    case 'CreateUser':
    case 'CreateGroup':
    case 'CreateRole':
    case 'CreatePolicy':
    case 'AddResource':
    case 'AddExternalPrincipal':
    case 'AddAwsManagedPolicy':
      return `${command.name} created`
    case 'DeleteUser':
      return `${name(command.user)} deleted`
    case 'DeleteGroup':
      return `${name(command.group)} deleted`
    case 'DeleteRole':
      return `${name(command.role)} deleted`
    case 'DeletePolicy':
      return `${name(command.policy)} deleted`
    case 'RemoveResource':
      return `${name(command.resource)} removed`
    case 'UpdateUser':
      return `${name(command.user)} renamed to ${command.name ?? ''}`
    case 'UpdateGroup':
      return `${name(command.group)} renamed to ${command.name ?? ''}`
    case 'RenameRole':
      return `${name(command.role)} renamed to ${command.name ?? ''}`
    case 'RenamePolicy':
      return `${name(command.policy)} renamed to ${command.name ?? ''}`
    case 'RenameResource':
      return `${name(command.resource)} renamed to ${command.name}`
    case 'RenameModel':
      return `Model renamed to ${command.name}`
    case 'AddUserToGroup':
      return `${name(command.user)} added to ${name(command.group)}`
    case 'RemoveUserFromGroup':
      return `${name(command.user)} removed from ${name(command.group)}`
    case 'AttachUserPolicy':
      return `${name(command.policy)} attached to ${name(command.user)}`
    case 'AttachGroupPolicy':
      return `${name(command.policy)} attached to ${name(command.group)}`
    case 'AttachRolePolicy':
      return `${name(command.policy)} attached to ${name(command.role)}`
    case 'DetachUserPolicy':
      return `${name(command.policy)} detached from ${name(command.user)}`
    case 'DetachGroupPolicy':
      return `${name(command.policy)} detached from ${name(command.group)}`
    case 'DetachRolePolicy':
      return `${name(command.policy)} detached from ${name(command.role)}`
    case 'PutUserPermissionsBoundary':
      return `${name(command.policy)} set as boundary of ${name(command.user)}`
    case 'PutRolePermissionsBoundary':
      return `${name(command.policy)} set as boundary of ${name(command.role)}`
    case 'DeleteUserPermissionsBoundary':
      return `Boundary of ${name(command.user)} removed`
    case 'DeleteRolePermissionsBoundary':
      return `Boundary of ${name(command.role)} removed`
    case 'CreatePolicyVersion':
      return `${name(command.policy)} edited`
    case 'PutUserPolicy':
    case 'PutGroupPolicy':
    case 'PutRolePolicy':
      return `Inline policy ${command.name} edited`
    case 'DeleteUserPolicy':
    case 'DeleteGroupPolicy':
    case 'DeleteRolePolicy':
      return `Inline policy ${command.name} deleted`
    case 'UpdateAssumeRolePolicy':
      return `Trust policy of ${name(command.role)} edited`
    case 'PutResourcePolicy':
      return `Resource policy of ${name(command.resource)} edited`
    case 'DeleteResourcePolicy':
      return `Resource policy of ${name(command.resource)} deleted`
    case 'ReplaceModel':
      return `${command.model.name} opened`
    case 'Batch':
      return batchText(command.commands, model)
    default:
      return spaced(command.type)
  }
}

function batchText(commands: readonly Command[], model: Model): string {
  const [first, second] = commands
  if (first?.type === 'RemoveUserFromGroup' && second?.type === 'AddUserToGroup' && commands.length === 2) {
    const name = (id: EntityId) => entityById(model, id)?.name ?? id
    return `${name(second.user)} moved from ${name(first.group)} to ${name(second.group)}`
  }
  if (commands.length === 0) return 'Nothing changed'
  const texts = commands.map(command => commandText(command, model))
  return commands.length <= 2 ? texts.join(', ') : `${texts[0]}, and ${commands.length - 1} more changes`
}

const spaced = (operation: string) => operation.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
