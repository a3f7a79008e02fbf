import fc from 'fast-check'
import type { AuthorizeInput, Policy } from '../access/authorize.ts'

/** Wide random inputs for the flat entry: every kind of set, caller, element and operator, meeting often enough to decide. */

const A = '111122223333'
const B = '444455556666'
const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const often = <T>(of: fc.Arbitrary<T>, weight: number, otherwise: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: of }, { weight: 1, arbitrary: otherwise })
const list = (of: fc.Arbitrary<string>): fc.Arbitrary<string | string[]> =>
  fc.oneof(of, fc.array(of, { minLength: 1, maxLength: 3 }))

const callers = some(
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/dev/bob`,
  `arn:aws:iam::${A}:role/deploy`,
  `arn:aws:iam::${A}:role/ops/deploy`,
  `arn:aws:sts::${A}:assumed-role/deploy/ci`,
  `arn:aws:iam::${A}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`,
  `arn:aws:sts::${A}:federated-user/guest`,
  `arn:aws:iam::${A}:root`,
  `arn:aws:iam::${B}:user/mallory`,
  `arn:aws:sts::${B}:assumed-role/other/s`,
  'ec2.amazonaws.com',
  'anonymous',
  `arn:aws:iam::${A}:oidc-provider/token.actions.githubusercontent.com`,
)

const actions = some(
  's3:GetObject',
  's3:GetObject',
  's3:PutObject',
  'S3:ListBucket',
  'kms:Decrypt',
  'sts:AssumeRole',
  'iam:PassRole',
  'ec2:RunInstances',
  'sts:GetCallerIdentity',
)

const targets = some(
  'arn:aws:s3:::reports/q1.csv',
  'arn:aws:s3:::reports/q1.csv',
  'arn:aws:s3:::reports/alice/x:y',
  'arn:aws:s3:::reports',
  'arn:aws:s3:::reports/*',
  `arn:aws:kms:eu-west-1:${A}:key/k1`,
  `arn:aws:kms:eu-west-1:${A}:alias/aws/s3`,
  `arn:aws:iam::${A}:role/deploy`,
  `arn:aws:iam::${B}:role/other`,
  'arn:aws:iam::aws:policy/ReadOnlyAccess',
  '*',
)

const actionPatterns = often(
  some(
    '*',
    '*',
    's3:*',
    's3:*',
    's3:GetObject',
    's3:get*',
    'S3:Put?bject',
    'kms:*',
    'sts:*',
    'iam:*',
    'ec2:*',
  ),
  5,
  some('*:*', 's*:GetObject', 's3:Get Object', 's3GetObject', 's3:***t***e***t', 's3:?????????'),
)

const resourcePatterns = often(
  some(
    '*',
    '*',
    'arn:aws:s3:::*',
    'arn:aws:s3:::reports/*',
    'arn:aws:s3:::reports',
    'arn:aws:s3:::reports/q?.csv',
    `arn:aws:kms:*:${A}:key/*`,
    `arn:aws:iam::${A}:role/*`,
    'arn:aws:iam::*:role/*',
  ),
  4,
  some(
    'arn:aws:s3',
    'arn:aws:s3:*',
    'arn:aws:s3:::reports/${aws:username}/*',
    "arn:aws:s3:::reports/${aws:PrincipalTag/team, 'q1.csv'}",
    'arn:aws:s3:::${aws:PrincipalTag/team}/*',
    'arn:aws:s3:::reports/${*}',
    'ARN:AWS:S3:::reports/*',
    'arn:AWS:S3:::reports/*',
    'nonsense',
    'a*',
    '**',
  ),
)

const principals = some<unknown>(
  '*',
  { AWS: '*' },
  { AWS: `arn:aws:iam::${A}:user/alice` },
  { AWS: `arn:aws:iam::${A}:role/deploy` },
  { AWS: `arn:aws:iam::${A}:role/ops/deploy` },
  { AWS: `arn:aws:sts::${A}:assumed-role/deploy/ci` },
  { AWS: `arn:aws:sts::${A}:federated-user/guest` },
  { AWS: A },
  { AWS: `arn:aws:iam::${A}:root` },
  { AWS: [B, `arn:aws:iam::${B}:user/mallory`] },
  { AWS: `arn:aws:iam::${A}:user/al*` },
  { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
  { Federated: `arn:aws:iam::${A}:oidc-provider/token.actions.githubusercontent.com` },
  { AWS: `arn:aws-cn:iam::${A}:root` },
)

const operators = [
  [
    'StringEquals',
    'StringNotEquals',
    'stringlike',
    'StringNotLike',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
  ],
  [
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  [
    'DateEquals',
    'DateNotEquals',
    'DateLessThan',
    'DateGreaterThanEquals',
    'DateLessThanEquals',
    'DateGreaterThan',
  ],
  ['Bool', 'BOOL'],
  ['IpAddress', 'NotIpAddress'],
  ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'],
  ['BinaryEquals'],
  ['StringEqual', 'ForAnyValues:StringEquals', 'NullIfExists'],
] as const

const valuesFor: readonly (readonly string[])[] = [
  [
    'reports',
    're*',
    'RED',
    '${aws:username}',
    '${aws:PrincipalTag/team}',
    '${nothing}',
    "${nothing, 'red'}",
    '',
    'a?',
    '${*}',
  ],
  ['7', '10', '10abc', '-1.5', '7.0'],
  ['2026-01-01T00:00:00Z', '1767225600', '2026-01-01', '2026-01-01T02:00:00+02:00', 'never'],
  ['true', 'False', 'yes'],
  ['10.0.0.0/8', '10.1.2.3', '0.0.0.0/0', '2001:db8::/32', '2001:DB8:0:0:0:0:0:1', 'nowhere', '::/0'],
  [
    `arn:aws:iam::${A}:user/*`,
    `arn:aws:iam::${A}:role/deploy`,
    'arn:aws:iam::*:*',
    'alice',
    'arn:aws:iam::${nothing}:user/alice',
  ],
  ['QQ==', 'QQ', 'Qg=='],
  ['reports'],
]

const keys = [
  'aws:PrincipalTag/team',
  'AWS:principaltag/TEAM',
  'aws:username',
  'aws:PrincipalArn',
  'aws:SourceIp',
  's3:max-keys',
  'aws:TagKeys',
  'aws:CurrentTime',
  'aws:SecureTransport',
] as const

const entry = fc.integer({ min: 0, max: operators.length - 1 }).chain(kind =>
  fc
    .tuple(
      fc.constantFrom(...(operators[kind] ?? [])),
      some('', '', '', 'ForAllValues:', 'ForAnyValue:', 'forallvalues:'),
      some('', '', 'IfExists', 'ifexists'),
      some(...keys),
      list(fc.constantFrom(...(valuesFor[kind] ?? []))),
    )
    .map(([operator, set, suffix, key, value]): [string, string, unknown] => {
      const plain = operator.includes(':') || operator === 'NullIfExists'
      return [plain ? operator : `${set}${operator}${suffix}`, key, value]
    }),
)
const nullEntry = fc.tuple(some('Null', 'null'), some(...keys), some<unknown>('true', 'false', true, 'TRUE'))

const condition = fc
  .array(fc.oneof({ weight: 5, arbitrary: entry }, { weight: 1, arbitrary: nullEntry }), {
    minLength: 1,
    maxLength: 2,
  })
  .map(entries => {
    const all: Record<string, Record<string, unknown>> = {}
    for (const [operator, key, value] of entries) all[operator] = { ...all[operator], [key]: value }
    return { Condition: all }
  })

const element = (name: string, values: fc.Arbitrary<string>) =>
  fc
    .tuple(some(name, name, name, name, `Not${name}`), list(values))
    .map(([element_, value]) => ({ [element_]: value }))

const statement = (withPrincipal: boolean, withResource: boolean) =>
  fc
    .tuple(
      some('Allow', 'Allow', 'Allow', 'Allow', 'Deny').map(Effect => ({ Effect })),
      element('Action', actionPatterns),
      withResource ? element('Resource', resourcePatterns) : fc.constant({}),
      often<object>(fc.constant({}), 1, condition),
      withPrincipal
        ? often<object>(
            principals.map(Principal => ({ Principal })),
            8,
            fc.oneof(
              principals.map(NotPrincipal => ({ NotPrincipal })),
              fc.constant({}),
            ),
          )
        : fc.constant({}),
    )
    .map((parts): object => Object.assign({}, ...(parts as object[])) as object)

const policy = (id: string, of: fc.Arbitrary<object>): fc.Arbitrary<Policy> =>
  fc
    .tuple(
      fc.array(of, { minLength: 1, maxLength: 3 }),
      some('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', undefined),
    )
    .map(([Statement, Version]) => ({ id, document: { ...(Version && { Version }), Statement } }))

const plain = statement(false, true)
const perhaps = <T>(of: fc.Arbitrary<T>, missing: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: of }, { weight: missing, arbitrary: fc.constant(undefined) })
const levels = (id: string, of: fc.Arbitrary<object>) =>
  fc.array(
    fc.array(policy(id, of), { maxLength: 2 }).map(policies => ({ level: id, policies })),
    { maxLength: 2 },
  )

const given = fc
  .record({
    'aws:PrincipalTag/team': perhaps(some<string | string[]>('reports', 'red', 'a*', []), 3),
    'aws:SourceIp': perhaps(some<string | string[]>('10.1.2.3', '192.0.2.1', '2001:db8::1', 'x'), 3),
    's3:max-keys': perhaps(some<string | string[]>('7', '12', 'many'), 3),
    'aws:TagKeys': perhaps(some<string | string[]>(['reports'], ['a1', 'red'], []), 3),
    'aws:CurrentTime': perhaps(
      some<string | string[]>('2026-01-01T00:00:00Z', '1767225601', '2025-12-31'),
      3,
    ),
    'aws:SecureTransport': perhaps(some<string | string[]>('true', 'false'), 3),
  })
  .map(defined)

function defined<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never
}

export const authorizeInput: fc.Arbitrary<AuthorizeInput> = fc
  .record({
    principal: callers,
    action: actions,
    resource: targets,
    resourceAccount: some(A, A, A, B),
    context: given,
    missingKeys: some<'absent' | 'unknown'>('absent', 'unknown', 'unknown'),
    facts: perhaps(
      some(
        { wildcardOnlyAction: true },
        { wildcardOnlyAction: false },
        { managementAccount: true },
        { resourceControlApplies: false },
      ),
      5,
    ),
    identity: fc.array(policy('identity', plain), { minLength: 1, maxLength: 2 }),
    boundary: perhaps(policy('boundary', plain), 5),
    session: perhaps(fc.array(policy('session', plain), { minLength: 1, maxLength: 1 }), 5),
    trusted: policy('resource', statement(true, false)),
    resourcePolicy: perhaps(policy('resource', fc.oneof(statement(true, true), statement(true, false))), 1),
    serviceControl: perhaps(levels('scp', plain), 7),
    resourceControl: perhaps(levels('rcp', statement(true, true)), 6),
  })
  .map(
    ({
      principal,
      action,
      resource,
      resourceAccount,
      context,
      missingKeys,
      facts,
      ...sets
    }): AuthorizeInput => {
      const { identity, boundary, session, trusted, resourcePolicy, serviceControl, resourceControl } = sets
      const resourceBased = action === 'sts:AssumeRole' ? trusted : resourcePolicy
      return {
        request: {
          principal,
          action,
          resource,
          ...(resourceAccount && { resourceAccount }),
          context,
          missingKeys,
          ...(facts && { facts }),
        },
        policies: {
          identity,
          ...(boundary && { permissionsBoundary: boundary }),
          ...(session && { session }),
          ...(resourceBased && { resource: resourceBased }),
          ...(serviceControl && { serviceControl }),
          ...(resourceControl && { resourceControl }),
        },
      }
    },
  )
