import { recordsIn } from '../model/collections.ts'
import type { Group, Model, Role, User } from '../model/records.ts'
import type { ModelCheck } from './model-finding.ts'
import { withoutBlanks } from './policy-size.ts'

const QUOTAS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html'

/** How much IAM lets one user, group or role hold. */
export const quotaChecks: readonly ModelCheck[] = [
  {
    code: 'attached-policies-over-quota',
    severity: 'warning',
    title: 'More than ten attached policies',
    why: 'A user, group or role has ten attached policies unless AWS raised the quota. Merge policies that belong together, or give users some of them through groups.',
    page: QUOTAS,
    *find(model) {
      for (const { id, attachedPolicies } of holdersIn(model)) {
        const { length } = attachedPolicies
        if (length <= 10 || length > 20) continue
        yield {
          entity: id,
          message: `${length} policies are attached, and the quota is 10 unless it was raised`,
        }
      }
    },
  },
  {
    code: 'attached-policies-over-limit',
    severity: 'error',
    title: 'More than twenty attached policies',
    why: 'Twenty attached policies are the end, even with a raised quota: AWS refuses the next one.',
    page: QUOTAS,
    *find(model) {
      for (const { id, attachedPolicies } of holdersIn(model)) {
        const { length } = attachedPolicies
        if (length > 20)
          yield { entity: id, message: `${length} policies are attached, and AWS takes 20 at most` }
      }
    },
  },
  {
    code: 'inline-policies-too-long',
    severity: 'error',
    title: 'Inline policies longer than their owner may hold',
    why: 'All inline policies of one owner share a size: 2,048 characters for a user, 5,120 for a group, 10,240 for a role. Move some into a managed policy, which has 6,144 of its own.',
    page: QUOTAS,
    *find(model) {
      for (const { id, kind, inlinePolicies } of holdersIn(model)) {
        const size = inlinePolicies.reduce((sum, { text }) => sum + withoutBlanks(text), 0)
        const most = MOST_INLINE[kind]
        if (size <= most) continue
        const message = `inline policies of ${size.toLocaleString('en')} characters, and a ${kind} holds ${most.toLocaleString('en')} at most`
        yield { entity: id, message }
      }
    },
  },
  {
    code: 'groups-over-limit',
    severity: 'error',
    title: 'User in more than ten groups',
    why: 'A user is a member of ten groups at most, and that quota cannot be raised.',
    page: QUOTAS,
    *find(model) {
      for (const { id, groups } of recordsIn(model, 'users')) {
        if (groups.length > 10)
          yield { entity: id, message: `a member of ${groups.length} groups, and AWS takes 10` }
      }
    },
  },
  {
    code: 'access-keys-over-limit',
    severity: 'error',
    title: 'User with more than two access keys',
    why: 'A user has two access keys at most, so that one can be replaced by the other.',
    page: QUOTAS,
    *find(model) {
      for (const { id, accessKeys = 0 } of recordsIn(model, 'users')) {
        if (accessKeys > 2) yield { entity: id, message: `${accessKeys} access keys, and AWS takes 2` }
      }
    },
  },
]

const MOST_INLINE = { user: 2_048, group: 5_120, role: 10_240 } as const

export function* holdersIn(model: Model): Generator<User | Group | Role> {
  yield* recordsIn(model, 'users')
  yield* recordsIn(model, 'groups')
  yield* recordsIn(model, 'roles')
}
