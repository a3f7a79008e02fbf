import { ACCOUNT, attach, bucket, policy, REGION, rewrite, role, thing, user } from '../draw.ts'
import type { Lesson } from '../lesson.ts'
import {
  allow,
  bucketArn,
  objectsArn,
  policyText,
  type StatementJson,
  trustAws,
  trustService,
} from '../statements.ts'

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

const gitHub = 'token.actions.githubusercontent.com'
const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/${gitHub}`
const ciRole = `arn:aws:iam::${ACCOUNT}:role/ci-deploy`
const page = `${bucketArn('www-site')}/index.html`
const from = (sub: string) => ({ [`${gitHub}:aud`]: 'sts.amazonaws.com', [`${gitHub}:sub`]: sub })
const main = 'repo:example-games/website:ref:refs/heads/main'
const oidcTrust = (condition: StatementJson['Condition']) =>
  ({
    type: 'UpdateAssumeRolePolicy',
    role: 'role:ci-deploy',
    text: policyText({
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      ...(condition && { Condition: condition }),
    }),
  }) as const
const askedByBuild = { principal: provider, action: 'sts:AssumeRoleWithWebIdentity', resource: ciRole }

const oidc: Lesson = {
  id: 'builds-without-keys',
  chapter: 'Going further',
  title: 'Builds without keys',
  summary: 'GitHub vouches for the build, and the key can go.',
  story: [
    'The website is built on GitHub and published with an access key of the user ci. The key is two years old, and nobody knows who has a copy.',
    'GitHub can vouch for a build with a signed token: OpenID Connect (OIDC). The role ci-deploy is there, and trusts a service for now. Let it trust the token, for the branch main of your repository and for no other. Then the user can go.',
  ],
  start: [
    user('ci'),
    { type: 'UpdateUserCredentials', user: 'user:ci', accessKeys: 1 },
    {
      type: 'AddExternalPrincipal',
      external: 'external:github',
      name: 'GitHub Actions',
      principalType: 'Federated',
      principal: provider,
    },
    role('ci-deploy', trustService('codebuild.amazonaws.com')),
    bucket('www-site'),
    policy('PublishSite', allow('s3:PutObject', objectsArn('www-site'))),
    attach('PublishSite', 'user:ci', 'role:ci-deploy'),
  ],
  locked: ['policy:PublishSite'],
  goals: [
    {
      id: 'g1',
      text: 'A build of `example-games/website`, branch main, may take the role',
      ...askedByBuild,
      context: from(main),
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'A build of another repository may not',
      ...askedByBuild,
      context: from('repo:somebody/else:ref:refs/heads/main'),
      expect: 'ImplicitDeny',
    },
    {
      id: 'k2',
      text: 'A build of another branch may not',
      ...askedByBuild,
      context: from('repo:example-games/website:ref:refs/heads/experiment'),
      expect: 'ImplicitDeny',
    },
    {
      id: 'k3',
      text: 'The role may publish',
      principal: 'role:ci-deploy',
      action: 's3:PutObject',
      resource: page,
      expect: 'Allow',
    },
  ],
  structure: [{ id: 's1', text: 'Nobody has an access key any more', type: 'noAccessKeys' }],
  predictions: [
    {
      question: 'The role trusts GitHub’s provider, without a condition. Who can take it?',
      options: ['Builds of your repository', 'Builds of any repository on GitHub'],
      answer: 1,
      because:
        'The provider vouches for every build on GitHub. Which repository it was stands in the token, and a condition has to ask for it.',
    },
  ],
  hints: [
    'Who may take a role stands in its trust policy. The action there is `sts:AssumeRoleWithWebIdentity`, and the principal is `Federated`.',
    `The token carries \`${gitHub}:sub\`. Compare it with \`${main}\`, as StringEquals.`,
    'Trust the provider with a condition on `sub` (and on `aud`, `sts.amazonaws.com`). Then select the user ci and press Delete.',
  ],
  traps: [
    {
      name: 'any repository',
      hint: 'Every build on GitHub could take the role. Add a condition on `sub`.',
      caughtBy: ['k1', 'k2'],
      commands: [oidcTrust({ StringEquals: { [`${gitHub}:aud`]: 'sts.amazonaws.com' } })],
    },
    {
      name: 'any branch',
      hint: 'Anybody who can push a branch can publish. Compare the whole of `sub`, with the branch.',
      caughtBy: ['k2'],
      also: { met: ['k1'] },
      commands: [oidcTrust({ StringLike: { [`${gitHub}:sub`]: 'repo:example-games/website:*' } })],
    },
  ],
  solution: [
    {
      say: 'Trust GitHub’s provider, for one repository and branch.',
      command: oidcTrust({ StringEquals: from(main) }),
    },
    { say: 'Delete the user ci, and its key with it.', command: { type: 'DeleteUser', user: 'user:ci' } },
  ],
  takeaways: [
    'With OIDC there is no key that could leak.',
    'The condition on `sub` is what makes it safe: it names the repository and the branch.',
    'The permissions stay as they were; only the way in changes.',
  ],
  page: {
    title: 'Create an OpenID Connect identity provider in IAM',
    url: `${iam}/id_roles_providers_create_oidc.html`,
  },
}

