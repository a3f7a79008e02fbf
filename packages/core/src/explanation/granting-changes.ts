import type { NearMiss } from '../access/trace.ts'
import type { AccessQuestion } from '../access/question.ts'
import type { Command } from '../model/commands.ts'
import { documentById } from '../model/documents.ts'
import { entityById, recordsIn } from '../model/collections.ts'
import { entityByArn } from '../model/entity-arn.ts'
import type { Model, Role, User } from '../model/records.ts'
import type { ParsedPolicy } from '../policy/document.ts'
import { parsedPolicy } from '../policy/parsed-policy.ts'
import { attach, commandForText, putInline } from './document-commands.ts'
import { withoutItem, withPrincipal, withValue } from './policy-edits.ts'

/** The user or role of the model that is asked about; others have no policies here to change. */
export function holderOf(model: Model, { principal }: AccessQuestion): User | Role | undefined {
  const entity = entityById(model, principal) ?? entityByArn(model, principal)
  return entity?.kind === 'user' || entity?.kind === 'role' ? entity : undefined
}

/** Near misses made to match, each by one edit of one text. A condition is the request's to meet, not the policy's. */
export function nearMissEdits(model: Model, misses: readonly NearMiss[]): Command[] {
  return misses.flatMap(miss => {
    const document = documentById(model, miss.policyId)
    if (!document || miss.failed.includes('Condition')) return []
    const text = miss.wanted.reduce<string | undefined>(
      (edited, wanted) => (edited === undefined ? undefined : editFor(parsedPolicy(edited), wanted)),
      document.text,
    )
    const command = text === undefined ? undefined : commandForText(model, miss.policyId, text)
    return command ? [command] : []
  })
}

function editFor(
  parsed: ParsedPolicy,
  { element, at, value }: NearMiss['wanted'][number],
): string | undefined {
  if (element === 'Principal') return withPrincipal(parsed, at, value)
  return element.startsWith('Not') ? withoutItem(parsed, at) : withValue(parsed, at, value)
}

/** Groups to join and policies to attach, as far as they are in the model already. */
export function grantsAtHand(model: Model, holder: User | Role): Command[] {
  const joins =
    holder.kind === 'user'
      ? recordsIn(model, 'groups')
          .filter(group => group.account === holder.account && !holder.groups.includes(group.id))
          .map((group): Command => ({ type: 'AddUserToGroup', user: holder.id, group: group.id }))
      : []
  const attachments = recordsIn(model, 'policies')
    .filter(
      ({ id, purpose, text }) =>
        purpose === 'identity' && text !== undefined && !holder.attachedPolicies.includes(id),
    )
    .map(({ id }) => attach(holder.id, id))
  return [...joins, ...attachments]
}

/** An inline policy that allows exactly what was asked. Its name says what, and never replaces one that is there. */
export function exactGrant(holder: User | Role, { action, resource }: AccessQuestion): Command {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  }
  const base = `Allow${action.slice(action.indexOf(':') + 1).replaceAll(/\W/g, '')}`
  const taken = new Set(holder.inlinePolicies.map(({ name }) => name))
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`
  return putInline(holder.id, name, JSON.stringify(document, undefined, 2))
}

/** Taking the boundary off: the widest of these changes, so the last to try. */
export function withoutBoundary(holder: User | Role): Command[] {
  if (holder.permissionsBoundary === undefined) return []
  return holder.kind === 'user'
    ? [{ type: 'DeleteUserPermissionsBoundary', user: holder.id }]
    : [{ type: 'DeleteRolePermissionsBoundary', role: holder.id }]
}
