import { arnOf } from '../model/entity-arn.ts'
import type { Model, Role, User } from '../model/records.ts'
import { identityPolicies, policyIn } from './gather.ts'
import { levelsOf } from './organization-levels.ts'
import type { RowInput } from './matrix.ts'

/** What a principal's row follows from. */
export function rowInput(model: Model, holder: User | Role): RowInput {
  const levels = levelsOf(model, holder.account, 'service-control')
  const boundary = holder.permissionsBoundary
  return {
    holder: holder.id,
    arn: arnOf(model, holder.id) ?? '',
    account: holder.account,
    tags: holder.tags,
    identity: identityPolicies(model, holder),
    boundary: boundary && policyIn('boundary', boundary, model.policies[boundary]?.text ?? ''),
    serviceControl: levels?.map(({ level, policies }) =>
      policies.map(({ id, text }) => policyIn('service-control', id, text, [level])),
    ),
  }
}
