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
    case 'UpdateUserCredentials':
      return credentialsText(command, model)
    case 'ReplaceModel':
      return `${command.model.name} opened`
    case 'Batch':
      return batchText(command.commands, model)
    default:
      return furtherText(command, name) ?? spaced(command.type)
  }
}

/** Accounts, the organization, sign-in, and what runs as a role. */
function furtherText(command: Command, name: (id: EntityId) => string): string | undefined {
  switch (command.type) {
    case 'AddAccount':
    case 'CreateOrganizationalUnit':
      return `${command.name} created`
    case 'RemoveAccount':
      return `${name(command.account)} removed`
    case 'RenameAccount':
      return `${name(command.account)} renamed to ${command.name}`
    case 'RenumberAccount':
      return `${name(command.account)} is account ${command.number}`
    case 'MoveToAccount':
      return `${name(command.entity)} moved to account ${command.account}`
    case 'MoveAccount':
      return `${name(command.account)} moved to ${name(command.ou)}`
    case 'RemoveAccountFromOrganization':
      return `${name(command.account)} taken out of the organization`
    case 'CreateOrganization':
      return `Organization created, managed by ${name(command.managementAccount)}`
    case 'DeleteOrganization':
      return 'Organization deleted'
    case 'EnablePolicyType':
      return `${typeName(command.purpose)} enabled`
    case 'DisablePolicyType':
      return `${typeName(command.purpose)} disabled`
    case 'UpdateOrganizationalUnit':
      return `${name(command.ou)} renamed to ${command.name}`
    case 'DeleteOrganizationalUnit':
      return `${name(command.ou)} deleted`
    case 'MoveOrganizationalUnit':
      return `${name(command.ou)} moved to ${name(command.parent)}`
    case 'AttachPolicy':
      return `${name(command.policy)} attached to ${name(command.target)}`
    case 'DetachPolicy':
      return `${name(command.policy)} detached from ${name(command.target)}`
    case 'SetRunsAs':
      return command.role
        ? `${name(command.resource)} runs as ${name(command.role)}`
        : `${name(command.resource)} runs as nothing`
    case 'UpdateExternalPrincipal':
      return command.name === undefined
        ? `${name(command.external)} stands for ${command.principal ?? command.principalType ?? ''}`
        : `${name(command.external)} renamed to ${command.name}`
    case 'RemoveExternalPrincipal':
      return `${name(command.external)} removed`
    default:
      return undefined
  }
}

const typeName = (purpose: 'service-control' | 'resource-control') =>
  purpose === 'service-control' ? 'SCPs' : 'RCPs'

function credentialsText(
  command: Extract<Command, { readonly type: 'UpdateUserCredentials' }>,
  model: Model,
): string {
  const user = model.users[command.user]
  const name = user?.name ?? command.user
  const parts: string[] = []
  if (command.accessKeys !== undefined) {
    parts.push(`access key ${command.accessKeys < (user?.accessKeys ?? 0) ? 'deleted' : 'created'}`)
  }
  if (command.consolePassword !== undefined) {
    parts.push(`console password ${command.consolePassword ? 'set' : 'deleted'}`)
  }
  if (command.mfa !== undefined) parts.push(`MFA ${command.mfa ? 'enabled' : 'deactivated'}`)
  return `${name}: ${parts.join(', ')}`
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