const key = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
const keyPolicy = (...statements: readonly StatementJson[]) =>
  ({ type: 'PutResourcePolicy', resource: 'resource:data-key', text: policyText(...statements) }) as const
const adminKey = allow('kms:*', '*', {
  Sid: 'Administration',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/key-admin` },
})
const decrypts = (principal: '*' | { readonly AWS: string }) =>
  allow('kms:Decrypt', '*', { Sid: 'Use', Principal: principal })
const backupRole = `arn:aws:iam::${ACCOUNT}:role/backup`

const kms: Lesson = {
  id: 'key-policies',
  chapter: 'Going further',
  title: 'A key has the last word',
  summary: 'KMS keys listen to their own policy first.',
  story: [
    'The role backup should decrypt with data-key. Its policy allows `kms:Decrypt`. Everywhere else in one account that would be enough.',
    'An encryption key is different: policies of users and roles count only if the key’s own policy says so. This key’s policy knows nobody but key-admin.',
  ],
  start: [
    role('backup', trustService('lambda.amazonaws.com')),
    role('report', trustService('lambda.amazonaws.com')),
    role('key-admin', trustAws(`arn:aws:iam::${ACCOUNT}:root`)),
    thing('data-key', key, 'kms', 'key'),
    keyPolicy(adminKey),
    policy('UseKey', allow('kms:Decrypt', key)),
    attach('UseKey', 'role:backup'),
  ],
  locked: ['policy:UseKey'],
  goals: [
    {
      id: 'g1',
      text: 'backup may decrypt',
      principal: 'role:backup',
      action: 'kms:Decrypt',
      resource: key,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'report may not decrypt',
      principal: 'role:report',
      action: 'kms:Decrypt',
      resource: key,
      expect: 'ImplicitDeny',
    },
    {
      id: 'k2',
      text: 'backup may not delete the key',
      principal: 'role:backup',
      action: 'kms:ScheduleKeyDeletion',
      resource: key,
      expect: 'ImplicitDeny',
    },
    {
      id: 'k3',
      text: 'key-admin still administers it',
      principal: 'role:key-admin',
      action: 'kms:PutKeyPolicy',
      resource: key,
      expect: 'Allow',
    },
  ],
  structure: [],
  predictions: [
    {
      question:
        'backup has a policy that allows `kms:Decrypt` on the key. The key’s policy does not mention backup. May it decrypt?',
      options: ['Yes', 'No'],
      answer: 1,
      because: 'Without the key’s consent no other policy counts, not even for the root user.',
      proof: {
        at: 'start',
        principal: 'role:backup',
        action: 'kms:Decrypt',
        resource: key,
        expect: 'ImplicitDeny',
      },
    },
  ],
  hints: [
    'Select the key and read its policy. Who is named there?',
    'Add a statement to the policy of the key: name the role backup, or name the account to let its policies count.',
    `Add Allow \`kms:Decrypt\` on \`*\` with \`"Principal": {"AWS": "${backupRole}"}\`, and keep the statement for key-admin.`,
  ],
  traps: [
    {
      name: 'everybody',
      hint: 'A star lets everybody decrypt, report included. Name the role.',
      caughtBy: ['k1'],
      commands: [keyPolicy(adminKey, decrypts('*'))],
    },
    {
      name: 'the administrator gone',
      hint: 'Backup decrypts, and nobody can administer the key any more. Keep the first statement.',
      caughtBy: ['k3'],
      also: { met: ['g1', 'k1'] },
      commands: [keyPolicy(decrypts({ AWS: backupRole }))],
    },
  ],
  solution: [
    {
      say: 'Let the key’s policy allow backup to decrypt.',
      command: keyPolicy(adminKey, decrypts({ AWS: backupRole })),
    },
  ],
  takeaways: [
    'A KMS key listens to its own policy first.',
    'Naming the account there lets the policies of the account count too.',
    'Never lock out the administrators of a key: it cannot be undone.',
  ],
  page: {
    title: 'Key policies in AWS KMS',
    url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  },
}

