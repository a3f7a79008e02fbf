import { attach, bucket, policy, rewrite, table, tableArn, user } from '../draw.ts'
import type { Lesson } from '../lesson.ts'
import { allow, bucketArn, objectsArn } from '../statements.ts'

const q1 = `${bucketArn('reports')}/q1.csv`
const salaries = `${bucketArn('payroll')}/may.csv`
const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

const attachIt: Lesson = {
  id: 'attach',
  chapter: 'First steps',
  title: 'A policy does nothing until it is attached',
  summary: 'Give Alice the policy that is already there.',
  story: [
    'Alice needs to read the file `q1.csv` in the bucket `reports`. Somebody has written a policy for that, and it is a good one. Still, AWS says no.',
    'A policy is a piece of paper. It counts only for those it is attached to.',
  ],
  start: [
    user('alice'),
    bucket('reports'),
    policy('ReadReports', allow('s3:GetObject', objectsArn('reports'))),
  ],
  locked: ['policy:ReadReports'],
  goals: [
    {
      id: 'g1',
      text: 'Alice may read `q1.csv`',
      principal: 'user:alice',
      action: 's3:GetObject',
      resource: q1,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Alice may not write it',
      principal: 'user:alice',
      action: 's3:PutObject',
      resource: q1,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'The policy ReadReports exists and is attached to nobody. May Alice read the file?',
      options: ['Yes', 'No'],
      answer: 1,
      because:
        'Everything is denied until a policy that is attached to you, or to a group you are in, allows it.',
      proof: {
        at: 'start',
        principal: 'user:alice',
        action: 's3:GetObject',
        resource: q1,
        expect: 'ImplicitDeny',
      },
    },
  ],
  hints: [
    'The text of the policy is fine. Look at the lines on the canvas: is there one between ReadReports and Alice?',
    'Drag ReadReports onto Alice. By keyboard: select ReadReports, press C, choose Alice.',
    'Attach ReadReports to alice, and nothing else.',
  ],
  traps: [
    {
      name: 'full access',
      hint: 'Reading works now, and so does everything else: Alice may write as well. Take that policy away and attach the one you were given.',
      caughtBy: ['k1'],
      commands: [policy('Everything', allow('*', '*')), attach('Everything', 'user:alice')],
    },
  ],
  solution: [{ say: 'Attach ReadReports to Alice.', command: attach('ReadReports', 'user:alice') }],
  takeaways: [
    'A policy says what may be done; attaching it says by whom.',
    'What no attached policy allows is denied. Nobody has to forbid it.',
    'Attach the smallest policy that does the job.',
  ],
  page: { title: 'Adding and removing permissions', url: `${iam}/access_policies_manage-attach-detach.html` },
}

const realNames: Lesson = {
  id: 'real-action-names',
  chapter: 'First steps',
  title: 'Only real action names count',
  summary: 'A policy with a name that S3 does not know.',
  story: [
    'Alice has the policy ReadReports. It is attached, it names the right files, and reading is denied all the same.',
    'The culprit is one word. A well-known introduction to IAM writes `s3:GetItem` where `s3:GetObject` is meant; it is easily done, because DynamoDB does have a `GetItem`. AWS accepts such a policy and says nothing.',
  ],
  start: [
    user('alice'),
    bucket('reports'),
    policy('ReadReports', allow('s3:GetItem', objectsArn('reports'), { Sid: 'Read' })),
    attach('ReadReports', 'user:alice'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'Alice may read `q1.csv`',
      principal: 'user:alice',
      action: 's3:GetObject',
      resource: q1,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Alice may not delete it',
      principal: 'user:alice',
      action: 's3:DeleteObject',
      resource: q1,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'What happens when you save a policy with an action that does not exist?',
      options: [
        'AWS refuses it',
        'AWS saves it, and the line allows nothing',
        'AWS allows the nearest real action',
      ],
      answer: 1,
      because: 'The grammar is fine, so it is saved. Nothing that is ever asked has that name.',
    },
  ],
  hints: [
    'Select the policy and look at the word after `s3:`.',
    'S3 keeps objects, DynamoDB keeps items. Which action of S3 gets an object?',
    'Replace `s3:GetItem` by `s3:GetObject`.',
  ],
  traps: [
    {
      name: 'a star instead of the name',
      hint: 'The star covers the real name, and deleting too. Write the one action that is needed.',
      caughtBy: ['k1'],
      commands: [rewrite('ReadReports', allow('s3:*', objectsArn('reports'), { Sid: 'Read' }))],
    },
  ],
  solution: [
    {
      say: 'Open ReadReports and write `s3:GetObject`.',
      command: rewrite('ReadReports', allow('s3:GetObject', objectsArn('reports'), { Sid: 'Read' })),
    },
  ],
  takeaways: [
    'An action that does not exist allows nothing, and AWS does not warn you.',
    'Each service has its own names: objects in S3, items in DynamoDB.',
    'Look names up in the Service Authorization Reference rather than from memory.',
  ],
  page: {
    title: 'Actions, resources, and condition keys for Amazon S3',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html',
  },
}

