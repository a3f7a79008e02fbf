import type { Located, Statement } from '../policy/document.ts'
import { matchesWildcard, wildcard } from '../wildcard.ts'
import { type Check, type CheckWords, guide, type Hit } from './finding.ts'
import type { LintSubject } from './subject.ts'
import { asksAbout, isAllow, onEverything } from './walk.ts'

const PRACTICES = guide('best-practices')

/** Allow statements that give more than is likely meant. */
export const riskChecks: readonly Check[] = [
  {
    code: 'full-access',
    severity: 'security-warning',
    title: 'Every action on everything',
    why: 'Whoever holds this policy is an administrator and can undo every other limit. Grant the actions that are needed, and keep this for a role that is assumed with MFA.',
    page: PRACTICES,
    *find({ statements }) {
      for (const statement of statements.filter(isAllow)) {
        const star = statement.action?.not ? undefined : statement.action?.values.find(isStar)
        if (star && onEverything(statement) && statement.conditions.length === 0) {
          yield { at: star.at, message: 'this allows every action on every resource' }
        }
      }
    },
  },
  {
    code: 'full-service-access',
    severity: 'warning',
    title: 'Every action of a service on everything',
    why: 'A whole service means deleting, changing permissions and whatever AWS will add to it. List the access levels that the work needs.',
    page: PRACTICES,
    *find({ statements, kind }) {
      if (kind === 'service-control' || kind === 'boundary') return
      for (const statement of statements.filter(isAllow)) {
        if (statement.action?.not || !onEverything(statement) || statement.conditions.length > 0) continue
        for (const { text, at } of statement.action?.values ?? []) {
          const service = /^([\w-]+):\*$/.exec(text)?.[1]
          if (service) yield { at, message: `this allows every action of \`${service}\` on every resource` }
        }
      }
    },
  },
  {
    code: 'allow-not-action',
    severity: 'security-warning',
    title: 'Allow with NotAction',
    why: 'It allows everything but what is listed, also of services that AWS has yet to add. Allow by `Action`, and take away by a second statement that denies.',
    page: guide('reference_policies_elements_notaction'),
    *find({ statements, kind }) {
      if (kind === 'service-control') return
      for (const statement of statements) {
        if (isAllow(statement) && statement.action?.not) {
          const message = 'this allows every action there is, but those that are listed'
          yield { at: statement.action.at, onName: true, message }
        }
      }
    },
  },
  {
    code: 'allow-not-resource',
    severity: 'security-warning',
    title: 'Allow with NotResource',
    why: 'It allows the actions on everything but what is listed, also on what is made tomorrow. Name the resources that are meant.',
    page: guide('reference_policies_elements_notresource'),
    *find({ statements, kind }) {
      if (kind === 'service-control') return
      for (const statement of statements) {
        if (isAllow(statement) && statement.resource?.not) {
          const message = 'this allows the actions on every resource, but those that are listed'
          yield { at: statement.resource.at, onName: true, message }
        }
      }
    },
  },
  {
    code: 'pass-any-role',
    severity: 'security-warning',
    title: 'iam:PassRole on every role',
    why: 'Whoever may pass any role to a service can let that service act as an administrator. Name the roles, and the service with `iam:PassedToService`.',
    page: guide('id_roles_use_passrole'),
    *find(subject) {
      for (const [statement, value] of allowing(subject, ['iam:passrole'])) {
        if (!onAnyRole(statement) || asksAbout(statement, PASSED_TO)) continue
        yield { at: value.at, message: 'this lets any role be passed to any service' }
      }
    },
  },
  {
    code: 'pass-role-to-any-service',
    severity: 'suggestion',
    title: 'iam:PassRole without iam:PassedToService',
    why: 'A role is made for one service. With the condition `iam:PassedToService` it cannot be handed to another that its trust policy lets in as well.',
    page: guide('id_roles_use_passrole'),
    *find(subject) {
      for (const [statement, value] of allowing(subject, ['iam:passrole'])) {
        if (onAnyRole(statement) || asksAbout(statement, PASSED_TO) || isStar(value)) continue
        yield { at: value.at, message: 'these roles may be passed to any service that they trust' }
      }
    },
  },
  onStar({
    code: 'assume-any-role',
    severity: 'security-warning',
    title: 'sts:AssumeRole on every role',
    why: 'Every role whose trust policy lets the account in can then be assumed, in other accounts too. Name the roles.',
    page: guide('id_roles_use_permissions-to-switch'),
    actions: ['sts:assumerole'],
    message: 'this allows to assume every role that trusts the account',
  }),
  onStar({
    code: 'make-any-service-linked-role',
    severity: 'security-warning',
    title: 'iam:CreateServiceLinkedRole on everything',
    why: 'A service-linked role has the permissions that its service asks for. Name the service with `iam:AWSServiceName`.',
    page: guide('using-service-linked-roles'),
    actions: ['iam:createservicelinkedrole'],
    message: 'this allows to make a service-linked role for any service',
    unless: new Set(['iam:awsservicename']),
  }),
  onStar({
    code: 'can-raise-own-rights',
    severity: 'security-warning',
    title: 'Permission to give oneself more permissions',
    why: 'Changing policies, attachments, trust or other people’s credentials anywhere in the account is as good as being an administrator. Narrow the resource, or demand a boundary with `iam:PermissionsBoundary`.',
    page: guide('access_policies_boundaries'),
    actions: [
      'iam:addusertogroup',
      'iam:attachgrouppolicy',
      'iam:attachrolepolicy',
      'iam:attachuserpolicy',
      'iam:createaccesskey',
      'iam:createloginprofile',
      'iam:createpolicyversion',
      'iam:putgrouppolicy',
      'iam:putrolepolicy',
      'iam:putuserpolicy',
      'iam:setdefaultpolicyversion',
      'iam:updateassumerolepolicy',
      'iam:updateloginprofile',
    ],
    message: 'whoever has this can give themselves every permission',
    unless: new Set(['iam:permissionsboundary', 'iam:policyarn']),
  }),
  onStar({
    code: 'read-every-secret',
    severity: 'security-warning',
    title: 'Every secret of the account',
    why: 'Passwords and keys of every application can be read. Name the secrets, or compare their tags with `aws:ResourceTag`.',
    page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html',
    actions: ['secretsmanager:getsecretvalue', 'secretsmanager:batchgetsecretvalue'],
    message: 'this reads the value of every secret',
  }),
  onStar({
    code: 'decrypt-with-any-key',
    severity: 'security-warning',
    title: 'Decryption with every KMS key',
    why: 'The key is often the last thing between a reader and the data. Name the keys, or the service with `kms:ViaService`.',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
    actions: ['kms:decrypt'],
    message: 'this decrypts with every key of the account',
  }),
  onStar({
    code: 'read-every-object',
    severity: 'warning',
    title: 'Every object of every bucket',
    why: 'Buckets hold backups, logs and exports as well as what is meant. Name the bucket, `arn:aws:s3:::bucket/*`.',
    page: PRACTICES,
    actions: ['s3:getobject'],
    message: 'this reads every object of every bucket',
  }),
  onStar({
    code: 'can-stop-audit',
    severity: 'security-warning',
    title: 'Permission to stop the audit log',
    why: 'Whoever can stop CloudTrail or Config, or delete its trail, can act unseen afterwards. Keep it for few, and deny it by a service control policy.',
    page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
    actions: [
      'cloudtrail:deletetrail',
      'cloudtrail:stoplogging',
      'config:deleteconfigurationrecorder',
      'config:stopconfigurationrecorder',
      'guardduty:deletedetector',
    ],
    message: 'this can switch off what records everybody’s actions',
  }),
  onStar({
    code: 'can-open-buckets',
    severity: 'security-warning',
    title: 'Permission to open any bucket to others',
    why: 'A bucket policy or an ACL gives away data without any change in IAM. Name the buckets, and keep Block Public Access on.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    actions: [
      's3:putaccountpublicaccessblock',
      's3:putbucketacl',
      's3:putbucketpolicy',
      's3:putbucketpublicaccessblock',
      's3:putobjectacl',
    ],
    message: 'this can give anybody access to any bucket',
  }),
]

