import type { Concept } from '../concept.ts'
import {
  ACCOUNT,
  attach,
  bucket,
  functionArn,
  group,
  join,
  lambda,
  policy,
  role,
  runsAs,
  user,
} from '../draw.ts'
import { allow, objectsArn, policyText, trust, trustAws, trustService } from '../statements.ts'
import { aliceWith, file, readReports, reads, userGuide } from './world.ts'

const roleArn = `arn:aws:iam::${ACCOUNT}:role/worker`
const assume = { action: 'sts:AssumeRole', resource: roleArn } as const
const gitHub = 'token.actions.githubusercontent.com'
const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/${gitHub}`

export const peopleConcepts: readonly Concept[] = [
  {
    id: 'principal',
    term: 'Principal',
    says: 'Whoever asks: a user, a role, a service of AWS, or somebody outside. A group is none; it only lends its policies to its users.',
    commands: [role('worker', trustService('lambda.amazonaws.com'))],
    shows: 'trust:role:worker',
    asks: [
      { label: 'Lambda takes the role', principal: 'lambda.amazonaws.com', ...assume, expect: 'Allow' },
      { label: 'EC2 takes the role', principal: 'ec2.amazonaws.com', ...assume, expect: 'ImplicitDeny' },
    ],
    page: userGuide('reference_policies_elements_principal'),
  },
  {
    id: 'user',
    term: 'User',
    says: 'A person or a machine with a name and lasting credentials: a password, or access keys. It may do what its own policies and those of its groups allow.',
    commands: aliceWith(readReports),
    shows: 'policy:Example',
    asks: [{ ...reads, expect: 'Allow' }],
    page: userGuide('id_users'),
  },
  {
    id: 'group',
    term: 'Group',
    says: 'Lends its policies to the users in it. It cannot sign in, cannot be named in a policy, and cannot hold roles or other groups.',
    commands: [
      user('alice'),
      group('analysts'),
      bucket('reports'),
      policy('Example', readReports),
      attach('Example', 'group:analysts'),
      join('analysts', 'alice'),
    ],
    shows: 'policy:Example',
    asks: [{ ...reads, label: 'Alice, an analyst, reads `q1.csv`', expect: 'Allow' }],
    page: userGuide('id_groups'),
  },
  {
    id: 'role',
    term: 'Role',
    says: 'Permissions that are taken for a while, by whoever its trust policy names. It has no password and no keys of its own.',
    commands: [
      role('worker', trustService('lambda.amazonaws.com')),
      bucket('reports'),
      policy('Example', readReports),
      attach('Example', 'role:worker'),
    ],
    shows: 'policy:Example',
    asks: [
      {
        label: 'The role reads `q1.csv`',
        principal: 'role:worker',
        action: 's3:GetObject',
        resource: file,
        expect: 'Allow',
      },
    ],
    page: userGuide('id_roles'),
  },
  {
    id: 'trust-policy',
    term: 'Trust policy',
    says: 'Says who may take a role. What can be done with it stands in other policies. In one account, a user who is named here needs nothing else.',
    commands: [user('alice'), user('bob'), role('worker', trustAws(`arn:aws:iam::${ACCOUNT}:user/alice`))],
    shows: 'trust:role:worker',
    asks: [
      { label: 'Alice takes the role', principal: 'user:alice', ...assume, expect: 'Allow' },
      { label: 'Bob takes the role', principal: 'user:bob', ...assume, expect: 'ImplicitDeny' },
    ],
    page: userGuide('id_roles_terms-and-concepts'),
  },
  {
    id: 'assume-role',
    term: 'Assuming a role',
    says: 'Taking a role for a while. From then on the role’s permissions count, and one’s own do not.',
    commands: [
      user('alice'),
      role('worker', trustAws(`arn:aws:iam::${ACCOUNT}:root`)),
      policy('Example', allow('sts:AssumeRole', roleArn)),
      attach('Example', 'user:alice'),
    ],
    shows: 'policy:Example',
    asks: [{ label: 'Alice takes the role', principal: 'user:alice', ...assume, expect: 'Allow' }],
    page: userGuide('id_roles_use'),
  },
  {
    id: 'runs-as',
    term: 'Runs as',
    says: 'A function or server has no permissions of its own. It runs as a role, and what it may do is what the role may.',
    commands: [
      role('worker', trustService('lambda.amazonaws.com')),
      lambda('resize'),
      runsAs('resize', 'worker'),
      bucket('reports'),
      policy('Example', readReports),
      attach('Example', 'role:worker'),
    ],
    shows: 'trust:role:worker',
    asks: [
      {
        label: 'The function’s role reads `q1.csv`',
        principal: 'role:worker',
        action: 's3:GetObject',
        resource: file,
        expect: 'Allow',
      },
    ],
    page: userGuide('id_roles_use_switch-role-ec2'),
  },
  {
    id: 'pass-role',
    term: 'Passing a role',
    says: 'Handing a role to a service takes the permission `iam:PassRole`. Whoever has it for a powerful role can have that power used.',
    commands: [
      role('worker', trustService('lambda.amazonaws.com')),
      ...aliceWith(
        allow('iam:PassRole', roleArn, {
          Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
        }),
        allow('lambda:CreateFunction', functionArn('resize')),
      ),
    ],
    shows: 'policy:Example',
    asks: [
      {
        label: 'Alice passes it to Lambda',
        principal: 'user:alice',
        action: 'iam:PassRole',
        resource: roleArn,
        context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
        expect: 'Allow',
      },
      {
        label: 'Alice passes it to EC2',
        principal: 'user:alice',
        action: 'iam:PassRole',
        resource: roleArn,
        context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        expect: 'ImplicitDeny',
      },
    ],
    page: userGuide('id_roles_use_passrole'),
  },
  {
    id: 'access-key',
    term: 'Access key',
    says: 'Two strings with which a program signs in as a user. They last until somebody deletes them, and bring no second factor along.',
    commands: aliceWith(
      allow('s3:GetObject', objectsArn('reports'), {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    ),
    shows: 'policy:Example',
    asks: [
      { ...reads, label: 'With an access key: the key is missing', expect: 'ImplicitDeny' },
      {
        ...reads,
        label: 'Signed in with a second factor',
        context: { 'aws:MultiFactorAuthPresent': 'true' },
        expect: 'Allow',
      },
    ],
    page: userGuide('id_credentials_access-keys'),
  },
  {
    id: 'federated',
    term: 'Outside principal',
    says: 'Somebody who is not in this account: another account, a service of AWS, a provider that vouches for its users, or anyone at all.',
    commands: [
      role(
        'worker',
        policyText(
          trust(
            { Federated: provider },
            { Condition: { StringEquals: { [`${gitHub}:sub`]: 'repo:example/site:ref:refs/heads/main' } } },
          ),
        ).replace('sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'),
      ),
    ],
    shows: 'trust:role:worker',
    asks: [
      {
        label: 'A build of `example/site` takes the role',
        principal: provider,
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: roleArn,
        context: { [`${gitHub}:sub`]: 'repo:example/site:ref:refs/heads/main' },
        expect: 'Allow',
      },
      {
        label: 'A build of another repository',
        principal: provider,
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: roleArn,
        context: { [`${gitHub}:sub`]: 'repo:someone/else:ref:refs/heads/main' },
        expect: 'ImplicitDeny',
      },
    ],
    page: userGuide('id_roles_providers'),
  },
]
