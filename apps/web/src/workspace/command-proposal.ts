import { type Command, documentById, type EntityId, entityById, type Model } from '@iam-canvas/core'
import { minimalEdit } from '@iam-canvas/core/lint'

const longestSnippet = 72

/** A command as something one could do: "Attach `Read` to `ana`". What a text would gain or lose stands in backticks. */
export function commandProposal(command: Command, model: Model): string {
  const name = (id: EntityId) => `\`${entityById(model, id)?.name ?? id}\``
  switch (command.type) {
    case 'AttachUserPolicy':
      return `Attach ${name(command.policy)} to ${name(command.user)}`
    case 'AttachGroupPolicy':
      return `Attach ${name(command.policy)} to ${name(command.group)}`
    case 'AttachRolePolicy':
      return `Attach ${name(command.policy)} to ${name(command.role)}`
    case 'DetachUserPolicy':
      return `Detach ${name(command.policy)} from ${name(command.user)}`
    case 'DetachGroupPolicy':
      return `Detach ${name(command.policy)} from ${name(command.group)}`
    case 'DetachRolePolicy':
      return `Detach ${name(command.policy)} from ${name(command.role)}`
    case 'AddUserToGroup':
      return `Add ${name(command.user)} to ${name(command.group)}`
    case 'RemoveUserFromGroup':
      return `Take ${name(command.user)} out of ${name(command.group)}`
    case 'DeleteUserPermissionsBoundary':
      return `Remove the permissions boundary of ${name(command.user)}`
    case 'DeleteRolePermissionsBoundary':
      return `Remove the permissions boundary of ${name(command.role)}`
    case 'CreatePolicyVersion':
      return `Edit ${name(command.policy)}${edit(model, command.policy, command.text)}`
    case 'PutUserPolicy':
      return inline(model, command.user, command.name, command.text)
    case 'PutGroupPolicy':
      return inline(model, command.group, command.name, command.text)
    case 'PutRolePolicy':
      return inline(model, command.role, command.name, command.text)
    case 'DeleteUserPolicy':
      return `Delete the inline policy \`${command.name}\` of ${name(command.user)}`
    case 'DeleteGroupPolicy':
      return `Delete the inline policy \`${command.name}\` of ${name(command.group)}`
    case 'DeleteRolePolicy':
      return `Delete the inline policy \`${command.name}\` of ${name(command.role)}`
    case 'UpdateAssumeRolePolicy':
      return `Edit the trust policy of ${name(command.role)}${edit(model, `trust:${command.role}`, command.text)}`
    case 'PutResourcePolicy':
      return `Edit the resource policy of ${name(command.resource)}${edit(model, `resource-policy:${command.resource}`, command.text)}`
    case 'Batch':
      return command.commands.map(one => commandProposal(one, model)).join(', and ')
    default:
      return command.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
  }
}

function inline(model: Model, owner: EntityId, policy: string, text: string): string {
  const id = `inline:${owner}/${policy}`
  const holder = `\`${entityById(model, owner)?.name ?? owner}\``
  return documentById(model, id)
    ? `Edit the inline policy \`${policy}\` of ${holder}${edit(model, id, text)}`
    : `Give ${holder} an inline policy that allows just this`
}

/** What the edit puts in or takes out, short enough for a line. */
function edit(model: Model, document: string, text: string): string {
  const before = documentById(model, document)?.text ?? ''
  const change = minimalEdit(before, text)
  if (!change) return ''
  const gone = snippet(before.slice(change.from, change.to))
  const come = snippet(change.insert)
  if (gone && come) return `: \`${gone}\` becomes \`${come}\``
  return come ? `: add \`${come}\`` : gone ? `: take out \`${gone}\`` : ''
}

function snippet(text: string): string {
  const flat = text
    .replace(/\s+/g, ' ')
    .replaceAll('`', "'")
    .replace(/^[\s,]+|[\s,]+$/g, '')
  return flat.length > longestSnippet ? `${flat.slice(0, longestSnippet)} …` : flat
}
