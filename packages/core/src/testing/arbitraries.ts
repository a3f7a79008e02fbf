import fc from 'fast-check'
import { ACCOUNT, ALICE, DEPLOY, DEPLOY_SESSION, MALLORY, OTHER, type Written } from './ask.ts'

/** Small vocabularies, so that what is made at random meets often enough to decide something. */
const actions = [
  '*',
  's3:*',
  's3:GetObject',
  's3:PutObject',
  's3:Get*',
  's3:*',
  '*',
  'sts:AssumeRole',
  'kms:Decrypt',
  'ec2:*',
  's3:Put?bject',
]
const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k1`
const resources = [
  '*',
  '*',
  '*',
  'arn:aws:s3:::reports/*',
  'arn:aws:s3:::reports/q1.csv',
  'arn:aws:s3:::reports',
  'arn:aws:s3:::*/q?.csv',
  'arn:aws:s3:::home/${aws:username}/*',
  'arn:aws:s3:::${aws:PrincipalTag/team}/*',
  'arn:aws:s3:::${aws:ResourceTag/team}/*',
  'arn:aws:s3',
  DEPLOY,
  key,
  'nonsense',
]
const principals: readonly unknown[] = [
  '*',
  { AWS: '*' },
  { AWS: ALICE },
  { AWS: DEPLOY },
  { AWS: DEPLOY_SESSION },
  { AWS: ACCOUNT },
  { AWS: [MALLORY, OTHER] },
  { Service: 'ec2.amazonaws.com' },
]

const conditions: readonly Written[] = [
  { StringEquals: { 'aws:PrincipalTag/team': 'reports' } },
  { StringNotEquals: { 'aws:PrincipalTag/team': ['reports', 'red'] } },
  { StringLikeIfExists: { 'aws:PrincipalTag/team': 're*' } },
  { StringEquals: { 'aws:PrincipalTag/team': '${aws:SourceIp}' } },
  { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
  { StringNotEquals: { 'aws:ResourceTag/Team': 'reports' } },
  { StringLike: { 'aws:PrincipalOrgID': 'o-*' } },
  { StringEqualsIfExists: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
  { BoolIfExists: { 'aws:SecureTransport': 'false' } },
  { Null: { 'aws:SecureTransport': 'true' } },
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  {
    NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] },
    NumericLessThan: { 's3:max-keys': '10' },
  },
  { NumericNotEquals: { 's3:max-keys': '7' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'stage'] } },
  { 'ForAnyValue:StringNotLike': { 'aws:TagKeys': 't*' } },
  { StringEqual: { 'aws:PrincipalTag/team': 'reports' } },
]

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const oneOrTwo = (values: readonly string[]) =>
  fc.oneof(some(values), fc.array(some(values), { minLength: 1, maxLength: 2 }))
const either = (name: string, values: readonly string[]): fc.Arbitrary<Written> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constant(name) },
        { weight: 1, arbitrary: fc.constant(`Not${name}`) },
      ),
      oneOrTwo(values),
    )
    .map(([element, value]) => ({ [element]: value }))

const conditionIn: fc.Arbitrary<Written> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: some(conditions).map(Condition => ({ Condition })) },
)

const effect = (denies: number): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant('Allow') }, { weight: denies, arbitrary: fc.constant('Deny') })

/** A statement of an identity-based policy, a boundary, a session policy or an SCP. */
export const statement: fc.Arbitrary<Written> = fc
  .tuple(effect(1), either('Action', actions), either('Resource', resources), conditionIn)
  .map(([Effect, ...parts]) => Object.assign({ Effect }, ...parts) as Written)

const grantee: fc.Arbitrary<Written> = fc.oneof(
  { weight: 6, arbitrary: some(principals).map(Principal => ({ Principal })) },
  { weight: 1, arbitrary: some(principals).map(NotPrincipal => ({ NotPrincipal })) },
)

/** A statement of a resource-based policy. */
export const resourceStatement: fc.Arbitrary<Written> = fc
  .tuple(statement, grantee)
  .map(([written, principal]) => ({ ...written, ...principal }))

/** Left out `freq` times as often as not: every further set makes an Allow rarer. */
const perhaps = <T>(of: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 1, arbitrary: of }, { weight: freq, arbitrary: fc.constant(undefined) })

const defined = <V>(all: Readonly<Record<string, V | undefined>>): Readonly<Record<string, V>> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** Few of the keys with a value, some pinned as absent, most not mentioned. */
export const context: fc.Arbitrary<Readonly<Record<string, string | readonly string[]>>> = fc
  .record({
    'aws:PrincipalTag/team': perhaps(
      some<string | readonly string[]>(['reports', 'red', '*', '10.1.2.3', []]),
    ),
    'aws:ResourceTag/TEAM': perhaps(some<string | readonly string[]>(['reports', []]), 6),
    'aws:SecureTransport': perhaps(some<string | readonly string[]>(['true', 'false', []])),
    'aws:SourceIp': perhaps(
      some<string | readonly string[]>(['10.1.2.3', '192.0.2.1', '2001:db8::1', 'reports', []]),
    ),
    's3:max-keys': perhaps(some<string | readonly string[]>(['7', '12', 'many', []])),
    'aws:TagKeys': perhaps(some<readonly string[]>([['team'], ['stage', 'cost'], []])),
  })
  .map(defined)
