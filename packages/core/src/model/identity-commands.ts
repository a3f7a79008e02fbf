import type { AccountNumber, GroupId, PolicyId, PolicyPurpose, RoleId, Tag, UserId } from './records.ts'

/** Where a new entity goes: the model's first account and the path `/`, unless said otherwise. */
interface Placement {
  readonly name: string
  readonly path?: string
  readonly account?: AccountNumber
}

export type UserCommand =
  | ({ readonly type: 'CreateUser'; readonly user: UserId; readonly tags?: readonly Tag[] } & Placement)
  /** Deletes the user with its inline policies, memberships and attachments. */
  | { readonly type: 'DeleteUser'; readonly user: UserId }
  | { readonly type: 'UpdateUser'; readonly user: UserId; readonly name?: string; readonly path?: string }
  | { readonly type: 'AddUserToGroup'; readonly user: UserId; readonly group: GroupId }
  | { readonly type: 'RemoveUserFromGroup'; readonly user: UserId; readonly group: GroupId }
  | { readonly type: 'AttachUserPolicy'; readonly user: UserId; readonly policy: PolicyId }
  | { readonly type: 'DetachUserPolicy'; readonly user: UserId; readonly policy: PolicyId }
  | { readonly type: 'PutUserPolicy'; readonly user: UserId; readonly name: string; readonly text: string }
  | { readonly type: 'DeleteUserPolicy'; readonly user: UserId; readonly name: string }
  | { readonly type: 'PutUserPermissionsBoundary'; readonly user: UserId; readonly policy: PolicyId }
  | { readonly type: 'DeleteUserPermissionsBoundary'; readonly user: UserId }
  | { readonly type: 'TagUser'; readonly user: UserId; readonly tags: readonly Tag[] }
  | { readonly type: 'UntagUser'; readonly user: UserId; readonly tagKeys: readonly string[] }
  /** Stands for CreateAccessKey, CreateLoginProfile, EnableMFADevice and their opposites; it holds no secret. */
  | {
      readonly type: 'UpdateUserCredentials'
      readonly user: UserId
      readonly accessKeys?: number
      readonly consolePassword?: boolean
      readonly mfa?: boolean
    }

export type GroupCommand =
  | ({ readonly type: 'CreateGroup'; readonly group: GroupId } & Placement)
  | { readonly type: 'DeleteGroup'; readonly group: GroupId }
  | { readonly type: 'UpdateGroup'; readonly group: GroupId; readonly name?: string; readonly path?: string }
  | { readonly type: 'AttachGroupPolicy'; readonly group: GroupId; readonly policy: PolicyId }
  | { readonly type: 'DetachGroupPolicy'; readonly group: GroupId; readonly policy: PolicyId }
  | { readonly type: 'PutGroupPolicy'; readonly group: GroupId; readonly name: string; readonly text: string }
  | { readonly type: 'DeleteGroupPolicy'; readonly group: GroupId; readonly name: string }

export type RoleCommand =
  | ({
      readonly type: 'CreateRole'
      readonly role: RoleId
      readonly trustPolicy: string
      readonly tags?: readonly Tag[]
    } & Placement)
  | { readonly type: 'DeleteRole'; readonly role: RoleId }
  /** IAM cannot rename a role; on a drawing it is a rename all the same. */
  | { readonly type: 'RenameRole'; readonly role: RoleId; readonly name?: string; readonly path?: string }
  | { readonly type: 'UpdateAssumeRolePolicy'; readonly role: RoleId; readonly text: string }
  | { readonly type: 'AttachRolePolicy'; readonly role: RoleId; readonly policy: PolicyId }
  | { readonly type: 'DetachRolePolicy'; readonly role: RoleId; readonly policy: PolicyId }
  | { readonly type: 'PutRolePolicy'; readonly role: RoleId; readonly name: string; readonly text: string }
  | { readonly type: 'DeleteRolePolicy'; readonly role: RoleId; readonly name: string }
  | { readonly type: 'PutRolePermissionsBoundary'; readonly role: RoleId; readonly policy: PolicyId }
  | { readonly type: 'DeleteRolePermissionsBoundary'; readonly role: RoleId }
  | { readonly type: 'TagRole'; readonly role: RoleId; readonly tags: readonly Tag[] }
  | { readonly type: 'UntagRole'; readonly role: RoleId; readonly tagKeys: readonly string[] }

export type PolicyCommand =
  | ({
      readonly type: 'CreatePolicy'
      readonly policy: PolicyId
      readonly text: string
      /** `identity` unless said otherwise; the others are Organizations' policies. */
      readonly purpose?: PolicyPurpose
      readonly description?: string
      readonly tags?: readonly Tag[]
    } & Placement)
  /** Deletes the policy and detaches it everywhere. An AWS managed policy is only taken off the drawing. */
  | { readonly type: 'DeletePolicy'; readonly policy: PolicyId }
  /** The new text becomes the default version, or the only one for an SCP or RCP. */
  | { readonly type: 'CreatePolicyVersion'; readonly policy: PolicyId; readonly text: string }
  | {
      readonly type: 'RenamePolicy'
      readonly policy: PolicyId
      readonly name?: string
      readonly path?: string
    }
  | { readonly type: 'TagPolicy'; readonly policy: PolicyId; readonly tags: readonly Tag[] }
  | { readonly type: 'UntagPolicy'; readonly policy: PolicyId; readonly tagKeys: readonly string[] }
  /** Puts a policy of AWS's own on the drawing. Nobody creates one, so it is not CreatePolicy. */
  | {
      readonly type: 'AddAwsManagedPolicy'
      readonly policy: PolicyId
      readonly name: string
      readonly path?: string
      readonly text?: string
      readonly purpose?: PolicyPurpose
      readonly description?: string
    }
  /** Gives a text to a policy that something named but nobody had the text of. */
  | { readonly type: 'SupplyPolicyText'; readonly policy: PolicyId; readonly text: string }

export type IdentityCommand = UserCommand | GroupCommand | RoleCommand | PolicyCommand
