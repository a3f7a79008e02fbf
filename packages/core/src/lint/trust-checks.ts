import { isAccountNumber, parseArn } from '../arn.ts'
import type { PrincipalValue } from '../policy/document.ts'
import { type Check, guide } from './finding.ts'
import { everyoneIn } from './principal-checks.ts'
import { fixOf } from './said-check.ts'
import type { LintSubject } from './subject.ts'
import { replaceValue } from './text-edit.ts'
import { asksAbout, type In, isAllow, principalsIn } from './walk.ts'

const OIDC = guide('id_roles_create_for-idp_oidc')

/** Who may assume a role. */
export const trustChecks: readonly Check[] = [
  {
    code: 'trust-everyone',
    severity: 'security-warning',
    title: 'Role that everyone in the world may assume',
    why: 'Every AWS account there is can then take on the role and all its permissions. Name the accounts, roles or services.',
    page: guide('id_roles_create_for-user'),
    *find({ statements, kind }) {
      if (kind !== 'trust') return
      for (const statement of statements) {
        const everyone = isAllow(statement) && everyoneIn(statement)
        if (!everyone || statement.conditions.length > 0) continue
        yield { at: everyone.at, message: 'everyone in the world may assume this role' }
      }
    },
  },
  {
    code: 'trust-whole-account',
    severity: 'security-warning',
    title: 'Role that a whole account may assume',
    why: '`root` of an account is everyone in it whom its administrators let. Name the role or user that needs it; for a third party demand `sts:ExternalId` as well.',
    page: guide('id_roles_common-scenarios_third-party'),
    *find(subject) {
      for (const { statement, value } of trusted(subject)) {
        const account = accountIn(value)
        if (!account || statement.conditions.length > 0) continue
        const own = account === subject.standing.account
        yield {
          at: value.at,
          message: own
            ? 'everyone in this account may assume the role, as soon as a policy of theirs says so'
            : `everyone in account ${account} may assume the role, as soon as a policy of theirs says so`,
        }
      }
    },
  },
  {
    code: 'oidc-without-subject',
    severity: 'security-warning',
    title: 'Identity provider trusted for all of its users',
    why: 'GitHub, GitLab and their like issue tokens to everybody. Without a condition on `sub` any repository in the world can assume the role.',
    page: OIDC,
    *find(subject) {
      for (const { statement, value } of trusted(subject)) {
        const provider = providerOf(value, 'oidc-provider')
        if (!provider || statement.conditions.some(({ key }) => /:sub$/i.test(key))) continue
        if (statement.conditions.some(({ key }) => /:(?:repository|amr|oaud|org_id)/i.test(key))) continue
        yield { at: value.at, message: `whoever has a token of \`${provider}\` may assume this role` }
      }
    },
  },
  {
    code: 'oidc-without-audience',
    severity: 'warning',
    title: 'Identity provider without a condition on the audience',
    why: 'A token made for another application would do as well. Compare `aud` with the audience of your own.',
    page: OIDC,
    *find(subject) {
      for (const { statement, value } of trusted(subject)) {
        const provider = providerOf(value, 'oidc-provider')
        if (!provider || statement.conditions.some(({ key }) => /:o?aud$/i.test(key))) continue
        yield { at: value.at, message: `tokens of \`${provider}\` for any audience are taken` }
      }
    },
  },
  {
    code: 'saml-without-audience',
    severity: 'warning',
    title: 'SAML provider without a condition on the audience',
    why: 'The condition `SAML:aud` holds sign-ins to AWS’s own page. Without it an assertion made for something else is taken too.',
    page: guide('id_roles_create_for-idp_saml'),
    *find(subject) {
      for (const { statement, value } of trusted(subject)) {
        if (!providerOf(value, 'saml-provider') || asksAbout(statement, SAML)) continue
        yield { at: value.at, message: 'assertions for any audience are taken: compare `SAML:aud`' }
      }
    },
  },
  {
    code: 'action-of-other-trust',
    severity: 'warning',
    title: 'Principal that takes the role by another action',
    why: 'Users, roles and services call `sts:AssumeRole`, users of a web identity `sts:AssumeRoleWithWebIdentity`, those of SAML `sts:AssumeRoleWithSAML`. With another action the statement never matches them.',
    page: guide('id_roles_create_for-idp'),
    fixes: true,
    *find(subject) {
      for (const { statement, value } of trusted(subject)) {
        const { action } = statement
        const wanted = providerOf(value, 'oidc-provider')
          ? 'sts:AssumeRoleWithWebIdentity'
          : providerOf(value, 'saml-provider')
            ? 'sts:AssumeRoleWithSAML'
            : value.type === 'Service'
              ? 'sts:AssumeRole'
              : undefined
        if (!wanted || !action || action.not) continue
        const texts = action.values.map(({ text }) => text.toLowerCase())
        if (texts.some(text => text === wanted.toLowerCase() || /[*?]/.test(text))) continue
        const other = action.values.find(({ text }) => /^sts:assumerole/i.test(text))
        if (!other) continue
        yield {
          at: other.at,
          message: `\`${value.text}\` assumes roles by \`${wanted}\``,
          fix:
            (statement.principal?.values.length ?? 0) === 1
              ? fixOf(`Write \`${wanted}\``, replaceValue(subject.parsed, other.at, wanted))
              : undefined,
        }
      }
    },
  },
  {
    code: 'not-a-trust-action',
    severity: 'warning',
    title: 'Action that a trust policy does not decide',
    why: 'A trust policy says who may take the role on: `sts:AssumeRole` and its like, `sts:TagSession`, `sts:SetSourceIdentity`. What the role may do stands in its permissions policies.',
    page: guide('id_roles_terms-and-concepts'),
    *find({ statements, kind }) {
      if (kind !== 'trust') return
      for (const { action } of statements) {
        if (!action || action.not) continue
        for (const { text, at } of action.values) {
          if (/^sts:/i.test(text) || text === '*') continue
          if (/^(?:\*|[^:]*)$/.test(text)) continue
          yield { at, message: `\`${text}\` says nothing here: put it into a permissions policy of the role` }
        }
      }
    },
  },
  {
    code: 'external-id-for-anybody',
    severity: 'security-warning',
    title: 'External id that any value meets',
    why: 'The external id is what keeps a third party from being led to your role by another customer. A star or an empty text demands nothing.',
    page: guide('id_roles_common-scenarios_third-party'),
    *find({ statements, kind }) {
      if (kind !== 'trust') return
      for (const { conditions } of statements.filter(isAllow)) {
        for (const { key, values } of conditions) {
          const open = key.toLowerCase() === 'sts:externalid' && values.find(({ text }) => /^\**$/.test(text))
          if (open) yield { at: open.at, message: 'any external id meets this' }
        }
      }
    },
  },
]

const SAML: ReadonlySet<string> = new Set(['saml:aud', 'saml:iss', 'saml:sub'])

function* trusted(subject: LintSubject): Generator<In<PrincipalValue>> {
  if (subject.kind !== 'trust') return
  for (const found of principalsIn(subject)) {
    if (isAllow(found.statement) && !found.statement.principal?.not) yield found
  }
}

/** The account that a principal stands for as a whole. */
function accountIn({ type, text }: PrincipalValue): string | undefined {
  if (type !== 'AWS') return undefined
  if (isAccountNumber(text)) return text
  const arn = parseArn(text)
  return arn?.service === 'iam' && arn.resource === 'root' ? arn.account : undefined
}

/** The provider's name: of an ARN, or as it stands for the four that need none. */
function providerOf({ type, text }: PrincipalValue, kind: 'oidc-provider' | 'saml-provider') {
  if (type !== 'Federated') return undefined
  const named = new RegExp(`:${kind}/(.+)$`).exec(text)?.[1]
  return named ?? (kind === 'oidc-provider' && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text) ? text : undefined)
}
