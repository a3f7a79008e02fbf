import type { Check } from './finding.ts'
import { everyoneIn } from './principal-checks.ts'
import { isAllow, onEverything } from './walk.ts'

const SCP = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html'
const RCP_SYNTAX =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html'

/** The policies of an organization. */
export const controlChecks: readonly Check[] = [
  {
    code: 'control-denies-everything',
    severity: 'security-warning',
    title: 'Service control policy that denies everything',
    why: 'Nobody in the accounts below can do anything any more, their root users included. To close an account down move it to an OU of its own first.',
    page: SCP,
    *find({ statements, kind }) {
      if (kind !== 'service-control') return
      for (const statement of statements) {
        const star = statement.action?.not
          ? undefined
          : statement.action?.values.find(({ text }) => text === '*')
        if (isAllow(statement) || !star || !onEverything(statement) || statement.conditions.length > 0)
          continue
        yield { at: star.at, message: 'this denies every action to everyone in the accounts below' }
      }
    },
  },
  {
    code: 'resource-control-allow',
    severity: 'error',
    title: 'Resource control policy that allows',
    why: 'A resource control policy only takes away. What is allowed stands in `RCPFullAWSAccess`, which AWS attaches everywhere.',
    page: RCP_SYNTAX,
    *find({ statements, kind, text }) {
      if (kind !== 'resource-control' || isFullAccess(text)) return
      for (const statement of statements) {
        if (isAllow(statement)) {
          yield { at: `${statement.at}/Effect`, message: 'a resource control policy has `Deny` only' }
        }
      }
    },
  },
  {
    code: 'resource-control-principal',
    severity: 'error',
    title: 'Resource control policy for some principals',
    why: 'Its `Principal` is always `"*"`. Whom it spares is said with conditions, such as `aws:PrincipalOrgID`.',
    page: RCP_SYNTAX,
    *find({ statements, kind }) {
      if (kind !== 'resource-control') return
      for (const statement of statements) {
        if (!statement.principal || everyoneIn(statement)) continue
        yield {
          at: statement.principal.at,
          message: 'here the principal is `"*"`: spare some with a condition',
        }
      }
    },
  },
  {
    code: 'resource-control-action',
    severity: 'error',
    title: 'Resource control policy for every action',
    why: 'Its actions are those of the services that support such policies, each named with its prefix: `s3:*`. A lone `*` and `NotAction` are refused.',
    page: RCP_SYNTAX,
    *find({ statements, kind, text }) {
      if (kind !== 'resource-control' || isFullAccess(text)) return
      for (const { action } of statements) {
        if (action?.not) yield { at: action.at, onName: true, message: 'there is no `NotAction` here' }
        const star = action?.values.find(value => value.text === '*')
        if (star) yield { at: star.at, message: 'name the service, as in `s3:*`' }
      }
    },
  },
]

/** AWS's own `RCPFullAWSAccess` is the one that allows. */
const isFullAccess = (text: string): boolean => /"Allow"/.test(text) && !/"Deny"/.test(text)
