import type { AccessLevel, ActionFacts, ServiceEntry, ServiceReference } from '../service-reference.ts'

type Row = readonly [level: AccessLevel, types: string, names: string, keys?: string]

function entry(
  prefix: string,
  name: string,
  types: Readonly<Record<string, string>>,
  rows: readonly Row[],
  keys: Readonly<Record<string, string>> = {},
): ServiceEntry {
  const actions = rows.flatMap(([level, resourceTypes, names, conditionKeys = '']): ActionFacts[] =>
    names.split(' ').map(action => ({
      name: action,
      level,
      resourceTypes: resourceTypes === '' ? [] : resourceTypes.split(' '),
      conditionKeys: conditionKeys === '' ? [] : conditionKeys.split(' '),
    })),
  )
  return {
    prefix,
    name,
    actions: new Map(actions.map(action => [action.name.toLowerCase(), action])),
    resourceTypes: new Map(Object.entries(types).map(([type, arn]) => [type, { name: type, arns: [arn] }])),
    conditionKeys: new Map(Object.entries(keys).map(([key, type]) => [key.toLowerCase(), { key, type }])),
  }
}

const arn = (service: string, rest: string) => `arn:\${Partition}:${service}:${rest}`
const regional = '${Region}:${Account}'

const entries = [
  entry(
    's3',
    'Amazon S3',
    {
      bucket: arn('s3', '::${BucketName}'),
      object: arn('s3', '::${BucketName}/${ObjectName}'),
      accesspoint: arn('s3', `${regional}:accesspoint/\${AccessPointName}`),
    },
    [
      [
        'Read',
        'object accesspoint',
        'GetObject GetObjectVersion GetObjectAcl',
        's3:ExistingObjectTag/${Key}',
      ],
      ['Write', 'object accesspoint', 'PutObject DeleteObject', 's3:x-amz-acl'],
      ['List', 'bucket', 'ListBucket ListBucketVersions', 's3:prefix s3:max-keys'],
      ['List', '', 'ListAllMyBuckets'],
      ['Permissions management', 'bucket', 'PutBucketPolicy PutBucketAcl PutBucketPublicAccessBlock'],
    ],
    {
      's3:prefix': 'String',
      's3:max-keys': 'Numeric',
      's3:x-amz-acl': 'String',
      's3:ExistingObjectTag/${Key}': 'String',
    },
  ),
  entry(
    'dynamodb',
    'Amazon DynamoDB',
    {
      table: arn('dynamodb', `${regional}:table/\${TableName}`),
      index: arn('dynamodb', `${regional}:table/\${TableName}/index/\${IndexName}`),
    },
    [
      ['Read', 'table index', 'Query Scan', 'dynamodb:LeadingKeys'],
      ['Read', 'table', 'GetItem BatchGetItem DescribeTable', 'dynamodb:LeadingKeys'],
      ['Write', 'table', 'PutItem UpdateItem DeleteItem', 'dynamodb:LeadingKeys'],
      ['List', '', 'ListTables'],
      ['Tagging', 'table', 'TagResource', 'aws:RequestTag/${TagKey} aws:TagKeys'],
    ],
    { 'dynamodb:LeadingKeys': 'ArrayOfString' },
  ),
  entry(
    'iam',
    'AWS IAM',
    {
      role: arn('iam', ':${Account}:role/${RoleNameWithPath}'),
      user: arn('iam', ':${Account}:user/${UserNameWithPath}'),
    },
    [
      ['Write', 'role', 'PassRole CreateRole', 'iam:PassedToService'],
      ['Permissions management', 'user', 'AttachUserPolicy PutUserPolicy', 'iam:PolicyARN'],
      ['Write', 'user', 'CreateAccessKey'],
      ['Write', 'role', 'CreateServiceLinkedRole', 'iam:AWSServiceName'],
    ],
    { 'iam:PassedToService': 'String', 'iam:PolicyARN': 'ARN', 'iam:AWSServiceName': 'String' },
  ),
  entry('sts', 'AWS STS', { role: arn('iam', ':${Account}:role/${RoleNameWithPath}') }, [
    ['Write', 'role', 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity', 'sts:ExternalId'],
    ['Tagging', 'role', 'TagSession'],
  ]),
]

const byPrefix = new Map(entries.map(service => [service.prefix, service]))

/** A few services as AWS describes them; every other one is known by its prefix alone. */
export const sampleReference: ServiceReference = {
  prefixes: new Set([
    ...byPrefix.keys(),
    'cloudtrail',
    'config',
    'ec2',
    'kms',
    'lambda',
    'logs',
    'secretsmanager',
    'sqs',
    'states',
  ]),
  service: prefix => byPrefix.get(prefix),
}
