import type { AccountNumber, ExternalId, ExternalPrincipal, ResourceId, RoleId, Tag } from './records.ts'

/** IAM has no operations for these: each service has its own. They are named plainly. */
export type ResourceCommand =
  | {
      readonly type: 'AddResource'
      readonly resource: ResourceId
      readonly name: string
      readonly arn: string
      readonly parts?: readonly string[]
      /** Needed where the ARN carries none; the model's first account unless said otherwise. */
      readonly account?: AccountNumber
      readonly service: string
      readonly resourceType: string
      readonly resourcePolicy?: string
      readonly tags?: readonly Tag[]
    }
  | { readonly type: 'RemoveResource'; readonly resource: ResourceId }
  | { readonly type: 'RenameResource'; readonly resource: ResourceId; readonly name: string }
  | {
      readonly type: 'UpdateResource'
      readonly resource: ResourceId
      readonly arn?: string
      readonly parts?: readonly string[]
      readonly service?: string
      readonly resourceType?: string
    }
  | { readonly type: 'PutResourcePolicy'; readonly resource: ResourceId; readonly text: string }
  | { readonly type: 'DeleteResourcePolicy'; readonly resource: ResourceId }
  | { readonly type: 'TagResource'; readonly resource: ResourceId; readonly tags: readonly Tag[] }
  | { readonly type: 'UntagResource'; readonly resource: ResourceId; readonly tagKeys: readonly string[] }
  /** Without `role` the resource runs as nothing. The role's trust policy is not looked at. */
  | { readonly type: 'SetRunsAs'; readonly resource: ResourceId; readonly role?: RoleId }
  | {
      readonly type: 'AddExternalPrincipal'
      readonly external: ExternalId
      readonly name: string
      readonly principalType: ExternalPrincipal['type']
      readonly principal: string
    }
  | {
      readonly type: 'UpdateExternalPrincipal'
      readonly external: ExternalId
      readonly name?: string
      readonly principalType?: ExternalPrincipal['type']
      readonly principal?: string
    }
  | { readonly type: 'RemoveExternalPrincipal'; readonly external: ExternalId }
