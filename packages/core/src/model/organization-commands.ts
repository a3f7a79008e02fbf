import type {
  AccountNumber,
  AccountRecordId,
  GroupId,
  OuId,
  PolicyId,
  PolicyPurpose,
  ResourceId,
  RoleId,
  UserId,
} from './records.ts'

export type ControlPurpose = Exclude<PolicyPurpose, 'identity'>

export type AccountCommand =
  | {
      readonly type: 'AddAccount'
      readonly account: AccountRecordId
      readonly number: AccountNumber
      readonly name: string
      readonly ou?: OuId
    }
  /** Removes the account with everything that lives in it. */
  | { readonly type: 'RemoveAccount'; readonly account: AccountRecordId }
  | { readonly type: 'RenameAccount'; readonly account: AccountRecordId; readonly name: string }
  /** Gives the account another number; what lives in it follows. Policy texts stay as they are. */
  | { readonly type: 'RenumberAccount'; readonly account: AccountRecordId; readonly number: AccountNumber }
  /** Moves an entity, cutting the memberships, attachments and roles that cannot cross accounts. */
  | {
      readonly type: 'MoveToAccount'
      readonly entity: UserId | GroupId | RoleId | PolicyId | ResourceId
      readonly account: AccountNumber
    }

/**
 * Named after AWS Organizations' API. As AWS does, enabling service control policies attaches `FullAWSAccess` to the
 * root, to every OU and to every account, and whatever joins later gets it too. [D10]
 */
export type OrganizationCommand =
  | {
      readonly type: 'CreateOrganization'
      readonly organization: string
      readonly root: OuId
      readonly managementAccount: AccountRecordId
    }
  | { readonly type: 'DeleteOrganization' }
  | { readonly type: 'EnablePolicyType'; readonly purpose: ControlPurpose }
  /** Detaches every policy of that type, as AWS does. */
  | { readonly type: 'DisablePolicyType'; readonly purpose: ControlPurpose }
  | {
      readonly type: 'CreateOrganizationalUnit'
      readonly ou: OuId
      readonly name: string
      readonly parent: OuId
    }
  | { readonly type: 'UpdateOrganizationalUnit'; readonly ou: OuId; readonly name: string }
  /** Only an empty one, as in AWS. */
  | { readonly type: 'DeleteOrganizationalUnit'; readonly ou: OuId }
  /** Organizations has no operation for it. */
  | { readonly type: 'MoveOrganizationalUnit'; readonly ou: OuId; readonly parent: OuId }
  /** Also how an account joins: an invited account starts in the root. */
  | { readonly type: 'MoveAccount'; readonly account: AccountRecordId; readonly ou: OuId }
  | { readonly type: 'RemoveAccountFromOrganization'; readonly account: AccountRecordId }
  | { readonly type: 'AttachPolicy'; readonly policy: PolicyId; readonly target: AccountRecordId | OuId }
  | { readonly type: 'DetachPolicy'; readonly policy: PolicyId; readonly target: AccountRecordId | OuId }
