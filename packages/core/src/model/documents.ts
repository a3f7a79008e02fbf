import { recordsIn } from './collections.ts'
import type { DocumentId, EntityId, Model, PolicyPurpose } from './records.ts'
import { remembered } from './remembered.ts'

/** One policy text of a model, with where it stands and what it is for. */
export interface ModelDocument {
  readonly id: DocumentId
  /** The entity it is part of: the policy itself, the holder of an inline policy, the role, the resource. */
  readonly owner: EntityId
  readonly name: string
  readonly text: string
  readonly purpose: PolicyPurpose | 'inline' | 'trust' | 'resource'
}

/** Every policy text of the model, in the order of its records. Policies whose text nobody has are not among them. */
export const documentsOf = remembered((model: Model): readonly ModelDocument[] => {
  const documents: ModelDocument[] = []
  for (const { id, name, text, purpose } of recordsIn(model, 'policies')) {
    if (text !== undefined) documents.push({ id, owner: id, name, text, purpose })
  }
  for (const kind of ['users', 'groups', 'roles'] as const) {
    for (const holder of recordsIn(model, kind)) {
      for (const { name, text } of holder.inlinePolicies) {
        documents.push({ id: `inline:${holder.id}/${name}`, owner: holder.id, name, text, purpose: 'inline' })
      }
    }
  }
  for (const { id, name, trustPolicy } of recordsIn(model, 'roles')) {
    documents.push({ id: `trust:${id}`, owner: id, name, text: trustPolicy, purpose: 'trust' })
  }
  for (const { id, name, resourcePolicy } of recordsIn(model, 'resources')) {
    if (resourcePolicy === undefined) continue
    documents.push({
      id: `resource-policy:${id}`,
      owner: id,
      name,
      text: resourcePolicy,
      purpose: 'resource',
    })
  }
  return documents
})

const documentIndex = remembered(
  (model: Model): ReadonlyMap<string, ModelDocument> =>
    new Map(documentsOf(model).map(document => [document.id, document])),
)

/** The document with this id; an id that names none, or a policy without text, gives `undefined`. */
export const documentById = (model: Model, id: string): ModelDocument | undefined =>
  documentIndex(model).get(id)
