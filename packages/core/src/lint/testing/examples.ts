import type { PolicyKind } from '../../access/policy-kind.ts'
import type { Standing } from '../subject.ts'

/** A policy that a check finds something in, and one very like it in which it finds nothing. */
export interface Example {
  readonly code: string
  /** With `«…»` around the place that is marked. */
  readonly has: string
  readonly hasNot: string
  readonly kind?: PolicyKind
  readonly standing?: Standing
}

const TABLE = '"arn:aws:dynamodb:eu-west-1:111122223333:table/Games"'
const BUCKET = '"arn:aws:s3:::reports"'
const OBJECTS = '"arn:aws:s3:::reports/*"'

const policy = (...statements: readonly string[]): string =>
  `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`
const allow = (rest: string): string => policy(`{"Effect":"Allow",${rest}}`)
const deny = (rest: string): string => policy(`{"Effect":"Deny",${rest}}`)
const reading = (resource: string): string => allow(`"Action":"s3:GetObject","Resource":${resource}`)
const on = (action: string, resource = '"*"'): string => allow(`"Action":${action},"Resource":${resource}`)
const when = (condition: string, action = '"s3:GetObject"', resource = OBJECTS): string =>
  allow(`"Action":${action},"Resource":${resource},"Condition":{${condition}}`)
const denyWhen = (condition: string, action = '"s3:*"'): string =>
  deny(`"Action":${action},"Resource":"*","Condition":{${condition}}`)
const principal = (who: string, rest = ''): string =>
  allow(`"Principal":${who},"Action":"s3:GetObject","Resource":${OBJECTS}${rest}`)
const trust = (who: string, rest = '', action = 'sts:AssumeRole'): string =>
  allow(`"Principal":${who},"Action":"${action}"${rest}`)

const sound = on('"s3:GetObject"', OBJECTS)
const ALICE = '"arn:aws:iam::111122223333:user/alice"'
const GITHUB = '{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}'
const WEB = 'sts:AssumeRoleWithWebIdentity'
const SUB = '"token.actions.githubusercontent.com:sub":"repo:acme/app:*"'
const AUD = '"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"'

