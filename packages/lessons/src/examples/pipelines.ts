import { ACCOUNT, attach, bucket, policy, role, table, tableArn, user } from '../draw.ts'
import type { Example } from '../example.ts'
import { allow, bucketArn, objectsArn, policyText } from '../statements.ts'

const builds = tableArn('Builds')
const gitHub = 'token.actions.githubusercontent.com'
const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/${gitHub}`
const ciRole = `arn:aws:iam::${ACCOUNT}:role/ci-tests`

const testData = policy(
  'UseTestData',
  allow(['s3:GetObject', 's3:PutObject'], objectsArn('test-fixtures')),
  allow('s3:ListBucket', bucketArn('test-fixtures')),
)

const ciWithKeys: Example = {
  id: 'ci-with-keys',
  title: 'Tests outside AWS, with access keys',
  summary: 'A build server elsewhere signs in as a user with an access key: two strings in its settings.',
  commands: [
    user('ci-tests'),
    { type: 'UpdateUserCredentials', user: 'user:ci-tests', accessKeys: 1 },
    bucket('test-fixtures'),
    testData,
    attach('UseTestData', 'user:ci-tests'),
  ],
  walk: [
    {
      text: 'A server outside AWS cannot be given a role the way a function can. So it gets a user of its own, with an access key instead of a password.',
      show: [{ label: 'Select the user', select: 'user:ci-tests' }],
    },
    {
      text: 'The key proves who is calling. What the caller may do is decided as for anyone else: by the policies. Here it is one bucket, and nothing more.',
      show: [
        {
          label: 'May it read a fixture?',
          ask: {
            principal: 'user:ci-tests',
            resource: 'resource:test-fixtures',
            action: 's3:GetObject',
            target: objectsArn('test-fixtures'),
          },
        },
      ],
    },
    {
      text: 'Whoever finds the key is this user, until somebody notices. So keep what it may do small, and change the key often. Better still is no key at all: see the next example.',
    },
  ],
  expectations: [
    {
      principal: 'user:ci-tests',
      action: 's3:GetObject',
      resource: `${bucketArn('test-fixtures')}/users.json`,
      expect: 'Allow',
    },
    {
      principal: 'user:ci-tests',
      action: 's3:DeleteObject',
      resource: `${bucketArn('test-fixtures')}/users.json`,
      expect: 'ImplicitDeny',
    },
    {
      principal: 'user:ci-tests',
      action: 's3:GetObject',
      resource: `${bucketArn('payroll')}/may.csv`,
      expect: 'ImplicitDeny',
    },
  ],
}

const ciWithOidc: Example = {
  id: 'ci-with-oidc',
  title: 'Tests outside AWS, without any key',
  summary:
    'The build server shows a signed token of its own; a role trusts it for one repository and branch.',
  commands: [
    {
      type: 'AddExternalPrincipal',
      external: 'external:github',
      name: 'GitHub Actions',
      principalType: 'Federated',
      principal: provider,
    },
    role(
      'ci-tests',
      policyText({
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${gitHub}:aud`]: 'sts.amazonaws.com',
            [`${gitHub}:sub`]: 'repo:example-games/website:ref:refs/heads/main',
          },
        },
      }),
    ),
    bucket('test-fixtures'),
    testData,
    attach('UseTestData', 'role:ci-tests'),
  ],
  walk: [
    {
      text: 'OpenID Connect (OIDC) lets GitHub vouch for a build: this is repository so-and-so, on branch main. The token lives for minutes, and there is nothing to leak from a settings page.',
      show: [{ label: 'Select GitHub', select: 'external:github' }],
    },
    {
      text: 'The trust policy of the role names the provider, and then, which matters as much, the repository and the branch. Without the condition on `sub`, every repository on GitHub could ask.',
      show: [{ label: 'Open the role', select: 'role:ci-tests' }],
    },
    {
      text: 'The permissions are the same as with keys. Only the way in has changed.',
      show: [
        {
          label: 'May the role read?',
          ask: {
            principal: 'role:ci-tests',
            resource: 'resource:test-fixtures',
            action: 's3:GetObject',
            target: objectsArn('test-fixtures'),
          },
        },
      ],
    },
  ],
  expectations: [
    {
      principal: provider,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: ciRole,
      context: {
        [`${gitHub}:aud`]: 'sts.amazonaws.com',
        [`${gitHub}:sub`]: 'repo:example-games/website:ref:refs/heads/main',
      },
      expect: 'Allow',
    },
    {
      principal: provider,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: ciRole,
      context: {
        [`${gitHub}:aud`]: 'sts.amazonaws.com',
        [`${gitHub}:sub`]: 'repo:somebody/else:ref:refs/heads/main',
      },
      expect: 'ImplicitDeny',
    },
    {
      principal: 'role:ci-tests',
      action: 's3:PutObject',
      resource: `${bucketArn('test-fixtures')}/users.json`,
      expect: 'Allow',
    },
  ],
}

const buildNumber: Example = {
  id: 'build-number',
  title: 'A deploy that writes a build number',
  summary: 'At the end of a release the pipeline stores one number in one table. It may do exactly that.',
  commands: [
    user('deploy'),
    { type: 'UpdateUserCredentials', user: 'user:deploy', accessKeys: 1 },
    table('Builds'),
    table('Customers'),
    policy('RecordBuild', allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], builds, { Sid: 'RecordBuild' })),
    attach('RecordBuild', 'user:deploy'),
  ],
  walk: [
    {
      text: 'When a release is out, the pipeline writes its number to the table Builds. It needs a key to say who it is, and one write policy.',
      show: [{ label: 'Open the policy', select: 'policy:RecordBuild' }],
    },
    {
      text: 'Two actions on one table. If the key leaks, somebody can spoil build numbers. They cannot read a customer.',
      show: [
        {
          label: 'Write to Builds?',
          ask: { principal: 'user:deploy', resource: 'resource:Builds', action: 'dynamodb:PutItem' },
        },
        {
          label: 'Read Customers?',
          ask: { principal: 'user:deploy', resource: 'resource:Customers', action: 'dynamodb:GetItem' },
        },
      ],
    },
  ],
  expectations: [
    { principal: 'user:deploy', action: 'dynamodb:PutItem', resource: builds, expect: 'Allow' },
    { principal: 'user:deploy', action: 'dynamodb:GetItem', resource: builds, expect: 'ImplicitDeny' },
    {
      principal: 'user:deploy',
      action: 'dynamodb:GetItem',
      resource: tableArn('Customers'),
      expect: 'ImplicitDeny',
    },
  ],
}

export const pipelineExamples: readonly Example[] = [ciWithKeys, ciWithOidc, buildNumber]
