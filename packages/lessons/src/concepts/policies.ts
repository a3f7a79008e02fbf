import type { Concept } from '../concept.ts'
import { ACCOUNT, bucket, table, tableArn } from '../draw.ts'
import { allow, bucketArn, deny, objectsArn, policyText } from '../statements.ts'
import { aliceWith, deletes, file, readReports, reads, userGuide } from './world.ts'

const shows = 'policy:Example'
const orders = tableArn('Orders')

export const policyConcepts: readonly Concept[] = [
  {
    id: 'policy',
    term: 'Policy',
    says: 'A text that says what may be done and to what. It counts only for those it is attached to.',
    commands: aliceWith(readReports),
    shows,
    asks: [
      { ...reads, expect: 'Allow' },
      { ...deletes, expect: 'ImplicitDeny' },
    ],
    page: userGuide('access_policies'),
  },
  {
    id: 'statement',
    term: 'Statement',
    says: 'One sentence of a policy: an effect, actions, resources, and sometimes conditions. All of it must match for the statement to count.',
    commands: aliceWith(readReports, allow('s3:ListBucket', bucketArn('reports'))),
    shows,
    asks: [
      { ...reads, expect: 'Allow' },
      {
        label: 'Alice lists `reports`',
        principal: 'user:alice',
        action: 's3:ListBucket',
        resource: bucketArn('reports'),
        expect: 'Allow',
      },
    ],
    page: userGuide('reference_policies_elements_statement'),
  },
  {
    id: 'action',
    term: 'Action',
    says: 'What somebody wants to do, as `service:Name`. A star stands for any letters, so `s3:Get*` covers every name that begins with Get.',
    commands: aliceWith(allow('s3:Get*', objectsArn('reports'))),
    shows,
    asks: [
      { ...reads, expect: 'Allow' },
      { ...deletes, expect: 'ImplicitDeny' },
    ],
    page: userGuide('reference_policies_elements_action'),
  },
  {
    id: 'resource',
    term: 'Resource',
    says: 'What it is done to, named by its ARN. In S3 the bucket and what is in it are two resources.',
    commands: aliceWith(readReports),
    shows,
    asks: [
      { ...reads, expect: 'Allow' },
      {
        label: 'Alice reads in another bucket',
        principal: 'user:alice',
        action: 's3:GetObject',
        resource: `${bucketArn('payroll')}/may.csv`,
        expect: 'ImplicitDeny',
      },
    ],
    page: userGuide('reference_policies_elements_resource'),
  },
  {
    id: 'arn',
    term: 'ARN',
    says: 'The address of a thing in AWS, in six parts with colons between: `arn`, partition, service, region, account, and the thing. S3 leaves region and account empty.',
    commands: [...aliceWith(allow('dynamodb:GetItem', orders)), table('Orders')],
    shows,
    asks: [
      {
        label: 'Alice reads Orders in Ireland',
        principal: 'user:alice',
        action: 'dynamodb:GetItem',
        resource: orders,
        expect: 'Allow',
      },
      {
        label: 'Alice reads Orders in Virginia',
        principal: 'user:alice',
        action: 'dynamodb:GetItem',
        resource: tableArn('Orders', 'us-east-1'),
        expect: 'ImplicitDeny',
      },
    ],
    page: userGuide('reference-arns'),
  },
  {
    id: 'allow',
    term: 'Allow',
    says: 'A matching statement with `"Effect": "Allow"`, and nothing that denies. Without one the answer is no.',
    commands: aliceWith(readReports),
    shows,
    asks: [{ ...reads, expect: 'Allow' }],
    page: userGuide('reference_policies_evaluation-logic'),
  },
  {
    id: 'explicit-deny',
    term: 'Explicit deny',
    says: 'A matching statement with `"Effect": "Deny"`. It beats every Allow, wherever that comes from.',
    commands: aliceWith(allow('s3:*', '*'), deny('s3:Delete*', '*')),
    shows,
    asks: [
      { ...reads, expect: 'Allow' },
      { ...deletes, expect: 'ExplicitDeny' },
    ],
    page: userGuide('reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay'),
  },
  {
    id: 'implicit-deny',
    term: 'Implicit deny',
    says: 'Nothing allows it, so it is denied. Nobody had to forbid it, and one more Allow would change that.',
    commands: aliceWith(readReports),
    shows,
    asks: [{ ...deletes, expect: 'ImplicitDeny' }],
    page: userGuide('reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay'),
  },
  {
    id: 'depends',
    term: 'Depends',
    says: 'The answer hangs on something that comes with the request and is not known yet: a second factor, an address, a time. Say it in the request, and it is settled.',
    commands: aliceWith(
      allow('s3:GetObject', objectsArn('reports'), {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    ),
    shows,
    asks: [
      { ...reads, missingKeys: 'unknown', expect: 'DependsOnContext' },
      {
        ...reads,
        label: 'With a second factor',
        context: { 'aws:MultiFactorAuthPresent': 'true' },
        expect: 'Allow',
      },
    ],
    page: userGuide('reference_policies_elements_condition'),
  },
  {
    id: 'condition',
    term: 'Condition',
    says: 'A comparison that must hold as well. It looks at a key that comes with the request; when the key is missing, most comparisons are not met.',
    commands: aliceWith(
      allow('s3:GetObject', objectsArn('reports'), {
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      }),
    ),
    shows,
    asks: [
      {
        ...reads,
        label: 'From the office',
        context: { 'aws:SourceIp': '203.0.113.7' },
        expect: 'Allow',
      },
      {
        ...reads,
        label: 'From elsewhere',
        context: { 'aws:SourceIp': '198.51.100.1' },
        expect: 'ImplicitDeny',
      },
    ],
    page: userGuide('reference_policies_elements_condition'),
  },
  {
    id: 'managed-policy',
    term: 'AWS managed policy',
    says: 'A policy that AWS wrote and keeps up to date. Handy for a start, and mostly wider than you need: it names no resource of yours.',
    commands: aliceWith(allow(['s3:Get*', 's3:List*'], '*')),
    shows,
    asks: [
      { ...reads, expect: 'Allow' },
      {
        label: 'Alice reads any other bucket',
        principal: 'user:alice',
        action: 's3:GetObject',
        resource: `${bucketArn('payroll')}/may.csv`,
        expect: 'Allow',
      },
    ],
    page: userGuide('access_policies_managed-vs-inline'),
  },
  {
    id: 'inline-policy',
    term: 'Inline policy',
    says: 'A policy written into one user, group or role. It cannot be attached to anybody else, and it goes when its owner goes.',
    commands: [
      { type: 'CreateUser', user: 'user:alice', name: 'alice' },
      { type: 'PutUserPolicy', user: 'user:alice', name: 'Own', text: policyText(readReports) },
    ],
    shows: 'inline:user:alice/Own',
    asks: [{ ...reads, expect: 'Allow' }],
    page: userGuide('access_policies_managed-vs-inline'),
  },
  {
    id: 'resource-policy',
    term: 'Resource policy',
    says: 'A policy that stands on the thing itself and says who may use it, in `Principal`. Within one account it is enough by itself; from another account both sides must allow.',
    commands: [
      { type: 'CreateUser', user: 'user:alice', name: 'alice' },
      bucket('reports', {
        resourcePolicy: policyText({
          ...readReports,
          Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/alice` },
        }),
      }),
    ],
    shows: 'resource-policy:resource:reports',
    asks: [
      { ...reads, expect: 'Allow' },
      {
        label: 'The public reads `q1.csv`',
        principal: 'anonymous',
        action: 's3:GetObject',
        resource: file,
        expect: 'ImplicitDeny',
      },
    ],
    page: userGuide('access_policies_identity-vs-resource'),
  },
  {
    id: 'identity-policy',
    term: 'Identity policy',
    says: 'A policy attached to a user, a group or a role. It says what they may do; who is meant follows from where it is attached.',
    commands: aliceWith(readReports),
    shows,
    asks: [{ ...reads, expect: 'Allow' }],
    page: userGuide('access_policies_identity-vs-resource'),
  },
]