const identity: readonly Example[] = [
  { code: 'syntax', has: '{"Statement":[«,»]}', hasNot: sound },
  { code: 'syntax', has: '{"Version":"2012-10-17","Statement":[]«,»}', hasNot: sound },
  { code: 'not-a-policy', has: '«[]»', hasNot: sound },
  {
    code: 'duplicate-key',
    has: policy(`{«"Effect"»:"Deny","Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS}}`),
    hasNot: sound,
  },
  {
    code: 'unknown-element',
    has: allow(`"Action":"s3:GetObject",«"NotResouce"»:${OBJECTS}`),
    hasNot: allow(`"Action":"s3:GetObject","NotResource":${OBJECTS}`),
  },
  { code: 'wrong-type', has: on('«17»'), hasNot: sound },
  {
    code: 'missing-version',
    has: '«{"Statement":[]}»',
    hasNot: '{"Version":"2012-10-17","Statement":[]}',
  },
  {
    code: 'unknown-version',
    has: '{"Version":«"2012-10-18"»,"Statement":[]}',
    hasNot: '{"Version":"2012-10-17","Statement":[]}',
  },
  { code: 'missing-statement', has: '«{"Version":"2012-10-17"}»', hasNot: sound },
  {
    code: 'unknown-effect',
    has: policy(`{"Effect":«"ALLOW"»,"Action":"s3:GetObject","Resource":${OBJECTS}}`),
    hasNot: sound,
  },
  {
    code: 'missing-effect',
    has: policy(`«{"Action":"s3:GetObject","Resource":${OBJECTS}}»`),
    hasNot: sound,
  },
  { code: 'missing-action', has: policy(`«{"Effect":"Allow","Resource":${OBJECTS}}»`), hasNot: sound },
  {
    code: 'both-forms',
    has: allow(`"Action":"s3:GetObject",«"NotAction"»:"s3:PutObject","Resource":${OBJECTS}`),
    hasNot: sound,
  },
  {
    code: 'misplaced-principal',
    has: allow(`"Principal":«"*"»,"Action":"s3:GetObject","Resource":${OBJECTS}`),
    hasNot: sound,
  },
  { code: 'missing-resource', has: policy('«{"Effect":"Allow","Action":"s3:GetObject"}»'), hasNot: sound },
  {
    code: 'repeated-sid',
    has: policy(
      `{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS}}`,
      `{"Sid":«"A"»,"Effect":"Allow","Action":"s3:PutObject","Resource":${OBJECTS}}`,
    ),
    hasNot: sound,
  },
  { code: 'star-colon-star', has: on('«"*:*"»', OBJECTS), hasNot: on('"*"', OBJECTS) },
  { code: 'action-with-blank', has: on('«"s3: GetObject"»', OBJECTS), hasNot: sound },
  { code: 'action-without-service', has: on('«"GetObject"»', OBJECTS), hasNot: sound },
  { code: 'wildcard-in-service', has: on('«"s*:GetObject"»', OBJECTS), hasNot: sound },
  { code: 'empty-list', has: on('«[]»', OBJECTS), hasNot: sound },
  { code: 'not-an-arn', has: reading('«"reports"»'), hasNot: sound },
  { code: 'short-arn', has: reading('«"arn:aws:s3"»'), hasNot: sound },
  {
    code: 'star-as-resource-type',
    has: on('"iam:PassRole"', '«"arn:aws:iam::111122223333:*/app"»'),
    hasNot: on('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"'),
  },
  {
    code: 'variable-out-of-place',
    has: reading('«"arn:aws:s3:${aws:RequestedRegion}::reports/*"»'),
    hasNot: reading('"arn:aws:s3:::reports/${aws:username}/*"'),
  },
  {
    code: 'variable-without-version',
    has: `{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":«"arn:aws:s3:::b/\${aws:username}"»}]}`,
    hasNot: reading('"arn:aws:s3:::b/${aws:username}"'),
  },
  {
    code: 'unknown-operator',
    has: when('"ForAnyValue:Stringlike2":{"aws:TagKeys":«"a"»}'),
    hasNot: when('"ForAnyValue:StringLike":{"aws:TagKeys":"a"}'),
  },
  {
    code: 'multivalued-key',
    has: when('"StringEquals":{"aws:TagKeys":«"a"»}'),
    hasNot: when('"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}'),
  },
  {
    code: 'wrong-value',
    has: when('"IpAddress":{"aws:SourceIp":«"203.0.113.0/33"»}'),
    hasNot: when('"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}'),
  },
  {
    code: 'old-version',
    has: `{"Version":«"2008-10-17"»,"Statement":[]}`,
    hasNot: sound,
  },
  { code: 'no-statements', has: '{"Version":"2012-10-17","Statement":«[]»}', hasNot: sound },
  {
    code: 'empty-sid',
    has: allow(`"Sid":«""»,"Action":"s3:GetObject","Resource":${OBJECTS}`),
    hasNot: allow(`"Sid":"A","Action":"s3:GetObject","Resource":${OBJECTS}`),
  },
  {
    code: 'sid-characters',
    has: allow(`"Sid":«"read the reports"»,"Action":"s3:GetObject","Resource":${OBJECTS}`),
    hasNot: allow(`"Sid":"ReadReports1","Action":"s3:GetObject","Resource":${OBJECTS}`),
  },
  {
    code: 'repeated-statement',
    has: policy(
      `{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":${OBJECTS}}`,
      `«{"Sid":"B","Effect":"Allow","Action":["s3:PutObject","s3:GetObject"],"Resource":${OBJECTS}}»`,
    ),
    hasNot: policy(
      `{"Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS}}`,
      `{"Effect":"Deny","Action":"s3:GetObject","Resource":${OBJECTS}}`,
    ),
  },
  {
    code: 'covered-statement',
    has: policy(
      `{"Effect":"Allow","Action":"s3:*","Resource":[${BUCKET},${OBJECTS}]}`,
      `«{"Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS},"Condition":{"Bool":{"aws:SecureTransport":"true"}}}»`,
    ),
    hasNot: policy(
      `{"Effect":"Allow","Action":"s3:*","Resource":${OBJECTS},"Condition":{"Bool":{"aws:SecureTransport":"true"}}}`,
      `{"Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS}}`,
    ),
  },
  {
    code: 'never-applies',
    has: policy(
      `«{"Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS}}»`,
      '{"Effect":"Deny","Action":"s3:*","Resource":"*"}',
    ),
    hasNot: policy(
      `{"Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS}}`,
      '{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}',
    ),
  },
  { code: 'unknown-service', has: on('«"s4:GetObject"»', OBJECTS), hasNot: sound },
  { code: 'unknown-action', has: on('«"s3:GetItem"»', OBJECTS), hasNot: sound },
  { code: 'pattern-without-action', has: on('«"s3:Fetch*"»', OBJECTS), hasNot: on('"s3:Get*"', OBJECTS) },
  { code: 'action-case', has: on('«"s3:getobject"»', OBJECTS), hasNot: sound },
  {
    code: 'repeated-action',
    has: on('["s3:GetObject",«"s3:getObject"»]', OBJECTS),
    hasNot: on('["s3:GetObject","s3:PutObject"]', OBJECTS),
  },
  {
    code: 'redundant-action',
    has: on('["s3:Get*",«"s3:GetObject"»]', OBJECTS),
    hasNot: on('["s3:Get*","s3:PutObject"]', OBJECTS),
  },
  {
    code: 'repeated-resource',
    has: reading(`[${OBJECTS},«${OBJECTS}»]`),
    hasNot: reading('["arn:aws:s3:::a/*","arn:aws:s3:::A/*"]'),
  },
  {
    code: 'redundant-resource',
    has: reading(`[${OBJECTS},«"arn:aws:s3:::reports/2026/*"»]`),
    hasNot: reading(`[${OBJECTS},"arn:aws:s3:::other/*"]`),
  },
  {
    code: 'wildcard-only-action',
    has: on('["s3:GetObject",«"s3:ListAllMyBuckets"»]', OBJECTS),
    hasNot: on('["s3:GetObject","s3:ListAllMyBuckets"]'),
  },
  {
    code: 'action-resource-mismatch',
    has: on('["s3:GetObject",«"s3:ListBucket"»]', OBJECTS),
    hasNot: on('["s3:GetObject","s3:ListBucket"]', `[${BUCKET},${OBJECTS}]`),
  },
  {
    code: 'action-resource-mismatch',
    has: on('«"s3:GetObject"»', BUCKET),
    hasNot: sound,
  },
  {
    code: 'resource-without-action',
    has: reading(`[«${BUCKET}»,${OBJECTS}]`),
    hasNot: sound,
  },
  {
    code: 'broad-resource',
    has: on('["s3:PutObject","s3:GetObject"]', '«"*"»'),
    hasNot: on('["s3:PutObject","s3:GetObject"]', OBJECTS),
  },
  { code: 'resource-with-blank', has: reading('«"arn:aws:s3:::reports/* "»'), hasNot: sound },
  { code: 'unknown-partition', has: reading('«"arn:asw:s3:::reports/*"»'), hasNot: sound },
  {
    code: 'wrong-region',
    has: on('"dynamodb:GetItem"', '«"arn:aws:dynamodb:eu-west-1a:111122223333:table/Games"»'),
    hasNot: on('"dynamodb:GetItem"', TABLE),
  },
  {
    code: 'wrong-account',
    has: on('"dynamodb:GetItem"', '«"arn:aws:dynamodb:eu-west-1:11112222333:table/Games"»'),
    hasNot: on('"dynamodb:GetItem"', TABLE),
  },
  {
    code: 'needless-region',
    has: on('"iam:PassRole"', '«"arn:aws:iam:eu-west-1:111122223333:role/app"»'),
    hasNot: on('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"'),
  },
  { code: 'needless-account', has: reading('«"arn:aws:s3::111122223333:reports/*"»'), hasNot: sound },
  {
    code: 'missing-region',
    has: on('"dynamodb:GetItem"', '«"arn:aws:dynamodb::111122223333:table/Games"»'),
    hasNot: on('"dynamodb:GetItem"', TABLE),
  },
  {
    code: 'missing-account',
    has: on('"dynamodb:GetItem"', '«"arn:aws:dynamodb:eu-west-1::table/Games"»'),
    hasNot: on('"dynamodb:GetItem"', TABLE),
    standing: { account: '111122223333' },
  },
  {
    code: 'unknown-resource-type',
    has: on('"dynamodb:GetItem"', '«"arn:aws:dynamodb:eu-west-1:111122223333:tables/Games"»'),
    hasNot: on('"dynamodb:GetItem"', TABLE),
  },
  { code: 'bucket-and-others', has: reading('«"arn:aws:s3:::reports*"»'), hasNot: sound },
  { code: 'bucket-with-slash', has: reading('«"arn:aws:s3:::reports/"»'), hasNot: sound },
  { code: 'bucket-in-capitals', has: reading('«"arn:aws:s3:::Reports/*"»'), hasNot: sound },
  { code: 'placeholder', has: reading('«"arn:aws:s3:::<bucket>/*"»'), hasNot: sound },
  {
    code: 'unknown-variable',
    has: reading('«"arn:aws:s3:::b/${aws:usrname}/*"»'),
    hasNot: reading('"arn:aws:s3:::b/${aws:username}/*"'),
  },
  {
    code: 'variable-without-prefix',
    has: reading('«"arn:aws:s3:::b/${username}/*"»'),
    hasNot: reading('"arn:aws:s3:::b/${aws:username}/*"'),
  },
  {
    code: 'variable-not-closed',
    has: reading('«"arn:aws:s3:::b/${aws:username"»'),
    hasNot: reading('"arn:aws:s3:::b/${aws:username}"'),
  },
  {
    code: 'variable-with-many-values',
    has: reading('«"arn:aws:s3:::b/${aws:TagKeys}/*"»'),
    hasNot: reading('"arn:aws:s3:::b/${aws:PrincipalTag/team}/*"'),
  },
  {
    code: 'user-name-of-a-role',
    has: reading('«"arn:aws:s3:::b/${aws:username}/*"»'),
    hasNot: reading('"arn:aws:s3:::b/${aws:PrincipalTag/team}/*"'),
    standing: { inlineOf: 'role' },
  },
  {
    code: 'unknown-key',
    has: when('"IpAddress":{«"aws:SourceIpp"»:"203.0.113.0/24"}'),
    hasNot: when('"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}'),
  },
  {
    code: 'key-not-carried',
    has: when('"StringLike":{«"s3:prefix"»:"home/*"}'),
    hasNot: when('"StringLike":{"s3:prefix":"home/*"}', '"s3:ListBucket"', BUCKET),
  },
  {
    code: 'operator-of-other-type',
    has: when('"StringEquals":{«"aws:SecureTransport"»:"true"}'),
    hasNot: when('"Bool":{"aws:SecureTransport":"true"}'),
  },
  {
    code: 'set-operator-on-single-value',
    has: when('"ForAnyValue:StringEquals":{«"aws:PrincipalOrgID"»:"o-a1b2c3d4e5"}'),
    hasNot: when('"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}'),
  },
  {
    code: 'for-all-values-allow',
    has: when('"ForAllValues:StringEquals":{«"dynamodb:LeadingKeys"»:"a"}', '"dynamodb:GetItem"', TABLE),
    hasNot: when(
      '"Null":{"dynamodb:LeadingKeys":"false"},"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":"a"}',
      '"dynamodb:GetItem"',
      TABLE,
    ),
  },
  {
    code: 'wildcard-in-equals',
    has: when('"StringEquals":{"aws:PrincipalTag/team":«"red-*"»}'),
    hasNot: when('"StringLike":{"aws:PrincipalTag/team":"red-*"}'),
  },
  {
    code: 'mfa-deny-without-if-exists',
    has: denyWhen('"Bool":{«"aws:MultiFactorAuthPresent"»:"false"}'),
    hasNot: denyWhen('"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}'),
  },
  {
    code: 'mfa-allow-if-exists',
    has: when('"BoolIfExists":{«"aws:MultiFactorAuthPresent"»:"true"}'),
    hasNot: when('"Bool":{"aws:MultiFactorAuthPresent":"true"}'),
  },
  {
    code: 'transport-the-wrong-way',
    has: denyWhen('"Bool":{"aws:SecureTransport":«"true"»}'),
    hasNot: denyWhen('"Bool":{"aws:SecureTransport":"false"}'),
  },
  {
    code: 'empty-condition',
    has: allow(`"Action":"s3:GetObject","Resource":${OBJECTS},«"Condition"»:{}`),
    hasNot: sound,
  },
  {
    code: 'condition-without-value',
    has: when('"StringEquals":{«"aws:PrincipalTag/team"»:[]}'),
    hasNot: when('"StringEquals":{"aws:PrincipalTag/team":"red"}'),
  },
  {
    code: 'tag-value-for-everybody',
    has: when('"StringLike":{"aws:PrincipalTag/team":«"*"»}'),
    hasNot: when('"StringLike":{"aws:PrincipalTag/team":"r*"}'),
  },
  {
    code: 'private-source-ip',
    has: when('"IpAddress":{"aws:SourceIp":«"10.0.0.0/8"»}'),
    hasNot: when('"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}'),
  },
  {
    code: 'every-address',
    has: when('"IpAddress":{"aws:SourceIp":«"0.0.0.0/0"»}'),
    hasNot: when('"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}'),
  },
  {
    code: 'address-with-host-part',
    has: when('"IpAddress":{"aws:SourceIp":«"203.0.113.5/24"»}'),
    hasNot: when('"IpAddress":{"aws:SourceIp":"203.0.113.5/32"}'),
  },
  {
    code: 'source-ip-denies-services',
    has: denyWhen('"NotIpAddress":{«"aws:SourceIp"»:"203.0.113.0/24"}'),
    hasNot: denyWhen('"Bool":{"aws:ViaAWSService":"false"},"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}'),
  },
  {
    code: 'region-denies-global-services',
    has: denyWhen('"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}', '«"*"»'),
    hasNot: denyWhen('"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}', '"dynamodb:*"'),
  },
  {
    code: 'header-as-proof',
    has: when('"StringLike":{«"aws:Referer"»:"https://example.com/*"}'),
    hasNot: when('"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}'),
  },
  { code: 'full-access', has: on('«"*"»'), hasNot: on('"*"', OBJECTS) },
  { code: 'full-service-access', has: on('«"s3:*"»'), hasNot: on('"s3:*"', `[${BUCKET},${OBJECTS}]`) },
  {
    code: 'allow-not-action',
    has: allow(`«"NotAction"»:"iam:*","Resource":"*"`),
    hasNot: deny('"NotAction":"iam:*","Resource":"*"'),
  },
  {
    code: 'allow-not-resource',
    has: allow(`"Action":"s3:GetObject",«"NotResource"»:${OBJECTS}`),
    hasNot: deny(`"Action":"s3:GetObject","NotResource":${OBJECTS}`),
  },
  {
    code: 'pass-any-role',
    has: on('«"iam:PassRole"»'),
    hasNot: on('"iam:PassRole"', '"arn:aws:iam::111122223333:role/app"'),
  },
  {
    code: 'pass-role-to-any-service',
    has: on('«"iam:PassRole"»', '"arn:aws:iam::111122223333:role/app"'),
    hasNot: when(
      '"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}',
      '"iam:PassRole"',
      '"arn:aws:iam::111122223333:role/app"',
    ),
  },
  {
    code: 'assume-any-role',
    has: on('«"sts:AssumeRole"»'),
    hasNot: on('"sts:AssumeRole"', '"arn:aws:iam::111122223333:role/app"'),
  },
  {
    code: 'make-any-service-linked-role',
    has: on('«"iam:CreateServiceLinkedRole"»'),
    hasNot: when(
      '"StringEquals":{"iam:AWSServiceName":"ecs.amazonaws.com"}',
      '"iam:CreateServiceLinkedRole"',
      '"*"',
    ),
  },
  {
    code: 'can-raise-own-rights',
    has: on('«"iam:Attach*"»'),
    hasNot: on('"iam:AttachUserPolicy"', ALICE),
  },
  {
    code: 'read-every-secret',
    has: on('«"secretsmanager:GetSecretValue"»'),
    hasNot: on('"secretsmanager:ListSecrets"'),
  },
  {
    code: 'decrypt-with-any-key',
    has: on('«"kms:Decrypt"»'),
    hasNot: when('"StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}', '"kms:Decrypt"', '"*"'),
  },
  { code: 'read-every-object', has: on('«"s3:GetObject"»'), hasNot: sound },
  { code: 'can-stop-audit', has: on('«"cloudtrail:StopLogging"»'), hasNot: on('"cloudtrail:GetTrail"') },
  { code: 'can-open-buckets', has: on('«"s3:PutBucketPolicy"»'), hasNot: on('"s3:PutBucketPolicy"', BUCKET) },
  {
    code: 'policy-too-long',
    has: `«{»"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${'x'.repeat(6_100)}"}]}`,
    hasNot: sound,
  },
  {
    code: 'policy-nearly-full',
    has: `«{»"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${'x'.repeat(5_800)}"}]}`,
    hasNot: sound,
  },
]

