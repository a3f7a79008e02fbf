import { type ArnParts, arnOfParts } from '../arn-parts.ts'

/** The resource that an ARN, or a pattern for ARNs, is about, as far as the ARN alone tells. */
export interface NamedResource {
  readonly arn: string
  /** Further targets inside it; the ARN that was asked about may be one of them. */
  readonly parts: readonly string[]
  readonly name: string
  readonly service: string
  readonly type: string
}

/**
 * How services write what lies inside a resource: the ARN of the resource is the first group, the rest is a part of it.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const INSIDE: Readonly<Record<string, RegExp>> = {
  dynamodb: /^(table\/[^/]+)\/./,
  lambda: /^(function:[^:]+):./,
  logs: /^(log-group:[^:]+):./,
  kinesis: /^(stream\/[^/]+)\/./,
  es: /^(domain\/[^/]+)\/./,
  'execute-api': /^([^/]+)\/./,
  ecr: /^(repository\/[^:]+):./,
}

/** The type of resources whose ARN does not say it: it is the bare name. */
const UNNAMED_TYPES: Readonly<Record<string, string>> = {
  sqs: 'queue',
  sns: 'topic',
  'execute-api': 'execute-api-general',
  codecommit: 'repository',
  codepipeline: 'pipeline',
}

/** A bucket and its objects are two targets of one resource: `s3:ListBucket` asks for the one, `s3:GetObject` for the other. [M8] */
export function resourceOfArn(arn: ArnParts): NamedResource {
  const { service } = arn
  if (service === 's3' && arn.account === '' && arn.region === '') return bucketOf(arn)
  const inside = (Object.hasOwn(INSIDE, service) && INSIDE[service]?.exec(arn.resource)?.[1]) || undefined
  const resource = inside ?? arn.resource
  const [, type = UNNAMED_TYPES[service] ?? 'resource', name = resource] =
    /^([^/:]+)[/:](.+)$/s.exec(resource) ?? []
  const base = arnOfParts({ ...arn, resource })
  return {
    arn: base,
    parts: inside === undefined ? [] : [arnOfParts(arn)],
    name: service === 'execute-api' ? resource : name,
    service,
    type: service === 'execute-api' ? 'execute-api-general' : type,
  }
}

function bucketOf(arn: ArnParts): NamedResource {
  const slash = arn.resource.indexOf('/')
  const bucket = slash < 0 ? arn.resource : arn.resource.slice(0, slash)
  const objects = arnOfParts({ ...arn, resource: `${bucket}/*` })
  const asked = arnOfParts(arn)
  return {
    arn: arnOfParts({ ...arn, resource: bucket }),
    parts: slash < 0 || asked === objects ? [objects] : [objects, asked],
    name: bucket,
    service: 's3',
    type: 'bucket',
  }
}