const red = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-red`
const blue = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-blue`
const bare = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-bare`
const server = (name: string, arn: string, team?: string) => ({
  ...thing(name, arn, 'ec2', 'instance'),
  ...(team && { tags: [{ key: 'team', value: team }] }),
})
const ownTeam = { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' }

const tags: Lesson = {
  id: 'tags-instead-of-names',
  chapter: 'Going further',
  title: 'Tags instead of names',
  summary: 'One policy for every team (ABAC).',
  story: [
    'Rosa is in team red, Ben in team blue. Each should restart the servers of their own team. One policy per team means a new one for every new team.',
    'Users and servers carry a tag `team`. A condition can compare them: the tag of the thing with the tag of whoever asks. This is called attribute-based access control (ABAC).',
  ],
  start: [
    user('rosa', { tags: [{ key: 'team', value: 'red' }] }),
    user('ben', { tags: [{ key: 'team', value: 'blue' }] }),
    server('i-red', red, 'red'),
    server('i-blue', blue, 'blue'),
    server('i-bare', bare),
    policy('RestartServers', allow('ec2:RebootInstances', '*')),
    attach('RestartServers', 'user:rosa', 'user:ben'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'Rosa may not restart the blue server',
      principal: 'user:rosa',
      action: 'ec2:RebootInstances',
      resource: blue,
      expect: 'ImplicitDeny',
    },
    {
      id: 'g2',
      text: 'Ben may not restart the red one',
      principal: 'user:ben',
      action: 'ec2:RebootInstances',
      resource: red,
      expect: 'ImplicitDeny',
    },
    {
      id: 'g3',
      text: 'Rosa may not restart the server without a tag',
      principal: 'user:rosa',
      action: 'ec2:RebootInstances',
      resource: bare,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Rosa may restart the red server',
      principal: 'user:rosa',
      action: 'ec2:RebootInstances',
      resource: red,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'Ben may restart the blue one',
      principal: 'user:ben',
      action: 'ec2:RebootInstances',
      resource: blue,
      expect: 'Allow',
    },
  ],
  structure: [{ id: 's1', text: 'One policy is enough for all teams', type: 'maxPolicies', count: 1 }],
  predictions: [],
  hints: [
    'The policy is the same for both of them. What differs is who asks, and which server.',
    '`aws:ResourceTag/team` is the tag of the server, `${aws:PrincipalTag/team}` that of whoever asks.',
    'Add `"Condition": {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}`.',
  ],
  traps: [
    {
      name: 'the name of one team',
      hint: 'That is right for one team and wrong for the other. Compare the two tags with each other.',
      caughtBy: ['g2', 'k2'],
      commands: [
        rewrite(
          'RestartServers',
          allow('ec2:RebootInstances', '*', {
            Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } },
          }),
        ),
      ],
    },
    {
      name: 'IfExists',
      hint: 'With IfExists a server without a tag is open to everybody. Here a missing tag should mean no.',
      caughtBy: ['g3'],
      also: { met: ['g1', 'g2'] },
      commands: [
        rewrite(
          'RestartServers',
          allow('ec2:RebootInstances', '*', { Condition: { StringEqualsIfExists: ownTeam } }),
        ),
      ],
    },
  ],
  solution: [
    {
      say: 'Compare the tag of the server with that of whoever asks.',
      command: rewrite(
        'RestartServers',
        allow('ec2:RebootInstances', '*', { Condition: { StringEquals: ownTeam } }),
      ),
    },
  ],
  takeaways: [
    'With tags one policy serves every team, the next one too.',
    'Then tags are permissions: whoever may change them may change access.',
    'Under Allow a missing tag should mean no. IfExists would turn it into a yes.',
  ],
  page: {
    title: 'Define permissions based on attributes with ABAC authorization',
    url: `${iam}/introduction_attribute-based-access-control.html`,
  },
}

/** Who comes in without a name in the account, and what is opened by a key or a tag. */
export const tokensKeysAndTags: readonly Lesson[] = [oidc, kms, tags]
