import { ACCOUNT, attach, bucket, detach, group, join, policy, rewrite, thing, user } from '../draw.ts'
import type { Lesson } from '../lesson.ts'
import { allow, bucketArn, deny, objectsArn } from '../statements.ts'

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'
const devFile = `${bucketArn('app-dev')}/a`

const groups: Lesson = {
  id: 'groups',
  chapter: 'Groups and denials',
  title: 'Groups: attach once, join many',
  summary: 'Carol is new. Next week it is Dave.',
  story: [
    'Alice and Bob write to the bucket `app-dev`; each has the policy attached. Carol starts today and should do what they do.',
    'You could attach the policy a third time. Or you let a group hold it, once, and put people into the group.',
    'Mallory works for another project and has no business in `app-dev`.',
  ],
  start: [
    group('developers'),
    ...['alice', 'bob', 'carol', 'mallory'].map(name => user(name)),
    bucket('app-dev'),
    policy('DevAccess', allow(['s3:GetObject', 's3:PutObject'], objectsArn('app-dev'))),
    attach('DevAccess', 'user:alice', 'user:bob'),
  ],
  locked: [],
  goals: [
    {
      id: 'g3',
      text: 'Carol may write to `app-dev`',
      principal: 'user:carol',
      action: 's3:PutObject',
      resource: devFile,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'g1',
      text: 'Alice may write',
      principal: 'user:alice',
      action: 's3:PutObject',
      resource: devFile,
      expect: 'Allow',
    },
    {
      id: 'g2',
      text: 'Bob may write',
      principal: 'user:bob',
      action: 's3:PutObject',
      resource: devFile,
      expect: 'Allow',
    },
    {
      id: 'k1',
      text: 'Mallory may not write',
      principal: 'user:mallory',
      action: 's3:PutObject',
      resource: devFile,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [
    { id: 's1', text: 'No policy is attached to a person', type: 'noDirectAttachments' },
    { id: 's2', text: 'One policy is enough', type: 'maxPolicies', count: 1 },
  ],
  predictions: [],
  hints: [
    'Count the lines you draw when Carol starts, and again when Dave does.',
    'Attach DevAccess to the group developers, then drop people onto the group.',
    'Put alice, bob and carol into developers, attach DevAccess to it, and take away what is attached to alice and bob.',
  ],
  traps: [
    {
      name: 'everybody in',
      hint: 'Mallory got in with the others. Take her out of the group.',
      caughtBy: ['k1'],
      commands: [
        attach('DevAccess', 'group:developers'),
        join('developers', 'alice', 'bob', 'carol', 'mallory'),
      ],
    },
    {
      name: 'once more by hand',
      hint: 'It works today. When Dave comes you do it again, and when somebody leaves you hope to remember. Let the group hold the policy.',
      caughtBy: ['s1'],
      also: { met: ['g3'], structure: [{ type: 'attached', policy: 'policy:DevAccess', to: 'user:carol' }] },
      commands: [attach('DevAccess', 'user:carol')],
    },
  ],
  solution: [
    { say: 'Attach DevAccess to the group.', command: attach('DevAccess', 'group:developers') },
    { say: 'Alice joins developers.', command: join('developers', 'alice') },
    { say: 'Bob joins developers.', command: join('developers', 'bob') },
    { say: 'Carol joins developers.', command: join('developers', 'carol') },
    {
      say: 'What was attached to Alice goes: the group lends it to her.',
      command: detach('DevAccess', 'user:alice'),
    },
    { say: 'The same for Bob.', command: detach('DevAccess', 'user:bob') },
  ],
  takeaways: [
    'A group holds policies and lends them to its members.',
    'Whoever joins gets them, whoever leaves loses them: one step each.',
    'A group only groups users. It cannot sign in, and no policy can name it.',
  ],
  page: { title: 'IAM user groups', url: `${iam}/id_groups.html` },
}

const oldLog = `${bucketArn('audit-logs')}/2024.gz`

const explicitDeny: Lesson = {
  id: 'deny-wins',
  chapter: 'Groups and denials',
  title: 'Deny wins, always',
  summary: 'Protect the audit logs from people who may do everything in S3.',
  story: [
    'The developers may do everything in S3, and that policy is not yours to change. Still, nobody may delete the audit logs.',
    'A statement with `"Effect": "Deny"` takes away what another one gives, wherever either of them comes from.',
  ],
  start: [
    { type: 'CreateGroup', group: 'group:developers', name: 'developers' },
    user('alice'),
    bucket('audit-logs'),
    bucket('scratch'),
    policy('DevS3', allow('s3:*', '*')),
    attach('DevS3', 'group:developers'),
    { type: 'AddUserToGroup', user: 'user:alice', group: 'group:developers' },
  ],
  locked: ['policy:DevS3'],
  goals: [
    {
      id: 'g1',
      text: 'Alice is forbidden to delete `2024.gz`',
      principal: 'user:alice',
      action: 's3:DeleteObject',
      resource: oldLog,
      expect: 'ExplicitDeny',
    },
    {
      id: 'g2',
      text: 'Alice is forbidden to delete the bucket `audit-logs`',
      principal: 'user:alice',
      action: 's3:DeleteBucket',
      resource: bucketArn('audit-logs'),
      expect: 'ExplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Alice may read the logs',
      principal: 'user:alice',
      action: 's3:GetObject',
      resource: oldLog,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'Alice may delete in `scratch`',
      principal: 'user:alice',
      action: 's3:DeleteObject',
      resource: `${bucketArn('scratch')}/tmp`,
      expect: 'Allow',
    },
  ],
  structure: [],
  predictions: [
    {
      question:
        'One policy allows `s3:*`, another denies `s3:DeleteObject`. Alice has both. What does AWS answer when she deletes?',
      options: ['Allowed', 'Denied, because something forbids it', 'Denied, because nothing allows it'],
      answer: 1,
      because: 'One matching Deny is enough, however many policies allow. This is called an explicit deny.',
      proof: {
        at: 'solution',
        principal: 'user:alice',
        action: 's3:DeleteObject',
        resource: oldLog,
        expect: 'ExplicitDeny',
      },
    },
  ],
  hints: [
    'You cannot change what allows it. What could you add that beats an Allow?',
    'Write a new policy with `"Effect": "Deny"` for `s3:Delete*`, on the bucket `audit-logs` and on what is in it.',
    'Make a policy ProtectLogs: Deny `s3:Delete*` on `arn:aws:s3:::audit-logs` and `arn:aws:s3:::audit-logs/*`. Attach it to developers.',
  ],
  traps: [
    {
      name: 'denying everything',
      hint: 'The logs are safe, and nobody can read them any more. Deny deleting only.',
      caughtBy: ['k1'],
      also: { met: ['g1', 'g2', 'k2'] },
      commands: [
        policy('ProtectLogs', deny('s3:*', [bucketArn('audit-logs'), objectsArn('audit-logs')])),
        attach('ProtectLogs', 'group:developers'),
      ],
    },
    {
      name: 'leaving the group',
      hint: 'Out of the group, Alice has lost her work as well: nothing allows her anything now. Put her back and add a Deny.',
      caughtBy: ['k1', 'k2'],
      commands: [{ type: 'RemoveUserFromGroup', user: 'user:alice', group: 'group:developers' }],
    },
  ],
  solution: [
    {
      say: 'Write a policy ProtectLogs that denies deleting the logs and their bucket.',
      command: policy('ProtectLogs', deny('s3:Delete*', [bucketArn('audit-logs'), objectsArn('audit-logs')])),
    },
    { say: 'Attach ProtectLogs to developers.', command: attach('ProtectLogs', 'group:developers') },
  ],
  takeaways: [
    'An explicit Deny beats any number of Allows.',
    'Without a Deny the answer is still no, if nothing allows: that is the implicit deny.',
    'An implicit deny can be lifted by one more Allow. An explicit one cannot.',
  ],
  page: {
    title: 'The difference between explicit and implicit denies',
    url: `${iam}/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html`,
  },
}

const instance = `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-0abc`
const database = `arn:aws:rds:eu-west-1:${ACCOUNT}:db:main`
const appFile = `${bucketArn('app')}/x`

const notAction: Lesson = {
  id: 'not-action',
  chapter: 'Groups and denials',
  title: 'Everything but is nearly everything',
  summary: 'NotAction allows what nobody thought of.',
  story: [
    'Somebody wanted dev to do anything but user management, and wrote `"NotAction": "iam:*"`. That is every action of every other service, databases and servers included.',
    'dev reads files in the bucket `app` and looks at servers. That is all that is needed.',
  ],
  start: [
    user('dev'),
    bucket('app'),
    thing('i-0abc', instance, 'ec2', 'instance'),
    thing('main', database, 'rds', 'db'),
    policy('AllButIam', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    attach('AllButIam', 'user:dev'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'Nothing allows dev to end the server `i-0abc`',
      principal: 'user:dev',
      action: 'ec2:TerminateInstances',
      resource: instance,
      expect: 'ImplicitDeny',
    },
    {
      id: 'g2',
      text: 'Nothing allows dev to delete the database `main`',
      principal: 'user:dev',
      action: 'rds:DeleteDBInstance',
      resource: database,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'dev may read files in `app`',
      principal: 'user:dev',
      action: 's3:GetObject',
      resource: appFile,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'dev may look at servers',
      principal: 'user:dev',
      action: 'ec2:DescribeInstances',
      resource: '*',
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'Nothing allows dev to create users',
      principal: 'user:dev',
      action: 'iam:CreateUser',
      resource: `arn:aws:iam::${ACCOUNT}:user/new`,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'The policy allows everything but `iam:*`. May dev end a server?',
      options: ['Yes', 'No'],
      answer: 0,
      because: '“Not iam” is every other service there is.',
      proof: {
        at: 'start',
        principal: 'user:dev',
        action: 'ec2:TerminateInstances',
        resource: instance,
        expect: 'Allow',
      },
    },
    {
      question: 'And creating a user: why is it denied?',
      options: ['The policy forbids it', 'The policy does not allow it'],
      answer: 1,
      because:
        'NotAction under Allow leaves iam out. It does not deny it: another policy could still allow it.',
      proof: {
        at: 'start',
        principal: 'user:dev',
        action: 'iam:CreateUser',
        resource: `arn:aws:iam::${ACCOUNT}:user/new`,
        expect: 'ImplicitDeny',
      },
    },
  ],
  hints: [
    'The policy says what is left out. Turn it around.',
    'Say what dev does: reads objects in `app`, and describes servers.',
    'Allow `s3:GetObject` on `arn:aws:s3:::app/*`, and `ec2:Describe*` on `*`.',
  ],
  traps: [
    {
      name: 'denying the rest',
      hint: 'It works, by forbidding everything else for good: no later policy could ever give dev one thing more. Do not forbid; just do not allow.',
      caughtBy: ['g1', 'g2', 'k3'],
      also: { met: ['k1', 'k2'] },
      commands: [
        rewrite('AllButIam', allow('*', '*'), {
          Effect: 'Deny',
          NotAction: ['s3:GetObject', 'ec2:Describe*'],
          Resource: '*',
        }),
      ],
    },
  ],
  solution: [
    {
      say: 'Write what dev may do, instead of what not.',
      command: rewrite('AllButIam', allow('s3:GetObject', objectsArn('app')), allow('ec2:Describe*', '*')),
    },
  ],
  takeaways: [
    '`NotAction` under Allow is everything else, today’s services and tomorrow’s.',
    '`NotAction` under Allow denies nothing: it leaves out.',
    'Lists of what is allowed age well; lists of exceptions do not.',
  ],
  page: {
    title: 'IAM JSON policy elements: NotAction',
    url: `${iam}/reference_policies_elements_notaction.html`,
  },
}

const fenced = (...spared: readonly string[]) =>
  ({ Effect: 'Deny', Action: 's3:*', NotResource: spared }) as const

const notResource: Lesson = {
  id: 'not-resource',
  chapter: 'Groups and denials',
  title: 'A fence around what is yours',
  summary: 'A Deny with NotResource that fences out too much.',
  story: [
    'dev may do everything in S3. A second policy builds a fence: deny everything that is *not* in the bucket `team-a`.',
    'The fence stands a little too close. dev reads the team’s files, and cannot list them.',
  ],
  start: [
    user('dev'),
    bucket('team-a'),
    bucket('team-b'),
    policy('AllS3', allow('s3:*', '*')),
    policy('FenceTeamA', fenced(objectsArn('team-a'))),
    attach('AllS3', 'user:dev'),
    attach('FenceTeamA', 'user:dev'),
  ],
  locked: ['policy:AllS3'],
  goals: [
    {
      id: 'g1',
      text: 'dev may list `team-a`',
      principal: 'user:dev',
      action: 's3:ListBucket',
      resource: bucketArn('team-a'),
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'dev may read in `team-a`',
      principal: 'user:dev',
      action: 's3:GetObject',
      resource: `${bucketArn('team-a')}/x`,
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'dev is forbidden to read in `team-b`',
      principal: 'user:dev',
      action: 's3:GetObject',
      resource: `${bucketArn('team-b')}/x`,
      expect: 'ExplicitDeny',
    },
    {
      id: 'k3',
      text: 'dev is forbidden to list `team-b`',
      principal: 'user:dev',
      action: 's3:ListBucket',
      resource: bucketArn('team-b'),
      expect: 'ExplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'The fence spares `arn:aws:s3:::team-a/*`. Is the bucket `arn:aws:s3:::team-a` inside it?',
      options: ['Yes', 'No'],
      answer: 1,
      because: 'The bucket is an address of its own. It is not among what is spared, so it is denied.',
      proof: {
        at: 'start',
        principal: 'user:dev',
        action: 's3:ListBucket',
        resource: bucketArn('team-a'),
        expect: 'ExplicitDeny',
      },
    },
  ],
  hints: [
    'The fence denies what is not on its list. Is the bucket itself on the list?',
    'As in the lesson on buckets: the bucket and what is in it are two addresses.',
    'NotResource: `arn:aws:s3:::team-a` and `arn:aws:s3:::team-a/*`.',
  ],
  traps: [
    {
      name: 'no fence at all',
      hint: 'Without the fence `team-b` is open. Keep it, and let one address more stand inside.',
      caughtBy: ['k2', 'k3'],
      commands: [detach('FenceTeamA', 'user:dev')],
    },
  ],
  solution: [
    {
      say: 'Spare the bucket as well as its objects.',
      command: rewrite('FenceTeamA', fenced(bucketArn('team-a'), objectsArn('team-a'))),
    },
  ],
  takeaways: [
    'Deny with `NotResource` is a fence: everything outside is forbidden.',
    'What should stay inside must be listed completely, bucket and objects.',
    'Allow with `NotResource` is the opposite of a fence: it opens everything else.',
  ],
  page: {
    title: 'IAM JSON policy elements: NotResource',
    url: `${iam}/reference_policies_elements_notresource.html`,
  },
}

export const groupsAndDenials: readonly Lesson[] = [groups, explicitDeny, notAction, notResource]
