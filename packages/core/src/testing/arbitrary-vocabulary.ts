import fc from 'fast-check'

/** The words that random policies and requests are made of: few, so that they meet, and some of them hostile. */

export const A = '111122223333'
export const B = '444455556666'

export const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
export const often = <T>(of: fc.Arbitrary<T>, weight: number, otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: of }, { weight: 1, arbitrary: otherwise })
/** Left out `missing` times as often as not. */
export const perhaps = <T>(of: fc.Arbitrary<T>, missing: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: of }, { weight: missing, arbitrary: fc.constant(undefined) })
export const list = (of: fc.Arbitrary<string>): fc.Arbitrary<string | string[]> =>
  fc.oneof(of, fc.array(of, { minLength: 1, maxLength: 3 }))

export const callers = some(
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/dev/bob`,
  `arn:aws:iam::${A}:role/deploy`,
  `arn:aws:iam::${A}:role/ops/deploy`,
  `arn:aws:sts::${A}:assumed-role/deploy/ci`,
  `arn:aws:sts::${A}:assumed-role/deploy/ci`,
  `arn:aws:iam::${A}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`,
  `arn:aws:sts::${A}:assumed-role/AWSServiceRoleForX/s`,
  `arn:aws:sts::${A}:federated-user/alice`,
  `arn:aws:sts::${A}:federated-user/guest`,
  `arn:aws:iam::${A}:root`,
  A,
  `arn:aws:iam::${B}:user/mallory`,
  `arn:aws:sts::${B}:assumed-role/other/s`,
  `arn:aws-cn:iam::${A}:user/alice`,
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'anonymous',
  `arn:aws:iam::${A}:oidc-provider/token.actions.githubusercontent.com`,
  'accounts.google.com',
)

export const actions = some(
  's3:GetObject',
  's3:GetObject',
  's3:GetObject',
  's3:PutObject',
  'S3:ListBucket',
  'kms:Decrypt',
  'kms:RetireGrant',
  'kms:DeleteAlias',
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'iam:PassRole',
  'iam:DeletePolicy',
  'iam:AttachRolePolicy',
  'ec2:RunInstances',
  'dynamodb:GetItem',
  'sts:GetCallerIdentity',
)

const plainTargets = [
  'arn:aws:s3:::reports/q1.csv',
  'arn:aws:s3:::reports/q1.csv',
  'arn:aws:s3:::reports/q1.csv',
  'arn:aws:s3:::reports/alice/x:y',
  'arn:aws:s3:::reports',
  `arn:aws:kms:eu-west-1:${A}:key/k1`,
  `arn:aws:kms:eu-west-1:${A}:key/k1`,
  `arn:aws:kms:eu-west-1:${A}:alias/aws/s3`,
  `arn:aws:iam::${A}:role/deploy`,
  `arn:aws:iam::${B}:role/other`,
  `arn:aws:iam::${A}:role/aws-reserved/sso.amazonaws.com/Admin`,
  'arn:aws:iam::aws:policy/ReadOnlyAccess',
  `arn:aws:dynamodb:eu-west-1:${A}:table/GameOutcome`,
] as const

/** What stands for the action, the resource and the principal of the request, so that policies are often about it. */
export const ASKED = { action: '@action', resource: '@resource', principal: '@principal' } as const

/** A text with a piece of it made a star, a character made a question mark, or its case turned. */
const bent = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(some('*', '*', '*', '?', '?', 'case', '?*', '**'), fc.nat(text.length), fc.nat(6), fc.nat(12)),
      { minLength: 1, maxLength: 2 },
    )
    .map(edits =>
      edits.reduce((before, [how, from, short, long]) => {
        // Patterns that differ early match nothing: cut mostly near the end.
        const at = Math.max(0, before.length - from)
        const length = how === '*' ? long : how === '?' || how === 'case' ? 1 : short
        const piece = before.slice(at, at + length)
        const other = how === 'case' ? (/[a-z]/.test(piece) ? piece.toUpperCase() : piece.toLowerCase()) : how
        return before.slice(0, at) + other + before.slice(at + length)
      }, text),
    )

const bentTarget = some(...plainTargets).chain(bent)

export const targets = fc.oneof(
  { weight: 12, arbitrary: some(...plainTargets) },
  {
    weight: 3,
    arbitrary: some(
      'arn:aws:s3:::reports/*',
      'arn:aws:s3:::reports/*.csv',
      'arn:aws:s3:::reports/?*',
      'arn:aws:s3:::*',
      `arn:aws:kms:*:${A}:key/*`,
      '*',
    ),
  },
  { weight: 1, arbitrary: bentTarget },
)

export const actionPatterns = fc.oneof(
  {
    weight: 8,
    arbitrary: some(
      '*',
      '*',
      '*',
      ASKED.action,
      ASKED.action,
      ASKED.action,
      ASKED.action,
      's3:*',
      's3:*',
      's3:GetObject',
      's3:get*',
      'S3:Put?bject',
      'kms:*',
      'sts:*',
      'iam:*',
      'dynamodb:Get*',
    ),
  },
  {
    weight: 1,
    arbitrary: some('*:*', 's*:GetObject', 's3:Get Object', 's3GetObject', 's3:***t***e***t', 's3:?????????'),
  },
  { weight: 1, arbitrary: actions.chain(bent) },
)

export const resourcePatterns = fc.oneof(
  {
    weight: 8,
    arbitrary: some(
      '*',
      '*',
      '*',
      ASKED.resource,
      ASKED.resource,
      ASKED.resource,
      ASKED.resource,
      'arn:aws:s3:::*',
      'arn:aws:s3:::reports/*',
      'arn:aws:s3:::reports/?*',
      'arn:aws:s3:::reports',
      'arn:aws:s3:::reports/q?.csv',
      'arn:aws:s3:::home/*',
      `arn:aws:kms:*:${A}:key/*`,
      `arn:aws:iam::${A}:role/*`,
      'arn:aws:iam::*:role/*',
      `arn:aws:dynamodb:*:${A}:table/Game*`,
    ),
  },
  {
    weight: 2,
    arbitrary: some(
      'arn:aws:s3',
      'arn:aws:s3:*',
      'arn:aws:kms:*:1?',
      'arn:*',
      'arn:aws:s3:::reports/${aws:username}/*',
      'arn:aws:s3:::home/${aws:username}/*',
      'arn:aws:s3:::home/${aws:ResourceAccount}',
      "arn:aws:s3:::reports/${aws:PrincipalTag/team, 'q1.csv'}",
      'arn:aws:s3:::reports/${AWS:principalTAG/Team,q1.csv}',
      'arn:aws:s3:::${aws:PrincipalTag/team}/*',
      'arn:aws:s3:::${aws:PrincipalTag/team}${aws:username}*',
      'arn:aws:${nothing}:::reports/*',
      'arn:aws:s3:::reports/${*}',
      'arn:aws:s3:::reports/${aws:TagKeys}*',
      'arn:aws:s3:::reports/${unfinished',
      'ARN:AWS:S3:::reports/*',
      'arn:AWS:S3:::reports/*',
      'nonsense',
      'a*',
      '**',
      '',
    ),
  },
  { weight: 2, arbitrary: bentTarget },
)

const names = [
  ASKED.principal,
  ASKED.principal,
  ASKED.principal,
  `arn:aws:iam::${A}:user/alice`,
  `arn:aws:iam::${A}:user/team/alice`,
  `arn:aws:iam::${A}:user/dev/bob`,
  `arn:aws:iam::${A}:user/Alice`,
  `arn:aws:iam::${A}:role/deploy`,
  `arn:aws:iam::${A}:role/ops/deploy`,
  `arn:aws:sts::${A}:assumed-role/deploy/ci`,
  `arn:aws:sts::${A}:assumed-role/deploy/*`,
  `arn:aws:sts::${A}:federated-user/guest`,
  `arn:aws:iam::${A}:root`,
  A,
  B,
  `arn:aws:iam::${B}:user/mallory`,
  `arn:aws:iam::${B}:role/other`,
  `arn:aws:iam::${A}:user/al*`,
  `arn:aws-cn:iam::${A}:root`,
  `arn:aws-cn:iam::${A}:user/alice`,
  'AIDAQRSTUVWXYZEXAMPLE',
] as const

export const principals: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: some<unknown>('*', { AWS: '*' }, { AWS: ['*'] }) },
  { weight: 5, arbitrary: list(some(...names)).map(AWS => ({ AWS })) },
  {
    weight: 3,
    arbitrary: some<unknown>(
      { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
      { Service: 'EC2.amazonaws.com', AWS: A },
      { Federated: `arn:aws:iam::${A}:oidc-provider/token.actions.githubusercontent.com` },
      { Federated: '*' },
      { Federated: 'accounts.google.com', AWS: `arn:aws:iam::${A}:role/deploy` },
      { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
      `arn:aws:iam::${A}:user/alice`,
    ),
  },
)
