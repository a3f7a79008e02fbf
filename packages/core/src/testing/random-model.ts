import fc from 'fast-check'
import { emptyModel } from '../model/empty-model.ts'
import type { Group, Model, Policy, PolicyId, Resource, Role, User } from '../model/records.ts'
import { resourceStatement, statement } from './arbitraries.ts'
import { ACCOUNT, documentOf, everything, OTHER, type Written } from './ask.ts'

const textOf = (statements: readonly Written[], version: string): string =>
  JSON.stringify(documentOf(statements, version))

/** A policy text, mostly sound. */
export const text = (of: fc.Arbitrary<Written>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.array(of, { maxLength: 3 }).map(all => textOf(all, '2012-10-17')) },
    { weight: 1, arbitrary: fc.array(of, { maxLength: 2 }).map(all => textOf(all, '')) },
    { weight: 1, arbitrary: fc.constant('{"Statement":[{"Effect":"Allow","Action":"*",') },
  )

const NAMES = ['p0', 'p1', 'p2', 'p3', 'scp0', 'scp1', 'rcp0'] as const
const identityIds: readonly PolicyId[] = ['policy:p0', 'policy:p1', 'policy:p2', 'policy:p3']
const serviceIds: readonly PolicyId[] = ['policy:scp0', 'policy:scp1']

const policy = (name: (typeof NAMES)[number]): fc.Arbitrary<Policy> => {
  const purpose = name.startsWith('scp')
    ? 'service-control'
    : name.startsWith('rcp')
      ? 'resource-control'
      : 'identity'
  const body =
    name === 'scp0'
      ? fc.array(statement, { maxLength: 1 }).map(more => textOf([everything, ...more], '2012-10-17'))
      : text(purpose === 'resource-control' ? resourceStatement : statement)
  return fc.option(body, { nil: undefined, freq: 20 }).map(found => ({
    kind: 'policy',
    id: `policy:${name}`,
    name,
    path: '/',
    account: ACCOUNT,
    purpose,
    tags: [],
    ...(found !== undefined && { text: found }),
  }))
}

const some = (ids: readonly PolicyId[]) =>
  fc.subarray([...ids], { minLength: 1, maxLength: Math.min(3, ids.length) })
const inline = fc.array(
  text(statement).map(body => ({ name: 'own', text: body })),
  { maxLength: 1 },
)
const tags = fc.subarray([
  { key: 'team', value: 'reports' },
  { key: 'Stage', value: 'prod' },
])
const boundary = fc.option(fc.constantFrom(...identityIds), { nil: undefined, freq: 2 })

const user = (name: string): fc.Arbitrary<User> =>
  fc
    .tuple(some(identityIds), inline, tags, boundary, fc.boolean())
    .map(([attachedPolicies, inlinePolicies, own, bound, member]) => ({
      kind: 'user',
      id: `user:${name}`,
      account: ACCOUNT,
      name,
      path: '/',
      groups: member ? ['group:g'] : [],
      attachedPolicies,
      inlinePolicies,
      tags: own,
      ...(bound && { permissionsBoundary: bound }),
    }))

const role = (name: string, account: string, path: string): fc.Arbitrary<Role> =>
  fc
    .tuple(some(identityIds), inline, tags, boundary, text(resourceStatement))
    .map(([attachedPolicies, inlinePolicies, own, bound, trustPolicy]) => ({
      kind: 'role',
      id: `role:${name}`,
      account,
      name,
      path,
      trustPolicy,
      attachedPolicies,
      inlinePolicies,
      tags: own,
      ...(bound && { permissionsBoundary: bound }),
    }))

const group: fc.Arbitrary<Group> = fc
  .tuple(some(identityIds), inline)
  .map(([attachedPolicies, inlinePolicies]) => ({
    kind: 'group',
    id: 'group:g',
    account: ACCOUNT,
    name: 'g',
    path: '/',
    attachedPolicies,
    inlinePolicies,
  }))

