import type { ConditionKeyFacts } from './service-reference.ts'

/**
 * The keys that AWS carries for every service, by type.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const BY_TYPE: Readonly<Record<string, string>> = {
  String: `aws:CalledViaFirst aws:CalledViaLast aws:Ec2InstanceSourceVpc aws:FederatedProvider aws:PrincipalAccount
    aws:PrincipalOrgID aws:PrincipalServiceName aws:PrincipalTag/\${TagKey} aws:PrincipalType aws:Referer
    aws:RequestedRegion aws:RequestTag/\${TagKey} aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/\${TagKey}
    aws:SourceAccount aws:SourceIdentity aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpce aws:UserAgent
    aws:userid aws:username aws:VpceAccount aws:VpceOrgID`,
  ArrayOfString: `aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths
    aws:SourceOrgPaths aws:TagKeys aws:VpceOrgPaths`,
  ARN: `aws:ChatbotSourceArn aws:Ec2InstanceSourceArn aws:PrincipalArn aws:SignInSessionArn aws:SourceArn
    aws:SourceVpcArn`,
  Bool: `aws:AssumedRoot aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport
    aws:ViaAWSMCPService aws:ViaAWSService`,
  Date: 'aws:CurrentTime aws:EpochTime aws:TokenIssueTime',
  Numeric: 'aws:MultiFactorAuthAge',
  IPAddress: 'aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp',
}

/** By their name in lower case. */
export const GLOBAL_KEYS: ReadonlyMap<string, ConditionKeyFacts> = new Map(
  Object.entries(BY_TYPE).flatMap(([type, names]) =>
    names.split(/\s+/).map(key => [key.toLowerCase(), { key, type }] as const),
  ),
)

const TAG_PREFIXES = new Map(
  [...GLOBAL_KEYS.values()]
    .filter(({ key }) => key.endsWith('/${TagKey}'))
    .map(facts => [facts.key.slice(0, facts.key.indexOf('/')).toLowerCase(), facts]),
)

/** A key that every service carries, written in any case: `aws:PrincipalTag/team` too. */
export function globalKey(key: string): ConditionKeyFacts | undefined {
  const name = key.toLowerCase()
  const slash = name.indexOf('/')
  return slash < 0 ? GLOBAL_KEYS.get(name) : TAG_PREFIXES.get(name.slice(0, slash))
}

/** The names of all of them, to find the nearest. */
export const GLOBAL_KEY_NAMES: readonly string[] = [...GLOBAL_KEYS.values()].map(({ key }) => key)

/** All of them, with their types. */
export const globalKeyFacts = (): readonly ConditionKeyFacts[] => [...GLOBAL_KEYS.values()]
