import type { EntityId, EntityKind } from './records.ts'

export type ProblemCode =
  | 'unknown-command'
  | 'unknown-id'
  | 'invalid-id'
  | 'id-taken'
  | 'invalid-name'
  | 'name-taken'
  | 'invalid-path'
  | 'invalid-account'
  | 'account-taken'
  | 'last-account'
  | 'other-account'
  | 'invalid-arn'
  | 'arn-taken'
  | 'invalid-tag'
  | 'unknown-tag'
  | 'already-member'
  | 'not-a-member'
  | 'too-many-groups'
  | 'already-attached'
  | 'not-attached'
  | 'wrong-purpose'
  | 'aws-managed'
  | 'has-text'
  | 'unknown-inline-policy'
  | 'no-boundary'
  | 'no-resource-policy'
  | 'invalid-credentials'
  | 'no-organization'
  | 'has-organization'
  | 'not-in-organization'
  | 'policy-type-disabled'
  | 'policy-type-enabled'
  | 'not-empty'
  | 'is-root'
  | 'is-management'
  | 'ou-cycle'
  /** Whoever shows the model wants this to stay as it is, a lesson for example. `apply` itself never says so. */
  | 'kept'

/** Why a command was refused. `code` is stable, `message` is for people, `at` is the entity it is about. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly at?: EntityId
  /** In a batch: which of its commands was refused, counted from 0. */
  readonly step?: number
}

/** Shorthand for building a problem. */
export const refuse = (code: ProblemCode, message: string, at?: EntityId): Problem => ({
  code,
  message,
  ...(at && { at }),
})

const NOUNS: Readonly<Record<EntityKind, string>> = {
  user: 'user',
  group: 'group',
  role: 'role',
  policy: 'policy',
  resource: 'resource',
  account: 'account',
  ou: 'organizational unit',
  external: 'external principal',
}

export const nounFor = (kind: EntityKind): string => NOUNS[kind]

export const unknownId = (kind: EntityKind, id: string): Problem =>
  refuse('unknown-id', `there is no ${nounFor(kind)} \`${id}\` in this model`)
