export interface BigDumpSize {
  readonly users: number
  readonly groups: number
  readonly roles: number
  readonly policies: number
}

const USUAL: BigDumpSize = { users: 500, groups: 60, roles: 300, policies: 800 }

const ACCOUNT = '123456789012'
const APPS = ['web', 'mobile', 'billing', 'search', 'media', 'games', 'reports', 'identity', 'mail', 'ledger']
const LEVELS = ['dev', 'qa', 'stage', 'prod']
const ACTS = ['read', 'write', 'admin', 'deploy', 'audit']
const FIRST = [
  'ana',
  'ben',
  'cleo',
  'dan',
  'eva',
  'finn',
  'gina',
  'hugo',
  'ida',
  'jon',
  'kim',
  'lea',
  'max',
  'nina',
]
const AWS_MANAGED = [
  'ReadOnlyAccess',
  'AmazonDynamoDBReadOnlyAccess',
  'AmazonS3ReadOnlyAccess',
  'SecurityAudit',
]
const SERVICES = [
  'lambda.amazonaws.com',
  'ec2.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'states.amazonaws.com',
]

/** The item at a place, counted round and round. */
function cycled<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length]
  if (item === undefined) throw new Error('a cycle needs items')
  return item
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * The output of `get-account-authorization-details` for a made-up company, for benchmarks and tests of large imports.
 * The same seed gives the same account: groups by application and level, users in one to four of them, roles for
 * services and for CI, one policy per resource and level, a few boundaries, denies and conditions.
 */
export function bigDump(size: Partial<BigDumpSize> = {}, seed = 1): Readonly<Record<string, unknown>> {
  const { users, groups, roles, policies } = { ...USUAL, ...size }
  const random = randomFrom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const oneOf = <T>(list: readonly T[]): T => cycled(list, below(list.length))
  const some = <T>(list: readonly T[], most: number): readonly T[] =>
    list.length === 0 ? [] : [...new Set(Array.from({ length: below(most + 1) }, () => oneOf(list)))]
  const numbered = (count: number, name: (at: number) => string): readonly string[] =>
    Array.from({ length: count }, (_, at) => name(at))

  const appOf = (at: number): string => cycled(APPS, at)
  const levelOf = (at: number): string => cycled(LEVELS, Math.floor(at / APPS.length))
  const policyNames = numbered(policies, at => `${appOf(at)}-${levelOf(at)}-${cycled(ACTS, at)}-${at}`)
  const groupNames = numbered(groups, at => `${appOf(at)}-${cycled(ACTS, at)}s-${levelOf(at)}-${at}`)

  const attached = (names: readonly string[]): readonly unknown[] => [
    ...names.map(name => ({ PolicyName: name, PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/${name}` })),
    ...(random() < 0.2 ? some(AWS_MANAGED, 1) : []).map(name => ({
      PolicyName: name,
      PolicyArn: `arn:aws:iam::aws:policy/${name}`,
    })),
  ]
  const inline = (): readonly unknown[] =>
    random() < 0.15 ? [{ PolicyName: 'extra', PolicyDocument: document(below(1000), random) }] : []
  const boundary = (): object =>
    random() < 0.05 && policyNames.length > 0
      ? {
          PermissionsBoundary: {
            PermissionsBoundaryType: 'Policy',
            PermissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/${oneOf(policyNames)}`,
          },
        }
      : {}
  const entry = (kind: string, label: string, name: string, at: number): object => ({
    Path: '/',
    [`${label}Name`]: name,
    [`${label}Id`]: `${kind.toUpperCase()}${String(at).padStart(16, '0')}`,
    Arn: `arn:aws:iam::${ACCOUNT}:${kind}/${name}`,
    CreateDate: '2024-03-09T10:41:45+00:00',
  })

  return {
    UserDetailList: numbered(users, at => `${cycled(FIRST, at)}.${at}`).map((name, at) => ({
      ...entry('user', 'User', name, at),
      UserPolicyList: inline(),
      GroupList: some(groupNames, 4),
      AttachedManagedPolicies: random() < 0.1 ? attached(some(policyNames, 1)) : [],
      ...boundary(),
      Tags: [{ Key: 'team', Value: appOf(at) }],
    })),
    GroupDetailList: groupNames.map((name, at) => ({
      ...entry('group', 'Group', name, at),
      GroupPolicyList: inline(),
      AttachedManagedPolicies: attached(some(policyNames, 6)),
    })),
    RoleDetailList: numbered(roles, at => `${appOf(at)}-${levelOf(at)}-role-${at}`).map((name, at) => ({
      ...entry('role', 'Role', name, at),
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: oneOf(SERVICES) }, Action: 'sts:AssumeRole' }],
      },
      InstanceProfileList: [],
      RolePolicyList: inline(),
      AttachedManagedPolicies: attached(some(policyNames, 5)),
      ...boundary(),
      Tags: [],
    })),
    Policies: policyNames.map((name, at) => ({
      ...entry('policy', 'Policy', name, at),
      DefaultVersionId: 'v1',
      AttachmentCount: 1,
      IsAttachable: true,
      PolicyVersionList: [
        {
          Document: document(at, random),
          VersionId: 'v1',
          IsDefaultVersion: true,
          CreateDate: '2024-03-09T10:41:45+00:00',
        },
      ],
    })),
    IsTruncated: false,
  }
}

/** A policy on one application's bucket, table, queue or function. */
function document(at: number, random: () => number): object {
  const app = cycled(APPS, at)
  const level = cycled(LEVELS, Math.floor(at / 7))
  const number = at % 40
  const kinds = [
    {
      Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
      Resource: [`arn:aws:s3:::${app}-${level}-${number}`, `arn:aws:s3:::${app}-${level}-${number}/*`],
    },
    {
      Action: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
      Resource: `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/${app}-${level}-${number}`,
    },
    { Action: 'sqs:*', Resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:${app}-${level}-*` },
    {
      Action: ['lambda:InvokeFunction', 'lambda:Get*'],
      Resource: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:${app}-${level}-${number}`,
    },
  ]
  const kind = cycled(kinds, at)
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: random() < 0.05 ? 'Deny' : 'Allow',
        ...kind,
        ...(random() < 0.1 && { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      },
    ],
  }
}

/** The same as text, the way the CLI writes it. */
export const bigDumpText = (size?: Partial<BigDumpSize>, seed?: number): string =>
  `${JSON.stringify(bigDump(size, seed), null, 4)}\n`
