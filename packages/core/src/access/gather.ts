import { parseArn } from '../arn.ts'
import { entityById } from '../model/collections.ts'
import { arnOf, entityByArn } from '../model/entity-arn.ts'
import type { AccountNumber, Entity, Model, Resource, Role, User } from '../model/records.ts'
import { asksForKey, asksForTrust } from './applies.ts'
import { callerOf } from './caller.ts'
import type { RequestContext } from './context.ts'
import { controlsOf } from './controls.ts'
import { callerContext, resourceContext } from './model-context.ts'
import { resourceAt } from './owners.ts'
import { type PolicyInSet, type PolicySets, policyIn } from './policy-sets.ts'
import type { AccessQuestion } from './question.ts'
import { askedContext, contextBetween } from './question-context.ts'
import { readRequest, type Request } from './request.ts'
import { rowInput } from './row-input.ts'

export interface Gathered {
  readonly request: Request
  readonly sets: PolicySets
}

/** Collects from the model everything that bears on a question: the request as AWS would see it, and each policy set. */
export function gather(model: Model, question: AccessQuestion): Gathered {
  const entity = entityById(model, question.principal)
  const principal = (entity && arnOf(model, entity.id)) ?? question.principal
  const holder = holderIn(entity) ?? holderOf(model, principal)
  const input = holder && rowInput(model, holder)
  const owner = resourceAt(model, question.resource)
  const role = roleAt(model, question.resource)
  const resourceAccount = owner?.account ?? role?.account
  const callerAccount = holder?.account ?? accountIn(principal)
  const asked = askedContext(question.context, question.missingKeys)
  const request = readRequest(
    {
      principal,
      action: question.action,
      resource: question.resource,
      ...(resourceAccount && { resourceAccount }),
      facts: question.facts ?? {},
    },
    (caller, account) =>
      contextBetween(
        asked,
        later(() =>
          input?.arn === principal
            ? input.contextIn(model)
            : callerContext(model, { arn: principal, caller, holder, account: callerAccount }),
        ),
        later(() => resourceContext(model, owner, account)),
      ),
  )
  const { management, serviceControl } = controlsOf(model, callerAccount)
  const ofResource = controlsOf(model, request.resourceAccount)
  const { resourceControl } =
    request.resourceAccount === undefined ? controlsOf(model, callerAccount) : ofResource
  const facts = {
    managementAccount: management,
    resourceInManagementAccount: ofResource.management,
    ...question.facts,
  }
  const resource = resourcePolicy(request, owner, role)
  return {
    request: { ...request, facts },
    sets: {
      identity: input?.identity ?? [],
      ...(input?.boundary && { boundary: input.boundary }),
      ...(question.session && {
        session: question.session.map(({ id, text }) => policyIn('session', id, text)),
      }),
      ...(resource && { resource }),
      ...(serviceControl && { serviceControl }),
      ...(resourceControl && { resourceControl }),
    },
  }
}

/** A context that is made when the first key is read, which most questions never do. */
function later(make: () => RequestContext): RequestContext {
  let context: RequestContext | undefined
  return { valueOf: key => (context ??= make()).valueOf(key) }
}

const holderIn = (entity: Entity | undefined): User | Role | undefined =>
  entity?.kind === 'user' || entity?.kind === 'role' ? entity : undefined

/** The user or role whose policies count: for a session, its role. [S4] */
function holderOf(model: Model, arn: string): User | Role | undefined {
  const holder = holderIn(entityByArn(model, arn))
  if (holder) return holder
  const caller = callerOf(arn)
  if (caller.kind !== 'role') return undefined
  return Object.values(model.roles).find(role => role.name === caller.name && role.account === caller.account)
}

function roleAt(model: Model, arn: string): Role | undefined {
  const entity = entityByArn(model, arn)
  return entity?.kind === 'role' ? entity : undefined
}

const accountIn = (arn: string): AccountNumber | undefined => parseArn(arn)?.account || undefined

function resourcePolicy(
  request: Request,
  owner: Resource | undefined,
  role: Role | undefined,
): PolicyInSet | undefined {
  if (asksForTrust(request)) return role && policyIn('trust', `trust:${role.id}`, role.trustPolicy)
  if (!owner) return undefined
  const account = request.resourceAccount
  const text =
    owner.resourcePolicy ?? (account && asksForKey(request) ? defaultKeyPolicy(account) : undefined)
  return text === undefined ? undefined : policyIn('resource', `resource-policy:${owner.id}`, text)
}

/**
 * A key always has a policy; the one AWS gives it by default delegates to the account. [S1]
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const defaultKeyPolicy = (account: AccountNumber): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' },
    ],
  })
