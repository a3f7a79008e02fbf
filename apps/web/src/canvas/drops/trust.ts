import {
  arnOf,
  type Command,
  explain,
  type ExternalPrincipal,
  type Group,
  type Model,
  parsedPolicy,
  type Role,
  type User,
} from '@iam-canvas/core'
import { putInline, withStatement } from '@iam-canvas/core/edits'
import type { DropVerdict } from '../drop-rules.ts'
import { trustedEntities } from '../trust-words.ts'
import { refused } from './refused.ts'

/**
 * Lets a user or role assume a role. In its own account being named in the trust policy is enough; into another account
 * it also needs a policy of its own that allows it.
 */
export function letAssume(model: Model, who: User | Role, role: Role): DropVerdict {
  const arn = arnOf(model, who.id) ?? ''
  const resource = arnOf(model, role.id) ?? ''
  const action = 'sts:AssumeRole'
  const asked = explain(model, { principal: who.id, action, resource })
  if (asked.decision === 'Allow') return refused(`${who.name} may assume ${role.name} already`)
  const isNamed = trustedEntities(model, role).includes(who.id)
  const trust = isNamed
    ? undefined
    : trustCommand(role, { Effect: 'Allow', Principal: { AWS: arn }, Action: action })
  if (!isNamed && !trust) return halfTyped(role)
  const own: Command[] =
    who.account === role.account && !isNamed
      ? []
      : [
          putInline(
            who.id,
            freeInlineName(who, `Assume-${role.name}`),
            JSON.stringify(
              { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] },
              null,
              2,
            ),
          ),
        ]
  const commands = [...(trust ? [trust] : []), ...own]
  const [first] = commands
  if (!first) return refused(`${role.name} trusts ${who.name} already`)
  const verb = `Let ${who.name} assume ${role.name}`
  return { ok: true, verb, command: commands.length === 1 ? first : { type: 'Batch', commands } }
}

export function freeInlineName(
  { inlinePolicies }: Pick<User | Group | Role, 'inlinePolicies'>,
  base: string,
): string {
  const taken = new Set(inlinePolicies.map(({ name }) => name))
  const stem = base.slice(0, 120)
  let name = stem
  for (let number = 2; taken.has(name); number++) name = `${stem}-${number}`
  return name
}

/** Someone outside, named in a trust policy. */
export function trustOutside(model: Model, external: ExternalPrincipal, role: Role): DropVerdict {
  if (trustedEntities(model, role).includes(external.id)) {
    return refused(`${role.name} trusts ${external.name} already`)
  }
  const command = trustCommand(role, trustStatement(external))
  return command ? { ok: true, verb: `Let ${external.name} assume ${role.name}`, command } : halfTyped(role)
}

/** Lets an AWS service assume the role. */
export const trustService = (role: Role, service: string): Command | undefined =>
  trustCommand(role, { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' })

function trustCommand(role: Role, statement: object): Command | undefined {
  const text = withStatement(parsedPolicy(role.trustPolicy), statement)
  return text === undefined ? undefined : { type: 'UpdateAssumeRolePolicy', role: role.id, text }
}

const halfTyped = (role: Role) =>
  refused(`the trust policy of ${role.name} is not complete: mend its text first`)

/**
 * A federated provider without a condition would let in everyone it knows, so the statement comes with the condition
 * that AWS asks for. For GitHub it names a repository, to be filled in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
function trustStatement({ type, principal }: ExternalPrincipal): object {
  if (type === 'Anonymous') return { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }
  if (type !== 'Federated')
    return { Effect: 'Allow', Principal: { [type]: principal }, Action: 'sts:AssumeRole' }
  const trusted = { Effect: 'Allow', Principal: { Federated: principal } }
  if (principal.includes(':saml-provider/')) {
    const Condition = { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }
    return { ...trusted, Action: 'sts:AssumeRoleWithSAML', Condition }
  }
  const host = principal.split(':oidc-provider/')[1] ?? principal
  const github = host === 'token.actions.githubusercontent.com'
  return {
    ...trusted,
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' },
      ...(github && { StringLike: { [`${host}:sub`]: 'repo:my-organization/my-repository:*' } }),
    },
  }
}
