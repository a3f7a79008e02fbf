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
export function actionPage(serviceName: string, action: string): string {
  const slug = slugOf(serviceName)
  return `${reference}/list_${slug}.html#${slug}-${action}`
}

/** Where global condition keys are explained, each under its own name. */
export const globalKeysPage =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'

/** The page of the AWS Managed Policy Reference Guide on a policy. */
export const managedPolicyPage = (name: string) =>
  `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`
