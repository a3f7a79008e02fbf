/**
 * The account model: records with ids, nothing else. Every record is plain JSON and immutable; it changes only
 * through commands (`commands.ts`). Relations are kept on one side only (a user lists its groups, a principal lists
 * its policies); the other side is derived by `indexes.ts`.
 */

/** An id is opaque: a kind, a colon, and anything unique. `user:alice` is usual, `user:1122…/alice` resolves a clash. */
export type UserId = `user:${string}`
export type GroupId = `group:${string}`
export type RoleId = `role:${string}`
export type PolicyId = `policy:${string}`
export type ResourceId = `resource:${string}`
export type AccountRecordId = `account:${string}`
export type OuId = `ou:${string}`
export type ExternalId = `external:${string}`

export type PrincipalId = UserId | RoleId
/** Whatever identity-based policies can be attached to. A group only lends them to its members. [D7] */
export type HolderId = UserId | GroupId | RoleId
export type EntityId = UserId | GroupId | RoleId | PolicyId | ResourceId | AccountRecordId | OuId | ExternalId

/** Twelve digits, as a string: leading zeros count. */
export type AccountNumber = string

/** Tags are a list and not an object: a tag named `__proto__` is a tag like any other. */
export interface Tag {
  readonly key: string
  readonly value: string
}

/** A policy that lives and dies with its owner. `text` is the user's JSON, byte for byte. */
export interface InlinePolicy {
  readonly name: string
  readonly text: string
}

interface PolicyHolder {
  readonly attachedPolicies: readonly PolicyId[]
  readonly inlinePolicies: readonly InlinePolicy[]
}

interface InAccount {
  readonly account: AccountNumber
  readonly name: string
  /** `/` or `/engineering/`; begins and ends with a slash. */
  readonly path: string
}

export interface User extends PolicyHolder, InAccount {
  readonly kind: 'user'
  readonly id: UserId
  readonly groups: readonly GroupId[]
  readonly permissionsBoundary?: PolicyId
  readonly tags: readonly Tag[]
  /** How the user signs in, where known. Never a secret. */
  readonly accessKeys?: number
  readonly consolePassword?: boolean
  readonly mfa?: boolean
}

export interface Group extends PolicyHolder, InAccount {
  readonly kind: 'group'
  readonly id: GroupId
}

export interface Role extends PolicyHolder, InAccount {
  readonly kind: 'role'
  readonly id: RoleId
  /** The trust policy (AssumeRolePolicyDocument) as text. */
  readonly trustPolicy: string
  readonly permissionsBoundary?: PolicyId
  readonly tags: readonly Tag[]
  readonly instanceProfiles?: readonly string[]
}

export type PolicyPurpose = 'identity' | 'service-control' | 'resource-control'

/** A managed policy. `purpose` tells an identity-based one from an SCP or RCP. */
export interface Policy {
  readonly kind: 'policy'
  readonly id: PolicyId
  readonly name: string
  readonly path: string
  /** The account that owns it; the word `aws` for an AWS managed policy, which nobody can edit. */
  readonly account: AccountNumber
  readonly purpose: PolicyPurpose
  /** The document as text, byte for byte; `undefined` when something refers to a policy whose text nobody has. */
  readonly text?: string
  readonly description?: string
  readonly tags: readonly Tag[]
}

/**
 * A thing that access is about. `arn` is a target of its own; `parts` are further targets inside it, such as the
 * objects of a bucket (`arn:aws:s3:::b/*`), because AWS asks bucket and objects separately. [M8]
 * Any of them may be a pattern; then the question is about whatever it covers. [M9]
 */
export interface Resource {
  readonly kind: 'resource'
  readonly id: ResourceId
  readonly name: string
  readonly arn: string
  readonly parts: readonly string[]
  /** The account that owns it, where the ARN does not say (S3) or is a pattern. */
  readonly account: AccountNumber
  /** Service prefix and type, as in the Service Authorization Reference: `s3` and `bucket`. */
  readonly service: string
  readonly type: string
  readonly resourcePolicy?: string
  readonly tags: readonly Tag[]
  /** The role that a function, instance or task runs as. */
  readonly runsAs?: RoleId
}

export interface Account {
  readonly kind: 'account'
  readonly id: AccountRecordId
  readonly account: AccountNumber
  readonly name: string
  /** The partition its ARNs stand in, such as `aws-cn` or `aws-us-gov`; `aws` when absent. */
  readonly partition?: string
  readonly management?: boolean
  readonly ou?: OuId
  readonly attachedPolicies: readonly PolicyId[]
}

/** A node of the organization's tree; the one without `parent` is its root. */
export interface OrganizationalUnit {
  readonly kind: 'ou'
  readonly id: OuId
  readonly name: string
  readonly parent?: OuId
  readonly attachedPolicies: readonly PolicyId[]
}

/** Someone outside the model that trust and resource policies can name. */
export interface ExternalPrincipal {
  readonly kind: 'external'
  readonly id: ExternalId
  readonly name: string
  readonly type: 'AWS' | 'Service' | 'Federated' | 'Anonymous'
  /** The value of the Principal element: an ARN, an account, `lambda.amazonaws.com`, `*`. */
  readonly principal: string
}

export interface Organization {
  /** `o-` and ten characters or more. */
  readonly id: string
  readonly serviceControlPolicies: boolean
  readonly resourceControlPolicies: boolean
}

export interface Model {
  readonly name: string
  readonly organization?: Organization
  readonly accounts: Readonly<Record<AccountRecordId, Account>>
  readonly ous: Readonly<Record<OuId, OrganizationalUnit>>
  readonly users: Readonly<Record<UserId, User>>
  readonly groups: Readonly<Record<GroupId, Group>>
  readonly roles: Readonly<Record<RoleId, Role>>
  readonly policies: Readonly<Record<PolicyId, Policy>>
  readonly resources: Readonly<Record<ResourceId, Resource>>
  readonly externals: Readonly<Record<ExternalId, ExternalPrincipal>>
}

export type Entity =
  | User
  | Group
  | Role
  | Policy
  | Resource
  | Account
  | OrganizationalUnit
  | ExternalPrincipal
export type EntityKind = Entity['kind']

/**
 * Where a policy document stands. A managed policy has its own id; the others are named after their owner, so that a
 * trace, a highlight and an editor mean the same text: `policy:Read`, `inline:user:alice/Notes`,
 * `trust:role:deploy`, `resource-policy:resource:releases`.
 */
export type DocumentId =
  | PolicyId
  | `inline:${HolderId}/${string}`
  | `trust:${RoleId}`
  | `resource-policy:${ResourceId}`
