import type { PolicyKind } from '../access/policy-kind.ts'
import type { ModelDocument } from '../model/documents.ts'
import { recordIn } from '../model/collections.ts'
import { usesOf } from '../model/indexes.ts'
import type { Model } from '../model/records.ts'
import type { ModelCheck, ModelFinding } from './model-finding.ts'
import { practiceChecks } from './practice-checks.ts'
import { quotaChecks } from './quota-checks.ts'
import type { Standing } from './subject.ts'

/** Every check of a model as a whole. */
export const MODEL_CHECKS: readonly ModelCheck[] = [...quotaChecks, ...practiceChecks]

/** What there is to say about who has what, apart from the texts. */
export function lintModel(model: Model): ModelFinding[] {
  return MODEL_CHECKS.flatMap(({ find, code, severity, title, why, page }) =>
    [...find(model)].map(hit => ({ code, severity, title, why, page, ...hit })),
  )
}

/** How a policy of a model is to be read, and what the model knows about where it stands. */
export function placeOfDocument(
  model: Model,
  { id, owner, purpose }: ModelDocument,
): { readonly kind: PolicyKind; readonly standing: Standing } {
  switch (purpose) {
    case 'service-control':
    case 'resource-control':
      return { kind: purpose, standing: { account: model.policies[owner as `policy:${string}`]?.account } }
    case 'trust':
      return { kind: 'trust', standing: { account: model.roles[owner as `role:${string}`]?.account } }
    case 'resource': {
      const resource = model.resources[owner as `resource:${string}`]
      return { kind: 'resource', standing: { account: resource?.account, service: resource?.service } }
    }
    case 'inline': {
      const holder =
        recordIn(model, 'users', owner as `user:${string}`) ??
        recordIn(model, 'groups', owner as `group:${string}`) ??
        recordIn(model, 'roles', owner as `role:${string}`)
      return { kind: 'identity', standing: { account: holder?.account, inlineOf: holder?.kind } }
    }
    case 'identity': {
      // A managed policy's id is its document's.
      const policy = id as `policy:${string}`
      const { attachedTo, boundaryOf } = usesOf(model, policy)
      const heldBy = new Set(attachedTo.map(holder => holder.split(':', 1)[0] as 'user' | 'group' | 'role'))
      return {
        kind: attachedTo.length === 0 && boundaryOf.length > 0 ? 'boundary' : 'identity',
        standing: { account: model.policies[policy]?.account, heldBy },
      }
    }
  }
}