const publicRead = principal('"*"')
const soundPrincipal = principal(`{"AWS":${ALICE}}`)

const resource: readonly Example[] = [
  {
    code: 'missing-principal',
    has: policy(`«{"Effect":"Allow","Action":"s3:GetObject","Resource":${OBJECTS}}»`),
    hasNot: soundPrincipal,
  },
  { code: 'bare-principal', has: principal(`«${ALICE}»`), hasNot: soundPrincipal },
  {
    code: 'not-principal-allow',
    has: allow(`"NotPrincipal":«{"AWS":${ALICE}}»,"Action":"s3:GetObject","Resource":${OBJECTS}`),
    hasNot: soundPrincipal,
  },
  {
    code: 'not-principal-without-account',
    has: deny(`"NotPrincipal":«{"AWS":${ALICE}}»,"Action":"s3:GetObject","Resource":${OBJECTS}`),
    hasNot: deny(
      `"NotPrincipal":{"AWS":[${ALICE},"111122223333"]},"Action":"s3:GetObject","Resource":${OBJECTS}`,
    ),
  },
  {
    code: 'unique-id-principal',
    has: principal('{"AWS":«"AIDACKCEVSQ6C2EXAMPLE"»}'),
    hasNot: soundPrincipal,
  },
  { code: 'unknown-principal', has: principal('{"AWS":«"alice"»}'), hasNot: soundPrincipal },
  {
    code: 'wildcard-in-principal',
    has: principal('{"AWS":«"arn:aws:iam::111122223333:user/*"»}'),
    hasNot: soundPrincipal,
  },
  {
    code: 'group-principal',
    has: principal('{"AWS":«"arn:aws:iam::111122223333:group/developers"»}'),
    hasNot: soundPrincipal,
  },
  { code: 'public-principal', has: publicRead.replace('"*"', '«"*"»'), hasNot: soundPrincipal },
  {
    code: 'weakly-limited-principal',
    has: principal('«"*"»', ',"Condition":{"Bool":{"aws:SecureTransport":"true"}}'),
    hasNot: principal('"*"', ',"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}'),
  },
  {
    code: 'service-without-source',
    has: principal('{"Service":«"cloudtrail.amazonaws.com"»}'),
    hasNot: principal(
      '{"Service":"cloudtrail.amazonaws.com"}',
      ',"Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}',
    ),
  },
  {
    code: 'unknown-service-principal',
    has: principal('{"Service":«"lambda"»}'),
    hasNot: principal('{"Service":"lambda.amazonaws.com"}'),
  },
  {
    code: 'not-principal-deny',
    has: deny(`«"NotPrincipal"»:{"AWS":${ALICE}},"Action":"s3:GetObject","Resource":${OBJECTS}`),
    hasNot: soundPrincipal,
  },
  {
    code: 'session-principal',
    has: principal('{"AWS":«"arn:aws:sts::111122223333:assumed-role/app/session"»}'),
    hasNot: principal('{"AWS":"arn:aws:iam::111122223333:role/app"}'),
  },
  {
    code: 'redundant-principal',
    has: principal(`{"AWS":["*",«${ALICE}»]}`),
    hasNot: soundPrincipal,
  },
  {
    code: 'account-of-principal',
    has: principal('{"AWS":«"arn:aws:iam::1111222233:user/alice"»}'),
    hasNot: soundPrincipal,
  },
].map((example): Example => ({ ...example, kind: 'resource' }))

