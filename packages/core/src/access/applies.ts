import { accountOf, isOutsider } from './caller.ts'
import type { Request } from './request.ts'

/**
 * Services whose resources RCPs can bind, where the request does not say: AWS's list as the reference has it, which a
 * test holds. [D12]
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const resourceControlServices = new Set(
  `aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch
    cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend
    comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events firehose
    fis fms gamelift health inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications
    opensearch pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3 secretsmanager
    servicediscovery signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2
    workspaces xray`.split(/\s+/),
)

/** Whether a set takes part in a decision, or the reason why not: a code of the message catalogue. */
export type Applies = true | { readonly skipped: string }

const skipped = (reason: string): Applies => ({ skipped: reason })

/** SCPs bind every user and role of a member account, root too. [D10] */
export function serviceControlApplies({ caller, facts }: Pick<Request, 'caller' | 'facts'>): Applies {
  if (isOutsider(caller)) return skipped('caller-outside-organization')
  if (facts.managementAccount === true) return skipped('management-account')
  return isServiceLinked(caller) ? skipped('service-linked-role') : true
}

type Asked = Pick<Request, 'caller' | 'facts' | 'service' | 'actionName' | 'resource' | 'resourceAccount'>

/** RCPs bind whoever asks for a resource of the organization, outsiders too. [D12] */
export function resourceControlApplies(request: Asked): Applies {
  const { caller, facts, service, actionName } = request
  if (service === 'kms' && actionName === 'retiregrant') return skipped('retire-grant')
  if (resourceInManagementAccount(request)) return skipped('management-account-resource')
  if (isServiceLinked(caller)) return skipped('service-linked-role')
  if (isAwsManagedKey(request)) return skipped('aws-managed-key')
  const supported = facts.resourceControlApplies ?? resourceControlServices.has(service)
  return supported ? true : skipped('service-without-rcp')
}

/** Where only the caller's account is told, a resource of that same account is told with it. */
function resourceInManagementAccount(request: Asked): boolean {
  const { resourceInManagementAccount: told, managementAccount } = request.facts
  return told ?? (managementAccount === true && relationOf(request) !== 'cross-account')
}

export const isServiceLinked = (caller: Request['caller']): boolean =>
  caller.kind === 'role' &&
  (caller.path.startsWith('/aws-service-role/') || caller.name.startsWith('AWSServiceRoleFor'))

const isAwsManagedKey = ({ resource }: Asked): boolean =>
  resource.kind === 'arn' && resource.parts[2] === 'kms' && (resource.parts[5] ?? '').startsWith('alias/aws/')

const trustActions = new Set([
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
])

/** Assuming a role: the trust policy is the resource-based policy, and must let the caller in. [S2] */
export const asksForTrust = ({ service, actionName }: Pick<Request, 'service' | 'actionName'>): boolean =>
  service === 'sts' && trustActions.has(actionName)

/** A KMS key gives nobody anything that its key policy does not give or delegate. [S1] */
export const asksForKey = ({ service, resource }: Pick<Request, 'service' | 'resource'>): boolean =>
  service === 'kms' && resource.kind === 'arn' && (resource.parts[5] ?? '').startsWith('key/')

/** Managing a role does not ask its trust policy. [S5] */
export const resourcePolicyApplies = (request: Request): Applies =>
  request.service === 'iam' ? skipped('iam-ignores-trust') : true

/** Same account, across accounts, or a caller without one. [D4, D5, D6] */
export function relationOf(
  request: Pick<Request, 'caller' | 'resourceAccount'>,
): 'same-account' | 'cross-account' | 'outsider' {
  if (isOutsider(request.caller)) return 'outsider'
  const resourceAccount = request.resourceAccount
  return resourceAccount === undefined || resourceAccount === accountOf(request.caller)
    ? 'same-account'
    : 'cross-account'
}

const awsPolicyActions = new Set([
  'createpolicy',
  'createpolicyversion',
  'deletepolicy',
  'deletepolicyversion',
  'setdefaultpolicyversion',
  'tagpolicy',
  'untagpolicy',
])
const awsAliasActions = new Set(['createalias', 'deletealias', 'updatealias'])
/** Reading a reserved role is allowed; whatever changes it is not. */
const roleReads = /^(?:get|list|generate|simulate|passrole)/

/** What AWS owns cannot be changed by anyone. [S8] */
export function isOwnedByAws({
  service,
  actionName,
  resource,
}: Pick<Request, 'service' | 'actionName' | 'resource'>): boolean {
  if (resource.kind !== 'arn') return false
  const account = resource.parts[4]
  const name = resource.parts[5] ?? ''
  if (service === 'iam' && account === 'aws' && name.startsWith('policy/'))
    return awsPolicyActions.has(actionName)
  if (service === 'iam' && name.startsWith('role/aws-reserved/')) return !roleReads.test(actionName)
  return service === 'kms' && name.startsWith('alias/aws/') && awsAliasActions.has(actionName)
}
