import { isAccountNumber, parseArn } from '../arn.ts'
import type { PrincipalValue, Statement } from '../policy/document.ts'
import { type Check, guide } from './finding.ts'
import { fixOf } from './said-check.ts'
import { replaceValue } from './text-edit.ts'
import { asksAbout, isAllow, principalsIn } from './walk.ts'

const PRINCIPAL = guide('reference_policies_elements_principal')
const DEPUTY = guide('confused-deputy')

/** Whom the policy of a resource lets in. */
export const principalChecks: readonly Check[] = [
  {
    code: 'public-principal',
    severity: 'security-warning',
    title: 'Everyone in the world',
    why: '`"Principal": "*"` is everyone, with and without an AWS account. Name who is meant, or demand an organization or a network with a condition.',
    page: PRINCIPAL,
    *find({ statements, kind }) {
      if (kind !== 'resource') return
      for (const statement of statements) {
        const everyone = isAllow(statement) && everyoneIn(statement)
        if (everyone && statement.conditions.length === 0) {
          yield { at: everyone.at, message: 'this lets in everyone in the world' }
        }
      }
    },
  },
  {
    code: 'weakly-limited-principal',
    severity: 'security-warning',
    title: 'Everyone, with a condition that does not say who',
    why: 'A condition on TLS, on a time or on what is asked for does not tell callers apart. Demand `aws:PrincipalOrgID`, `aws:SourceVpce`, `aws:SourceArn` or their like.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    *find({ statements, kind }) {
      if (kind !== 'resource') return
      for (const statement of statements) {
        const everyone = isAllow(statement) && everyoneIn(statement)
        if (!everyone || statement.conditions.length === 0 || asksAbout(statement, TELLING)) continue
        if (statement.conditions.some(({ key }) => /^aws:(?:principaltag|principal|source)/i.test(key)))
          continue
        if (statement.conditions.some(({ key }) => !/^(?:aws|s3):/i.test(key))) continue
        yield { at: everyone.at, message: 'no condition here says who is meant by everyone' }
      }
    },
  },
  {
    code: 'service-without-source',
    severity: 'warning',
    title: 'AWS service let in for anybody’s account',
    why: 'A service acts for many customers. Without `aws:SourceArn` or `aws:SourceAccount` another account can make it use your resource: the confused deputy.',
    page: DEPUTY,
    *find(subject) {
      if (subject.kind !== 'resource') return
      for (const { statement, value } of principalsIn(subject)) {
        if (!isAllow(statement) || value.type !== 'Service' || statement.principal?.not) continue
        if (asksAbout(statement, SOURCES) || WITHOUT_SOURCE.test(value.text)) continue
        yield { at: value.at, message: `\`${value.text}\` may use this on behalf of any account` }
      }
    },
  },
  {
    code: 'unknown-service-principal',
    severity: 'error',
    title: 'Service principal that is none',
    why: 'A service signs in as `service.amazonaws.com`. AWS refuses a policy that names one it does not have.',
    page: PRINCIPAL,
    fixes: true,
    *find(subject) {
      for (const { value } of principalsIn(subject)) {
        if (value.type !== 'Service' || SERVICE_FORM.test(value.text) || value.text === '*') continue
        const meant = /^[a-z][a-z0-9-]*$/.test(value.text) ? `${value.text}.amazonaws.com` : undefined
        yield {
          at: value.at,
          message: `\`${value.text}\` is no service principal${meant ? `: did you mean \`${meant}\`?` : ''}`,
          fix: meant ? fixOf(`Write \`${meant}\``, replaceValue(subject.parsed, value.at, meant)) : undefined,
        }
      }
    },
  },
  {
    code: 'not-principal-deny',
    severity: 'warning',
    title: 'NotPrincipal with Deny',
    why: 'It denies sessions, boundaries and accounts that nobody thinks of. AWS advises to deny everyone and to spare some with `ArnNotEquals` on `aws:PrincipalArn`.',
    page: guide('reference_policies_elements_notprincipal'),
    *find({ statements, kind }) {
      if (kind === 'trust') return
      for (const { principal, effect } of statements) {
        if (principal?.not && effect === 'Deny') {
          const message = 'write `"Principal": "*"` and spare some with `aws:PrincipalArn` in a condition'
          yield { at: principal.at, onName: true, message }
        }
      }
    },
  },
  {
    code: 'session-principal',
    severity: 'suggestion',
    title: 'A single session as principal',
    why: 'An assumed-role ARN names one session by its name, which anyone who may assume the role chooses. Name the role.',
    page: PRINCIPAL,
    *find(subject) {
      for (const { statement, value } of principalsIn(subject)) {
        if (statement.principal?.not || parseArn(value.text)?.service !== 'sts') continue
        yield { at: value.at, message: 'this is one session of a role, by the name that it was given' }
      }
    },
  },
  {
    code: 'redundant-principal',
    severity: 'suggestion',
    title: 'Principal beside everyone',
    why: 'The star is everyone already, so the others in the list only look like a limit.',
    page: PRINCIPAL,
    *find({ statements }) {
      for (const { principal } of statements) {
        if (!principal || principal.not) continue
        const star = principal.values.find(({ type, text }) => type === 'AWS' && text === '*')
        const other = principal.values.find(value => value !== star && value.type === 'AWS')
        if (star && other) yield { at: other.at, message: '`*` in this list is everyone already' }
      }
    },
  },
  {
    code: 'account-of-principal',
    severity: 'error',
    title: 'Principal with an account that is not twelve digits',
    why: 'AWS looks a principal up when the policy is saved, and refuses an account that cannot exist.',
    page: PRINCIPAL,
    *find(subject) {
      for (const { value } of principalsIn(subject)) {
        if (value.type !== 'AWS') continue
        const account = /^\d+$/.test(value.text) ? value.text : (parseArn(value.text)?.account ?? '')
        if (!/^\d+$/.test(account) || isAccountNumber(account)) continue
        yield {
          at: value.at,
          message: `\`${account}\` has ${account.length} digits, and an account has twelve`,
        }
      }
    },
  },
]

export const everyoneIn = ({ principal }: Statement): PrincipalValue | undefined =>
  principal?.not
    ? undefined
    : principal?.values.find(({ type, text }) => type === '*' || (type === 'AWS' && text === '*'))

/** What tells callers, or the networks they come from, apart. */
const TELLING: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:federatedprovider',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'aws:username',
  'aws:vpcsourceip',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
])

export const SOURCES: ReadonlySet<string> = new Set([
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:principalorgid',
  's3:x-amz-acl',
  'kms:encryptioncontext:aws:cloudtrail:arn',
])

/** Services that never act for another account, or cannot say for which. */
const WITHOUT_SOURCE = /^(?:ec2|elasticloadbalancing|redshift)\.amazonaws\.com/

const SERVICE_FORM = /^[a-z0-9][a-z0-9.-]*\.(?:amazonaws\.com(?:\.cn)?|aws\.internal|amazon\.com|aws\.com)$/i
