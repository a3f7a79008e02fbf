import { parseArn } from '../arn.ts'
import { arnOf, entityByArn } from '../model/entity-arn.ts'
import { entityById } from '../model/collections.ts'
import type {
  AccountNumber,
  DocumentId,
  Model,
  PolicyId,
  PolicyPurpose,
  Role,
  User,
} from '../model/records.ts'
import { parsedPolicy } from '../policy/parsed-policy.ts'
import { asksForKey, asksForTrust } from './applies.ts'
import { callerOf } from './caller.ts'
import { compilePolicy } from './compile.ts'
import type { PolicyKind } from './policy-kind.ts'
import { contextFromModel } from './model-context.ts'
import { isManagement, levelsOf } from './organization-levels.ts'
import { resourceAt } from './owners.ts'
import type { ControlLevel, PolicySets } from './policy-sets.ts'
import type { AccessQuestion } from './question.ts'
import { readRequest, type Request } from './request.ts'
import type { PolicyInSet } from './trace-statement.ts'

export interface Gathered {
  readonly request: Request
  readonly sets: PolicySets
}

/** Collects from the model everything that bears on a question: the request as AWS would see it, and each policy set. */
export function gather(model: Model, question: AccessQuestion): Gathered {
  const principal = principalArn(model, question.principal)
  const holder = holderOf(model, principal)
  const owner = resourceAt(model, question.resource)
  const role = roleAt(model, question.resource)
  const resourceAccount =
    parseArn(question.resource)?.account.match(/^\d{12}$/)?.[0] ?? owner?.account ?? role?.account
  const callerAccount = holder?.account ?? accountIn(principal)
  const context = contextFromModel(model, {
    holder,
    callerAccount,
    owner,
    resourceAccount,
    given: question.context,
  })
  const request = readRequest({
    principal,
    action: question.action,
    resource: question.resource,
    ...(resourceAccount && { resourceAccount }),
    context: context.values,
    absentPrefixes: context.absentPrefixes,
    missingKeys: question.missingKeys ?? 'unknown',
    facts: {
      managementAccount: isManagement(model, callerAccount),
      resourceInManagementAccount: isManagement(model, resourceAccount),
      ...question.facts,
    },
  })
  const resource = resourcePolicy(request, owner && resourceDocument(owner), role)
  const sets: PolicySets = {
    identity: holder ? identityPolicies(model, holder) : [],
    ...boundaryOf(model, holder),
    ...(question.session && {
      session: question.session.map(({ id, text }) => policyIn('session', id, text)),
    }),
    ...(resource && { resource }),
    ...control(model, 'service-control', callerAccount),
    ...control(model, 'resource-control', resourceAccount ?? callerAccount),
  }
  return { request, sets }
}

/** The ARN behind an id; what is no id of the model is taken as it stands. */
function principalArn(model: Model, principal: string): string {
  return entityById(model, principal) ? (arnOf(model, principal as PolicyId) ?? principal) : principal
}

/** The user or role whose policies count: for a session, its role. [S4] */
function holderOf(model: Model, arn: string): User | Role | undefined {
  const entity = entityByArn(model, arn)
  if (entity?.kind === 'user' || entity?.kind === 'role') return entity
  const caller = callerOf(arn)
  if (caller.kind !== 'role') return undefined
  return Object.values(model.roles).find(role => role.name === caller.name && role.account === caller.account)
}

function roleAt(model: Model, arn: string): Role | undefined {
  const entity = entityByArn(model, arn)
  return entity?.kind === 'role' ? entity : undefined
}

const accountIn = (arn: string): AccountNumber | undefined => parseArn(arn)?.account || undefined

export function policyIn(
  kind: PolicyKind,
  id: string,
  text: string,
  via: readonly string[] = [],
): PolicyInSet {
  return { id, compiled: compilePolicy(parsedPolicy(text), kind), via }
}

/** A user's own policies and those of each of its groups; a policy that comes by several ways counts once. [D7] */
export function identityPolicies(model: Model, holder: User | Role): PolicyInSet[] {
  const found = new Map<string, PolicyInSet>()
  const add = (id: DocumentId, text: string | undefined, via: readonly string[]) => {
    // A policy whose text nobody has allows nothing.
    if (text === undefined) return
    const known = found.get(id)
    found.set(id, known ? { ...known, via: [...known.via, ...via] } : policyIn('identity', id, text, via))
  }
  const groups = holder.kind === 'user' ? holder.groups.flatMap(id => model.groups[id] ?? []) : []
  for (const source of [holder, ...groups]) {
    const via = source === holder ? [] : [source.id]
    for (const { name, text } of source.inlinePolicies) add(`inline:${source.id}/${name}`, text, via)
    for (const id of source.attachedPolicies) add(id, model.policies[id]?.text, via)
  }
  return [...found.values()]
}

/** A boundary whose text nobody has allows nothing either: it is there, and it is silent. */
function boundaryOf(model: Model, holder: User | Role | undefined): Pick<PolicySets, 'boundary'> {
  const id = holder?.permissionsBoundary
  return id ? { boundary: policyIn('boundary', id, model.policies[id]?.text ?? '') } : {}
}

interface ResourceDocument {
  readonly id: DocumentId
  readonly text: string | undefined
}

const resourceDocument = (owner: {
  readonly id: `resource:${string}`
  readonly resourcePolicy?: string
}): ResourceDocument => ({
  id: `resource-policy:${owner.id}`,
  text: owner.resourcePolicy,
})

function resourcePolicy(
  request: Request,
  owner: ResourceDocument | undefined,
  role: Role | undefined,
): PolicyInSet | undefined {
  if (asksForTrust(request)) return role && policyIn('trust', `trust:${role.id}`, role.trustPolicy)
  if (owner?.text !== undefined) return policyIn('resource', owner.id, owner.text)
  // A key always has a policy; the one AWS gives it by default delegates to the account. [S1]
  const account = request.resourceAccount
  return owner && account && asksForKey(request)
    ? policyIn('resource', owner.id, defaultKeyPolicy(account))
    : undefined
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
export const defaultKeyPolicy = (account: AccountNumber): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' },
    ],
  })

function control(
  model: Model,
  purpose: Exclude<PolicyPurpose, 'identity'>,
  account: AccountNumber | undefined,
): Pick<PolicySets, 'serviceControl' | 'resourceControl'> {
  const levels = account === undefined ? undefined : levelsOf(model, account, purpose)
  if (!levels) return {}
  const inSets = levels.map(
    ({ level, policies }): ControlLevel => ({
      level,
      policies: policies.map(({ id, text }) => policyIn(purpose, id, text, [level])),
    }),
  )
  return purpose === 'service-control' ? { serviceControl: inSets } : { resourceControl: inSets }
}