const bucketAndObjects: Lesson = {
  id: 'bucket-and-objects',
  chapter: 'First steps',
  title: 'The bucket is not its objects',
  summary: 'Reading works, listing does not: two addresses.',
  story: [
    'Alice reads files in `reports` without trouble. When she wants to see which files there are, she is turned away.',
    'Both actions stand in her policy. But an action is always asked of something, and these two are asked of different things.',
  ],
  start: [
    user('alice'),
    bucket('reports'),
    bucket('payroll'),
    policy('BrowseReports', allow(['s3:ListBucket', 's3:GetObject'], objectsArn('reports'))),
    attach('BrowseReports', 'user:alice'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'Alice may list `reports`',
      principal: 'user:alice',
      action: 's3:ListBucket',
      resource: bucketArn('reports'),
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'g2',
      text: 'Alice may read `q1.csv`',
      principal: 'user:alice',
      action: 's3:GetObject',
      resource: q1,
      expect: 'Allow',
    },
    {
      id: 'k1',
      text: 'Alice may not list `payroll`',
      principal: 'user:alice',
      action: 's3:ListBucket',
      resource: bucketArn('payroll'),
      expect: 'ImplicitDeny',
    },
    {
      id: 'k2',
      text: 'Alice may not read in `payroll`',
      principal: 'user:alice',
      action: 's3:GetObject',
      resource: salaries,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [],
  hints: [
    'Click the line from Alice to reports and look at the denied action: its name matches, its resource does not.',
    'Listing is asked of the bucket, `arn:aws:s3:::reports`. Reading is asked of what is in it, `arn:aws:s3:::reports/…`.',
    'Make Resource a list of two: `arn:aws:s3:::reports` and `arn:aws:s3:::reports/*`.',
  ],
  traps: [
    {
      name: 'a star for everything',
      hint: 'Now `payroll` is open too. Name the two addresses of `reports` instead of a star.',
      caughtBy: ['k1', 'k2'],
      commands: [rewrite('BrowseReports', allow(['s3:ListBucket', 's3:GetObject'], '*'))],
    },
    {
      name: 'only the bucket',
      hint: 'Listing works, and now the files are out of reach. Both addresses are needed.',
      caughtBy: ['g2'],
      commands: [rewrite('BrowseReports', allow(['s3:ListBucket', 's3:GetObject'], bucketArn('reports')))],
    },
  ],
  solution: [
    {
      say: 'Name the bucket beside its objects.',
      command: rewrite(
        'BrowseReports',
        allow(['s3:ListBucket', 's3:GetObject'], [bucketArn('reports'), objectsArn('reports')]),
      ),
    },
  ],
  takeaways: [
    '`arn:aws:s3:::reports` is the bucket, `arn:aws:s3:::reports/*` is what is in it.',
    'Listing is asked of the bucket, reading and writing of the objects.',
    'When an action is denied although it is named, compare the resources.',
  ],
  page: {
    title: 'Policies and permissions in Amazon S3',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html',
  },
}

const wildcards: Lesson = {
  id: 'wildcards',
  chapter: 'First steps',
  title: 'Stars in moderation',
  summary: 'A star that covers more than reading.',
  story: [
    'Alice analyses reports. Her policy says `s3:*` on everything: it was quick to write, and nobody came back to it.',
    'She reads and lists. She can also delete the bucket, and read what people earn. Cut the star down to reading `reports`.',
  ],
  start: [
    user('alice'),
    bucket('reports'),
    bucket('payroll'),
    policy('Analyst', allow('s3:*', '*')),
    attach('Analyst', 'user:alice'),
  ],
  locked: [],
  goals: [
    {
      id: 'k1',
      text: 'Alice may not delete the bucket',
      principal: 'user:alice',
      action: 's3:DeleteBucket',
      resource: bucketArn('reports'),
      expect: 'ImplicitDeny',
    },
    {
      id: 'k2',
      text: 'Alice may not write into it',
      principal: 'user:alice',
      action: 's3:PutObject',
      resource: q1,
      expect: 'ImplicitDeny',
    },
    {
      id: 'k3',
      text: 'Alice may not read in `payroll`',
      principal: 'user:alice',
      action: 's3:GetObject',
      resource: salaries,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'g1',
      text: 'Alice may read `q1.csv`',
      principal: 'user:alice',
      action: 's3:GetObject',
      resource: q1,
      expect: 'Allow',
    },
    {
      id: 'g2',
      text: 'Alice may list `reports`',
      principal: 'user:alice',
      action: 's3:ListBucket',
      resource: bucketArn('reports'),
      expect: 'Allow',
    },
    {
      id: 'g3',
      text: 'Alice may read the tags of `q1.csv`',
      principal: 'user:alice',
      action: 's3:GetObjectTagging',
      resource: q1,
      expect: 'Allow',
    },
  ],
  structure: [],
  predictions: [],
  hints: [
    'Three things are allowed that should not be. Two of them are about what is done, one is about where.',
    'A star may stand inside a name: `s3:GetObject*` covers GetObject and GetObjectTagging.',
    'Action: `s3:GetObject*` and `s3:List*`. Resource: the two addresses of `reports`.',
  ],
  traps: [
    {
      name: 'a star too far',
      hint: '`s3:Put*` is writing. And mind the end of `reports*`: it also covers a bucket named reports-secret.',
      caughtBy: ['k2'],
      also: { met: ['k1', 'k3'] },
      commands: [rewrite('Analyst', allow(['s3:Get*', 's3:List*', 's3:Put*'], 'arn:aws:s3:::reports*'))],
    },
  ],
  solution: [
    {
      say: 'Allow reading and listing, and only in `reports`.',
      command: rewrite(
        'Analyst',
        allow(['s3:GetObject*', 's3:List*'], [bucketArn('reports'), objectsArn('reports')]),
      ),
    },
  ],
  takeaways: [
    'A star covers what exists today and what AWS adds tomorrow.',
    'Put stars at the end of a verb (`s3:GetObject*`), not in its place.',
    'Narrow both: what is done, and to what.',
  ],
  page: { title: 'IAM JSON policy elements: Action', url: `${iam}/reference_policies_elements_action.html` },
}

const ireland = tableArn('Orders')
const virginia = tableArn('Orders', 'us-east-1')

const arns: Lesson = {
  id: 'reading-an-arn',
  chapter: 'First steps',
  title: 'Reading an address: region and account',
  summary: 'The policy names a table in the wrong region.',
  story: [
    'The table Orders stands in Ireland (`eu-west-1`). An old copy stands in Virginia (`us-east-1`). Bob should read the one in Ireland. His policy was written for the other.',
    'An ARN is an address in parts, with colons between: `arn:aws:dynamodb:REGION:ACCOUNT:table/NAME`.',
  ],
  start: [
    user('bob'),
    table('Orders', ireland, 'resource:Orders'),
    table('Orders (Virginia)', virginia, 'resource:Orders-us'),
    policy('ReadOrders', allow('dynamodb:GetItem', virginia)),
    attach('ReadOrders', 'user:bob'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'Bob may read Orders in Ireland',
      principal: 'user:bob',
      action: 'dynamodb:GetItem',
      resource: ireland,
      expect: 'Allow',
    },
    {
      id: 'k1',
      text: 'Bob may not read the copy in Virginia',
      principal: 'user:bob',
      action: 'dynamodb:GetItem',
      resource: virginia,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k2',
      text: 'Bob may not delete orders',
      principal: 'user:bob',
      action: 'dynamodb:DeleteItem',
      resource: ireland,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [],
  hints: [
    'Hold the address in the policy beside that of the table. Five of the six parts are the same.',
    'The fourth part is the region. Which one does the table in Ireland have?',
    'Write `eu-west-1` in place of `us-east-1`.',
  ],
  traps: [
    {
      name: 'any region',
      hint: 'A star for the region opens every region, Virginia too.',
      caughtBy: ['k1'],
      also: { met: ['g1'] },
      commands: [rewrite('ReadOrders', allow('dynamodb:GetItem', tableArn('Orders', '*')))],
    },
  ],
  solution: [
    {
      say: 'Write the region of the table.',
      command: rewrite('ReadOrders', allow('dynamodb:GetItem', ireland)),
    },
  ],
  takeaways: [
    'An ARN has six parts: arn, partition, service, region, account, and the thing itself.',
    'Same name, other region: another thing.',
    'S3 leaves region and account empty, because bucket names are unique in the world.',
  ],
  page: { title: 'Identify AWS resources with ARNs', url: `${iam}/reference-arns.html` },
}

export const firstSteps: readonly Lesson[] = [attachIt, realNames, bucketAndObjects, wildcards, arns]
