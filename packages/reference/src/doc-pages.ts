const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference'

/** AWS names the page after the service, with small letters and without what is not a letter, digit, dot or hyphen. */
const slugOf = (serviceName: string) =>
  serviceName
    .toLowerCase()
    .replaceAll('@', '_')
    .replace(/[^a-z0-9._-]/g, '')

/** The page of the Service Authorization Reference on a service, or the part of it on actions, types or keys. */
export function servicePage(serviceName: string, part?: 'actions' | 'types' | 'keys'): string {
  const slug = slugOf(serviceName)
  const anchors = {
    actions: 'actions-as-permissions',
    types: 'resources-for-iam-policies',
    keys: 'policy-keys',
  }
  return `${reference}/list_${slug}.html${part ? `#${slug}-${anchors[part]}` : ''}`
}

/** The row of an action on the page of its service. */
export const actionPage = (serviceName: string, action: string): string => rowPage(serviceName, action)

/** The row of a resource type on the page of its service. */
export const typePage = (serviceName: string, type: string): string => rowPage(serviceName, type)

/**
 * Where a condition key is explained: a global one under its own name in the IAM User Guide, another one in its row on
 * the page of the service.
 */
export function keyPage(serviceName: string, key: string): string {
  if (!/^aws:/i.test(key)) return rowPage(serviceName, key)
  const name = /^aws:([A-Za-z0-9]+)/i.exec(key)?.[1] ?? ''
  return `${globalKeysPage}#condition-keys-${name.toLowerCase()}`
}

/** AWS puts an underscore for each character of a name that an address cannot bear: `s3_ExistingObjectTag__key_`. */
function rowPage(serviceName: string, name: string): string {
  const slug = slugOf(serviceName)
  return `${reference}/list_${slug}.html#${slug}-${name.replace(/[^A-Za-z0-9.-]/g, '_')}`
}

/** Where global condition keys are explained, each under its own name. */
export const globalKeysPage =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'

/** The page of the AWS Managed Policy Reference Guide on a policy. */
export const managedPolicyPage = (name: string) =>
  `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`

const docs = 'https://docs.aws.amazon.com'

/** Where services explain their own identity-based policies, with examples, as far as it is known. */
const policyGuides: Readonly<Record<string, string>> = {
  apigateway: 'apigateway/latest/developerguide/security_iam_id-based-policy-examples.html',
  athena: 'athena/latest/ug/security-iam-athena.html',
  cloudformation: 'AWSCloudFormation/latest/UserGuide/security_iam_id-based-policy-examples.html',
  cloudwatch: 'AmazonCloudWatch/latest/monitoring/iam-identity-based-access-control-cw.html',
  codebuild: 'codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html',
  dynamodb: 'amazondynamodb/latest/developerguide/security_iam_id-based-policy-examples.html',
  ec2: 'AWSEC2/latest/UserGuide/iam-policies-for-amazon-ec2.html',
  ecr: 'AmazonECR/latest/userguide/security_iam_id-based-policy-examples.html',
  ecs: 'AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html',
  elasticache: 'AmazonElastiCache/latest/dg/IAM.IdentityBasedPolicies.html',
  events: 'eventbridge/latest/userguide/eb-use-identity-based.html',
  glue: 'glue/latest/dg/security_iam_id-based-policy-examples.html',
  iam: 'IAM/latest/UserGuide/access_policies_examples.html',
  kms: 'kms/latest/developerguide/iam-policies.html',
  lambda: 'lambda/latest/dg/access-control-identity-based.html',
  logs: 'AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html',
  rds: 'AmazonRDS/latest/UserGuide/security_iam_id-based-policy-examples.html',
  route53: 'Route53/latest/DeveloperGuide/security_iam_id-based-policy-examples.html',
  s3: 'AmazonS3/latest/userguide/security_iam_id-based-policy-examples.html',
  secretsmanager: 'secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
  sns: 'sns/latest/dg/sns-using-identity-based-policies.html',
  sqs: 'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-identity-based-policies.html',
  ssm: 'systems-manager/latest/userguide/security_iam_id-based-policy-examples.html',
  states: 'step-functions/latest/dg/security_iam_id-based-policy-examples.html',
}

/** The service's own page on identity-based policies; `undefined` where it is not known. */
export const policyGuide = (prefix: string): string | undefined =>
  Object.hasOwn(policyGuides, prefix) ? `${docs}/${policyGuides[prefix]}` : undefined
