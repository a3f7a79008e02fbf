import type { Command } from '../model/commands.ts'
import { documentById } from '../model/documents.ts'
import type { GroupId, HolderId, Model, PolicyId, ResourceId, RoleId, UserId } from '../model/records.ts'

/** The command that gives a document of the model another text; `undefined` for an id that names none. */
export function commandForText(model: Model, documentId: string, text: string): Command | undefined {
  const document = documentById(model, documentId)
  if (!document) return undefined
  const { owner, name, purpose } = document
  if (purpose === 'trust') return { type: 'UpdateAssumeRolePolicy', role: owner as RoleId, text }
  if (purpose === 'resource') return { type: 'PutResourcePolicy', resource: owner as ResourceId, text }
  if (purpose === 'inline') return putInline(owner as HolderId, name, text)
  return { type: 'CreatePolicyVersion', policy: owner as PolicyId, text }
}

/** An inline policy of a user, group or role, new or with another text. */
export function putInline(holder: HolderId, name: string, text: string): Command {
  if (isUser(holder)) return { type: 'PutUserPolicy', user: holder, name, text }
  if (isGroup(holder)) return { type: 'PutGroupPolicy', group: holder, name, text }
  return { type: 'PutRolePolicy', role: holder, name, text }
}

export function deleteInline(holder: HolderId, name: string): Command {
  if (isUser(holder)) return { type: 'DeleteUserPolicy', user: holder, name }
  if (isGroup(holder)) return { type: 'DeleteGroupPolicy', group: holder, name }
  return { type: 'DeleteRolePolicy', role: holder, name }
}

export function detach(holder: HolderId, policy: PolicyId): Command {
  if (isUser(holder)) return { type: 'DetachUserPolicy', user: holder, policy }
  if (isGroup(holder)) return { type: 'DetachGroupPolicy', group: holder, policy }
  return { type: 'DetachRolePolicy', role: holder, policy }
}

export function attach(holder: HolderId, policy: PolicyId): Command {
  if (isUser(holder)) return { type: 'AttachUserPolicy', user: holder, policy }
  if (isGroup(holder)) return { type: 'AttachGroupPolicy', group: holder, policy }
  return { type: 'AttachRolePolicy', role: holder, policy }
}

const isUser = (id: string): id is UserId => id.startsWith('user:')
export const isGroup = (id: string): id is GroupId => id.startsWith('group:')
