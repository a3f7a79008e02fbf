import { arnOf } from '../model/entity-arn.ts'
import type { Model, Role, User } from '../model/records.ts'
import { identityPolicies, policyIn } from './gather.ts'
import { levelsOf } from './organization-levels.ts'
import type { RowInput } from './matrix.ts'

interface Known {
  readonly parts: readonly unknown[]
  readonly input: RowInput
}

const known = new WeakMap<User | Role, Known>()

/** What a principal's row follows from. The same records give the same input: an edit leaves the others' alone. */
export function rowInput(model: Model, holder: User | Role): RowInput {
  const { policies, groups, organization, accounts, ous } = model
  const parts = [policies, groups, organization, accounts, ous]
  const old = known.get(holder)
  if (old && old.parts.every((part, index) => part === parts[index])) return old.input
  const input = gatherInput(model, holder)
  known.set(holder, { parts, input })
  return input
}

function gatherInput(model: Model, holder: User | Role): RowInput {
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