interface OnStar extends CheckWords {
  /** In lower case, with prefix. */
  readonly actions: readonly string[]
  readonly message: string
  readonly unless?: ReadonlySet<string>
}

/** A check for actions that should not be allowed on everything. A policy for everything is told that alone. */
function onStar({ actions, message, unless, ...words }: OnStar): Check {
  return {
    ...words,
    *find(subject) {
      for (const [statement, value] of allowing(subject, actions)) {
        if (!onEverything(statement) || statement.conditions.length > 0) continue
        if (unless && asksAbout(statement, unless)) continue
        if (isStar(value)) continue
        yield { at: value.at, message } satisfies Hit
      }
    },
  }
}

/** The values of Action, in statements that allow, that cover one of these actions. */
function* allowing(
  { statements, kind }: LintSubject,
  actions: readonly string[],
): Generator<readonly [Statement, Located]> {
  // What only limits others gives nobody anything.
  if (kind !== 'identity' && kind !== 'session') return
  for (const statement of statements) {
    if (!isAllow(statement) || !statement.action || statement.action.not) continue
    for (const value of statement.action.values) {
      const text = value.text.toLowerCase()
      if (isStar(value) || covers(text, actions)) yield [statement, value]
    }
  }
}

function covers(text: string, actions: readonly string[]): boolean {
  if (!/[*?]/.test(text)) return actions.includes(text)
  if (/[*?]/.test(text.split(':', 1)[0] ?? '')) return false
  const pattern = wildcard(text)
  return actions.some(action => matchesWildcard(pattern, action))
}

const isStar = ({ text }: Located): boolean => text === '*' || text === '*:*'

const PASSED_TO: ReadonlySet<string> = new Set(['iam:passedtoservice', 'iam:associatedresourcearn'])

const onAnyRole = ({ resource }: Statement): boolean =>
  resource?.not === true ||
  (resource?.values.some(({ text }) => text === '*' || /^arn:[^:]*:iam::[^:]*:(?:role\/)?\*$/.test(text)) ??
    false)
