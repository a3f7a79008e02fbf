import { ACCOUNT, attach, bucket, policy, policyOf, REGION, rewrite, role, thing, user } from '../draw.ts'
import { PROD, threeAccounts } from '../examples/organization.ts'
import type { Lesson } from '../lesson.ts'
import {
  allow,
  bucketArn,
  deny,
  objectsArn,
  policyText,
  type StatementJson,
  trustAws,
  trustService,
} from '../statements.ts'

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

const tenantA = `${bucketArn('tenants')}/a/bill.pdf`
const tenantB = `${bucketArn('tenants')}/b/bill.pdf`
const sessionForA = [
  { id: 'session', text: policyText(allow('s3:GetObject', 'arn:aws:s3:::tenants/a/*')) },
] as const
const roleSession = `arn:aws:sts::${ACCOUNT}:assumed-role/tenant-reader/a`
const readsTenants = allow('s3:GetObject', objectsArn('tenants'))

const session: Lesson = {
  id: 'session-policies',
  chapter: 'Going further',
  title: 'A role, narrowed for one visit',
  summary: 'Session policies take away; they never add.',
  story: [
    'An application serves many customers. For each request it takes the role tenant-reader and passes a session policy along, which allows `s3:GetObject` on `tenants/a/*` for customer a. So code for one customer cannot read another’s files.',
    'Reading fails all the same. The session policy is right, and it is part of the program; what can be changed is the role.',
  ],
  start: [
    role('tenant-reader', trustAws(`arn:aws:iam::${ACCOUNT}:root`)),
    bucket('tenants'),
    policy('ListTenants', allow('s3:ListBucket', bucketArn('tenants'))),
    attach('ListTenants', 'role:tenant-reader'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'In a session for customer a, the role reads a’s bill',
      principal: 'role:tenant-reader',
      action: 's3:GetObject',
      resource: tenantA,
      session: sessionForA,
      expect: 'Allow',
    },
    {
      id: 'g2',
      text: 'Without a session policy it reads every customer’s',
      principal: 'role:tenant-reader',
      action: 's3:GetObject',
      resource: tenantB,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'In a session for customer a, it does not read b’s',
      principal: roleSession,
      action: 's3:GetObject',
      resource: tenantB,
      session: sessionForA,
      expect: 'ImplicitDeny',
    },
    {
      id: 'k2',
      text: 'The role writes nothing',
      principal: 'role:tenant-reader',
      action: 's3:PutObject',
      resource: tenantA,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'The session policy allows `s3:GetObject`, the role does not. May the session read?',
      options: ['Yes', 'No'],
      answer: 1,
      because: 'A session can do what both allow: its role and its session policy.',
      proof: {
        at: 'start',
        principal: 'role:tenant-reader',
        action: 's3:GetObject',
        resource: tenantA,
        session: sessionForA,
        expect: 'ImplicitDeny',
      },
    },
  ],
  hints: [
    'The session policy allows reading. Who else has to?',
    'The role has to allow reading for all customers; each session then narrows it to one.',
    'Add `s3:GetObject` on `arn:aws:s3:::tenants/*` to the policy of the role.',
  ],
  traps: [
    {
      name: 'more than reading',
      hint: 'The sessions are narrow, the role is not: it writes now. Allow reading only.',
      caughtBy: ['k2'],
      commands: [rewrite('ListTenants', allow('s3:*', '*'))],
    },
    {
      name: 'one customer in the role',
      hint: 'That works for a, and for nobody else. The role is for all customers; the session narrows it.',
      caughtBy: ['g2'],
      also: { met: ['g1'] },
      commands: [
        rewrite(
          'ListTenants',
          allow('s3:ListBucket', bucketArn('tenants')),
          allow('s3:GetObject', 'arn:aws:s3:::tenants/a/*'),
        ),
      ],
    },
  ],
  solution: [
    {
      say: 'Let the role read all customers’ files; sessions narrow it.',
      command: rewrite('ListTenants', allow('s3:ListBucket', bucketArn('tenants')), readsTenants),
    },
  ],
  takeaways: [
    'A session policy is passed along when a role is taken, and holds for that visit.',
    'What counts is what role and session policy both allow.',
    'So one role can serve many customers safely.',
  ],
  page: {
    title: 'Policies and permissions: session policies',
    url: `${iam}/access_policies.html#policies_session`,
  },
}