const soundTrust = trust('{"Service":"lambda.amazonaws.com"}')

const trusting: readonly Example[] = [
  {
    code: 'misplaced-resource',
    has: trust('{"Service":"lambda.amazonaws.com"}', ',"Resource":«"*"»'),
    hasNot: soundTrust,
  },
  { code: 'trust-everyone', has: trust('{"AWS":«"*"»}'), hasNot: soundTrust },
  {
    code: 'trust-whole-account',
    has: trust('{"AWS":«"arn:aws:iam::444455556666:root"»}'),
    hasNot: trust(
      '{"AWS":"arn:aws:iam::444455556666:root"}',
      ',"Condition":{"StringEquals":{"sts:ExternalId":"a1b2"}}',
    ),
  },
  {
    code: 'oidc-without-subject',
    has: trust(GITHUB.replace(/:("[^"]+")/, ':«$1»'), `,"Condition":{"StringEquals":{${AUD}}}`, WEB),
    hasNot: trust(GITHUB, `,"Condition":{"StringLike":{${SUB}}}`, WEB),
  },
  {
    code: 'oidc-without-audience',
    has: trust(GITHUB.replace(/:("[^"]+")/, ':«$1»'), `,"Condition":{"StringLike":{${SUB}}}`, WEB),
    hasNot: trust(GITHUB, `,"Condition":{"StringLike":{${SUB},${AUD}}}`, WEB),
  },
  {
    code: 'saml-without-audience',
    has: trust(
      '{"Federated":«"arn:aws:iam::111122223333:saml-provider/acme"»}',
      '',
      'sts:AssumeRoleWithSAML',
    ),
    hasNot: trust(
      '{"Federated":"arn:aws:iam::111122223333:saml-provider/acme"}',
      ',"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}',
      'sts:AssumeRoleWithSAML',
    ),
  },
  {
    code: 'action-of-other-trust',
    has: trust(GITHUB, `,"Condition":{"StringLike":{${SUB},${AUD}}}`).replace(
      '"sts:AssumeRole"',
      '«"sts:AssumeRole"»',
    ),
    hasNot: trust(GITHUB, `,"Condition":{"StringLike":{${SUB},${AUD}}}`, WEB),
  },
  {
    code: 'not-a-trust-action',
    has: trust('{"Service":"lambda.amazonaws.com"}', '', 's3:GetObject').replace(
      '"s3:GetObject"',
      '«"s3:GetObject"»',
    ),
    hasNot: soundTrust,
  },
  {
    code: 'external-id-for-anybody',
    has: trust('{"AWS":"444455556666"}', ',"Condition":{"StringLike":{"sts:ExternalId":«"*"»}}'),
    hasNot: trust('{"AWS":"444455556666"}', ',"Condition":{"StringEquals":{"sts:ExternalId":"a1b2"}}'),
  },
  {
    code: 'trust-over-quota',
    has: `«{»"Version":"2012-10-17","Statement":[{"Sid":"${'A'.repeat(2_100)}","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}`,
    hasNot: soundTrust,
  },
].map((example): Example => ({ ...example, kind: 'trust' }))

const controlling: readonly Example[] = [
  {
    code: 'control-denies-everything',
    kind: 'service-control',
    has: deny('"Action":«"*"»,"Resource":"*"'),
    hasNot: deny('"Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalTag/a":"b"}}'),
  },
  {
    code: 'resource-control-allow',
    kind: 'resource-control',
    has: policy(
      '{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"*"}',
      '{"Effect":«"Allow"»,"Principal":"*","Action":"s3:GetObject","Resource":"*"}',
    ),
    hasNot: deny('"Principal":"*","Action":"s3:GetObject","Resource":"*"'),
  },
  {
    code: 'resource-control-principal',
    kind: 'resource-control',
    has: deny(`"Principal":«{"AWS":${ALICE}}»,"Action":"s3:GetObject","Resource":"*"`),
    hasNot: deny('"Principal":"*","Action":"s3:GetObject","Resource":"*"'),
  },
  {
    code: 'resource-control-action',
    kind: 'resource-control',
    has: deny('"Principal":"*","Action":«"*"»,"Resource":"*"'),
    hasNot: deny('"Principal":"*","Action":"s3:*","Resource":"*"'),
  },
]

export const EXAMPLES: readonly Example[] = [...identity, ...resource, ...trusting, ...controlling]