const resource = (
  name: string,
  arn: string,
  service: string,
  parts: readonly string[],
): fc.Arbitrary<Resource> =>
  fc
    .tuple(
      fc.option(text(resourceStatement), { nil: undefined, freq: 2 }),
      tags,
      fc.constantFrom(ACCOUNT, ACCOUNT, OTHER),
    )
    .map(([resourcePolicy, own, account]) => ({
      kind: 'resource',
      id: `resource:${name}`,
      name,
      arn,
      parts,
      account: service === 's3' ? account : ACCOUNT,
      service,
      type: 'any',
      tags: own,
      ...(resourcePolicy !== undefined && { resourcePolicy }),
    }))

const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/k1`
const byId = <R extends { readonly id: string }>(records: readonly R[]) =>
  Object.fromEntries(records.map(record => [record.id, record]))

const organization = fc.option(
  fc.record({
    id: fc.constant('o-abcdefghij'),
    serviceControlPolicies: fc.boolean(),
    resourceControlPolicies: fc.boolean(),
  }),
  { nil: undefined, freq: 2 },
)

/** Two accounts, an OU, two users, a group, three roles, a bucket, a home bucket and a key, with policies at random. */
export const model: fc.Arbitrary<Model> = fc
  .record({
    organization,
    policies: fc.tuple(...NAMES.map(policy)),
    users: fc.tuple(user('alice'), user('bob')),
    group,
    roles: fc.tuple(
      role('deploy', ACCOUNT, '/'),
      role('foreign', OTHER, '/team/'),
      role('linked', ACCOUNT, '/aws-service-role/ops.amazonaws.com/'),
    ),
    resources: fc.tuple(
      resource('reports', 'arn:aws:s3:::reports', 's3', ['arn:aws:s3:::reports/*']),
      resource('home', 'arn:aws:s3:::home', 's3', ['arn:aws:s3:::home/alice/*']),
      resource('key', KEY, 'kms', []),
    ),
    rootPolicies: some(serviceIds),
    accountPolicies: some([...serviceIds, 'policy:rcp0']),
    management: fc.boolean(),
  })
  .map(made => ({
    ...emptyModel('random', ACCOUNT),
    ...(made.organization && { organization: made.organization }),
    ous: {
      'ou:root': { kind: 'ou', id: 'ou:root', name: 'Root', attachedPolicies: made.rootPolicies },
    },
    accounts: {
      [`account:${ACCOUNT}` as const]: {
        kind: 'account',
        id: `account:${ACCOUNT}`,
        account: ACCOUNT,
        name: 'own',
        management: made.management,
        ou: 'ou:root',
        attachedPolicies: made.accountPolicies,
      },
      [`account:${OTHER}` as const]: {
        kind: 'account',
        id: `account:${OTHER}`,
        account: OTHER,
        name: 'other',
        attachedPolicies: [],
      },
    },
    policies: byId(made.policies),
    users: byId(made.users),
    groups: byId([made.group]),
    roles: byId(made.roles),
    resources: byId(made.resources),
  }))

const S3 = ['s3:GetObject', 's3:PutObject', 's3:GetObjectTagging']

/** What is asked of the random model: buckets, objects, patterns, a key, a role, and what has no owner. */
export const TARGETS = [
  { resource: 'resource:reports', arn: 'arn:aws:s3:::reports', actions: ['s3:ListBucket', 's3:GetObject'] },
  { resource: 'resource:reports', arn: 'arn:aws:s3:::reports/*', actions: S3 },
  { resource: 'resource:reports', arn: 'arn:aws:s3:::reports/q1.csv', actions: S3 },
  { resource: 'resource:home', arn: 'arn:aws:s3:::home/alice/*', actions: S3 },
  { resource: 'resource:key', arn: KEY, actions: ['kms:Decrypt', 'kms:Encrypt'] },
  {
    resource: 'resource:none',
    arn: `arn:aws:iam::${ACCOUNT}:role/deploy`,
    actions: ['sts:AssumeRole', 'iam:PassRole'],
  },
  {
    resource: 'resource:none',
    arn: 'arn:aws:s3:::elsewhere/x',
    actions: ['s3:GetObject', 'sts:GetCallerIdentity'],
  },
] as const