const shared = `${bucketArn('prod-files')}/list.csv`
const onlyUs = (operator: string): StatementJson =>
  deny('s3:*', '*', {
    Principal: '*',
    Condition: {
      [operator]: { 'aws:PrincipalOrgID': 'o-games12345' },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  })
const perimeter = { type: 'AttachPolicy', policy: 'policy:OnlyUs', target: 'ou:workloads' } as const
const STRANGER = '999988887777'

const resourceControl: Lesson = {
  id: 'fence-around-data',
  chapter: 'Going further',
  title: 'A fence around the data',
  summary: 'Resource control policies bind those who come from outside.',
  story: [
    'Somebody in `prod` was in a hurry: the policy of the bucket `prod-files` lets everyone read. It cannot be changed today, and there may be more such buckets.',
    'SCPs bind our people. A resource control policy (RCP) binds our resources, whoever comes. OnlyUs has been written for that: it denies S3 to all who are not of our organization. It needs the right operator, and to be attached to workloads.',
  ],
  start: [
    ...threeAccounts,
    { type: 'EnablePolicyType', purpose: 'resource-control' },
    role('reader', trustService('lambda.amazonaws.com'), { account: PROD }),
    policyOf({ account: PROD }, 'ReadFiles', allow('s3:GetObject', objectsArn('prod-files'))),
    attach('ReadFiles', 'role:reader'),
    bucket('prod-files', {
      account: PROD,
      resourcePolicy: policyText(
        allow('s3:GetObject', objectsArn('prod-files'), {
          Principal: { AWS: '*' },
          Sid: 'Hurry',
        }),
      ),
    }),
    policyOf({ purpose: 'resource-control' }, 'OnlyUs', onlyUs('StringEquals')),
  ],
  locked: ['resource:prod-files', 'policy:ReadFiles'],
  goals: [
    {
      id: 'g1',
      text: 'A caller without an account is forbidden to read',
      principal: 'anonymous',
      action: 's3:GetObject',
      resource: shared,
      facts: { resourceControlApplies: true },
      expect: 'ExplicitDeny',
    },
    {
      id: 'g2',
      text: 'Somebody from another organization is forbidden to read',
      principal: `arn:aws:iam::${STRANGER}:user/stranger`,
      action: 's3:GetObject',
      resource: shared,
      context: { 'aws:PrincipalOrgID': 'o-strangers99' },
      facts: { resourceControlApplies: true },
      expect: 'ExplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'Our own role reader may read',
      principal: 'role:reader',
      action: 's3:GetObject',
      resource: shared,
      facts: { resourceControlApplies: true },
      expect: 'Allow',
    },
  ],
  structure: [],
  predictions: [
    {
      question:
        'The bucket is open to everyone. An SCP on our organization denies `s3:GetObject`. Does it stop a stranger?',
      options: ['Yes', 'No'],
      answer: 1,
      because:
        'SCPs bind the people of our accounts. A stranger is bound by nothing of ours, except on our resources: that is what RCPs are for.',
    },
  ],
  hints: [
    'As it stands OnlyUs denies those who are of the organization. That is the wrong way round.',
    'StringNotEquals is met by everybody else, and also by callers who have no organization at all.',
    'Write StringNotEqualsIfExists (or StringNotEquals) for `aws:PrincipalOrgID`, and attach OnlyUs to workloads.',
  ],
  traps: [
    {
      name: 'attached as it was',
      hint: 'Now our own people are locked out, and strangers are not. Turn the comparison around.',
      caughtBy: ['k1'],
      commands: [perimeter],
    },
  ],
  solution: [
    {
      say: 'Deny those who are not of our organization.',
      command: rewrite('OnlyUs', onlyUs('StringNotEqualsIfExists')),
    },
    { say: 'Attach OnlyUs to workloads.', command: perimeter },
  ],
  takeaways: [
    'SCPs bind our principals, RCPs bind our resources.',
    'An RCP only denies, and it binds strangers and the public too.',
    'Spare AWS services that act for you (`aws:PrincipalIsAWSService`).',
  ],
  page: {
    title: 'Resource control policies (RCPs)',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  },
}

const anyInstance = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/*`
const tagKeys = (keys: readonly string[]) => ({ 'aws:TagKeys': keys })
const launches = (condition: StatementJson['Condition']) =>
  allow('ec2:CreateTags', anyInstance, { ...(condition && { Condition: condition }) })
const tagging = { principal: 'user:dev', action: 'ec2:CreateTags', resource: anyInstance } as const

const allValues: Lesson = {
  id: 'for-all-values',
  chapter: 'Going further',
  title: 'All of nothing is true',
  summary: 'ForAllValues, and a request without any values.',
  story: [
    'dev may tag servers, but only with the tags `team` and `cost`. The condition says `ForAllValues:StringEquals` on `aws:TagKeys`: every tag of the request must be one of these.',
    'Then a request arrives that brings no tag keys at all. Every one of none is in the list, so the condition is met.',
  ],
  start: [
    user('dev'),
    thing('servers', anyInstance, 'ec2', 'instance'),
    policy('TagServers', launches({ 'ForAllValues:StringEquals': tagKeys(['team', 'cost']) })),
    attach('TagServers', 'user:dev'),
  ],
  locked: [],
  goals: [
    {
      id: 'g1',
      text: 'A request without tag keys is denied',
      ...tagging,
      expect: 'ImplicitDeny',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'dev may set `team`',
      ...tagging,
      context: { 'aws:TagKeys': ['team'] },
      expect: 'Allow',
    },
    {
      id: 'k2',
      text: 'dev may set `team` and `cost`',
      ...tagging,
      context: { 'aws:TagKeys': ['team', 'cost'] },
      expect: 'Allow',
    },
    {
      id: 'k3',
      text: 'dev may not set `team` and `owner`',
      ...tagging,
      context: { 'aws:TagKeys': ['team', 'owner'] },
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'The request carries no tag keys. Is `ForAllValues:StringEquals` met?',
      options: ['Yes', 'No'],
      answer: 0,
      because: 'There is no value that breaks the rule. AWS warns of exactly this for Allow statements.',
      proof: { at: 'start', ...tagging, expect: 'Allow' },
    },
  ],
  hints: [
    'The condition says what tags must look like. It does not say that there must be any.',
    'A second condition can ask whether a key is there: `Null`. `"false"` means: it is not missing.',
    'Add `"Null": {"aws:TagKeys": "false"}` beside ForAllValues.',
  ],
  traps: [
    {
      name: 'ForAnyValue',
      hint: 'With ForAnyValue one good tag is enough, and `owner` slips in beside it. Keep ForAllValues, and ask for the key to be there.',
      caughtBy: ['k3'],
      also: { met: ['g1'] },
      commands: [rewrite('TagServers', launches({ 'ForAnyValue:StringEquals': tagKeys(['team', 'cost']) }))],
    },
  ],
  solution: [
    {
      say: 'Ask for the key to be there as well.',
      command: rewrite(
        'TagServers',
        launches({
          'ForAllValues:StringEquals': tagKeys(['team', 'cost']),
          Null: { 'aws:TagKeys': 'false' },
        }),
      ),
    },
  ],
  takeaways: [
    '`ForAllValues` is met when there are no values.',
    'Under Allow, put `Null: false` beside it.',
    '`ForAnyValue` is no replacement: one good value lets bad ones in.',
  ],
  page: {
    title: 'Single-valued vs. multivalued context keys',
    url: `${iam}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  },
}

const PARTNER = '444455556666'
const brochure = `${bucketArn('brochures')}/spring.pdf`
const blocked = { restrictPublicBuckets: true } as const
const shares = (Principal: '*' | { readonly AWS: string }) =>
  ({
    type: 'PutResourcePolicy',
    resource: 'resource:brochures',
    text: policyText(allow('s3:GetObject', objectsArn('brochures'), { Principal })),
  }) as const
const partnerRole = `arn:aws:iam::${PARTNER}:role/printer`

const publicAccess: Lesson = {
  id: 'block-public-access',
  chapter: 'Going further',
  title: 'Open to everyone, and still closed',
  summary: 'S3 Block Public Access and a policy that means well.',
  story: [
    'The partner’s role printer should fetch brochures from our bucket. Its own policy allows it. Our bucket’s policy says `"Principal": "*"`: everyone may read, so the partner too.',
    'But S3 Block Public Access is switched on for the bucket, as it is for every new bucket. Where a policy is public, it turns away everybody from outside. All questions in this lesson are asked with it switched on.',
  ],
  start: [
    { type: 'AddAccount', account: `account:${PARTNER}`, number: PARTNER, name: 'partner' },
    role('printer', trustService('lambda.amazonaws.com'), { account: PARTNER }),
    policyOf({ account: PARTNER }, 'FetchBrochures', allow('s3:GetObject', objectsArn('brochures'))),
    attach('FetchBrochures', 'role:printer'),
    bucket('brochures', { account: ACCOUNT }),
    shares('*'),
  ],
  locked: ['role:printer', 'policy:FetchBrochures'],
  goals: [
    {
      id: 'g1',
      text: 'The partner’s role printer may fetch `spring.pdf`',
      principal: 'role:printer',
      action: 's3:GetObject',
      resource: brochure,
      facts: blocked,
      expect: 'Allow',
    },
  ],
  guards: [
    {
      id: 'k1',
      text: 'The public may not, even if somebody switches the block off',
      principal: 'anonymous',
      action: 's3:GetObject',
      resource: brochure,
      facts: blocked,
      expect: 'ImplicitDeny',
    },
  ],
  structure: [],
  predictions: [
    {
      question: 'The bucket’s policy allows everyone, and Block Public Access is on. May the partner read?',
      options: ['Yes', 'No'],
      answer: 1,
      because: 'The policy counts as public, so only our own account gets through.',
      proof: {
        at: 'start',
        principal: 'role:printer',
        action: 's3:GetObject',
        resource: brochure,
        facts: blocked,
        expect: 'ImplicitDeny',
      },
    },
  ],
  hints: [
    'A policy that names everyone is public. What would it be if it named only one?',
    'Write the partner’s role into `Principal`.',
    `Use \`"Principal": {"AWS": "${partnerRole}"}\` in the bucket’s policy.`,
  ],
  traps: [
    {
      name: 'everyone, written differently',
      hint: '`{"AWS": "*"}` is everyone as well, and public. Name the partner.',
      caughtBy: ['g1'],
      also: {
        structure: [{ type: 'textSays', document: 'resource-policy:resource:brochures', text: '"AWS":"*"' }],
      },
      commands: [shares({ AWS: '*' })],
    },
  ],
  solution: [{ say: 'Name the partner’s role instead of everyone.', command: shares({ AWS: partnerRole }) }],
  takeaways: [
    'Block Public Access makes a public policy useless from outside.',
    'A policy that names accounts or roles is not public.',
    'Leave the block on, and name whom you mean.',
  ],
  page: {
    title: 'Blocking public access to your Amazon S3 storage',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  },
}

/** What narrows access from outside a policy of one's own, and where a fence has a hole. */
export const fences: readonly Lesson[] = [session, resourceControl, allValues, publicAccess]
