import {
  type Command,
  type DocumentId,
  documentById,
  type HolderId,
  type Model,
  parsedPolicy,
} from '@iam-canvas/core'
import { commit } from './changes.ts'
import { useWorkspace } from './workspace.ts'

/** The text an editor shows: what is being typed, or else what the model holds. */
export function shownText(
  document: { readonly model: Model; readonly drafts: Readonly<Record<string, string>> },
  id: DocumentId,
) {
  return document.drafts[id] ?? documentById(document.model, id)?.text
}

/**
 * Takes what was typed into a policy. A complete text goes into the model at once; a half-typed one is kept as a
 * draft, so that the canvas stays on the last complete text and nothing typed is lost. A change that has a `label` of its
 * own is an undo step of its own, and no part of what was typed before it.
 */
export function typePolicyText(id: DocumentId, text: string, named?: string) {
  const { document } = useWorkspace.getState()
  if (text === shownText(document, id)) return
  const { [id]: _, ...otherDrafts } = document.drafts
  const label = named ?? `${nameOfDocument(document.model, id)} edited`
  const step = named ? { label } : { label, mergeKey: `text ${id}` }
  if (!parsedPolicy(text).complete) {
    commit({ drafts: { ...otherDrafts, [id]: text }, ...step })
    return
  }
  const same = text === documentById(document.model, id)?.text
  const command = same ? undefined : putTextCommand(id, text)
  commit({ drafts: otherDrafts, ...step, ...(command && { command }) })
}

/** Throws away what is half typed and shows the last complete text again. One undo step. */
export function discardDraft(id: DocumentId) {
  const { document } = useWorkspace.getState()
  const { [id]: _, ...drafts } = document.drafts
  commit({ drafts, label: `Draft of ${nameOfDocument(document.model, id)} discarded` })
}

interface InlineId {
  readonly owner: HolderId
  readonly name: string
}

/** `inline:user:alice/Notes` → owner `user:alice`, name `Notes`. The name has no slash, the owner may. */
export function inlineParts(id: DocumentId): InlineId | undefined {
  const match = /^inline:((?:user|group|role):.+)\/([^/]*)$/s.exec(id)
  return match ? { owner: match[1] as HolderId, name: match[2] ?? '' } : undefined
}

function putTextCommand(id: DocumentId, text: string): Command {
  const inline = inlineParts(id)
  if (inline) {
    const { owner, name } = inline
    // The kind is the first part of an id, which the template type cannot narrow by itself.
    if (owner.startsWith('user:'))
      return { type: 'PutUserPolicy', user: owner as `user:${string}`, name, text }
    if (owner.startsWith('group:'))
      return { type: 'PutGroupPolicy', group: owner as `group:${string}`, name, text }
    return { type: 'PutRolePolicy', role: owner as `role:${string}`, name, text }
  }
  if (id.startsWith('trust:')) {
    return { type: 'UpdateAssumeRolePolicy', role: id.slice('trust:'.length) as `role:${string}`, text }
  }
  if (id.startsWith('resource-policy:')) {
    return {
      type: 'PutResourcePolicy',
      resource: id.slice('resource-policy:'.length) as `resource:${string}`,
      text,
    }
  }
  return { type: 'CreatePolicyVersion', policy: id as `policy:${string}`, text }
}

/** What a person calls the document: `ReadGameOutcome`, "trust policy of deploy". */
export function nameOfDocument(model: Model, id: string): string {
  const inline = inlineParts(id as DocumentId)
  if (inline) return inline.name
  if (id.startsWith('trust:')) {
    const role = id.slice('trust:'.length) as `role:${string}`
    return `Trust policy of ${model.roles[role]?.name ?? role}`
  }
  if (id.startsWith('resource-policy:')) {
    const resource = id.slice('resource-policy:'.length) as `resource:${string}`
    return `Resource policy of ${model.resources[resource]?.name ?? resource}`
  }
  return model.policies[id as `policy:${string}`]?.name ?? id
}
