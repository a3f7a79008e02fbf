import type { AuthorizeInput, Policy, PolicyLevel } from '../../access/authorize.ts'
import type { MatrixQuestion } from '../../access/matrix.ts'
import type { Model, PolicyPurpose, Resource, Role, User } from '../../model/records.ts'

interface Cell {
  readonly principal: User | Role
  readonly action: string
  readonly arn: string
  readonly owner: Resource | undefined
}

/**
 * What bears on a cell of a model, collected by the shortest path and by no code of the engine: the other half of the
 * naive evaluator. For models whose ARNs all stand in the partition `aws`.
 */
export function naiveInput(
  model: Model,
  { principal, action, arn, owner }: Cell,
  { context, missingKeys = 'unknown' }: Omit<MatrixQuestion, 'targets'>,
): AuthorizeInput {
  const named = /^\d{12}$/.exec(arn.split(':')[4] ?? '')?.[0]
  const account = named ?? owner?.account
  const sources = [
    principal,
    ...(principal.kind === 'user' ? principal.groups.flatMap(id => model.groups[id] ?? []) : []),
  ]
  const textOf = (id: keyof Model['policies']): Policy[] => {
    const text = model.policies[id]?.text
    return text === undefined ? [] : [{ id, document: text }]
  }
  const boundary = principal.permissionsBoundary
  const trusts = /^sts:(assumerole|tagsession|setsourceidentity)/i.test(action)
  const role = Object.values(model.roles).find(one => arnOf(one) === arn)
  const text = trusts
    ? role?.trustPolicy
    : (owner?.resourcePolicy ?? keyPolicy(action, arn, owner && account))
  return {
    request: {
      principal: arnOf(principal),
      action,
      resource: arn,
      ...(account !== undefined && { resourceAccount: account }),
      missingKeys,
      context: {
        // A model knows all tags of its principals and resources: where they have none, there is none.
        'aws:PrincipalTag/team': [],
        ...(owner && { 'aws:ResourceTag/team': [] }),
        ...organizationKeys(model, 'Principal', principal.account),
        ...organizationKeys(model, 'Resource', account),
        ...tags('aws:PrincipalTag/', principal),
        ...tags('aws:ResourceTag/', owner),
        ...context,
      },
      facts: {
        managementAccount: isManagement(model, principal.account),
        resourceInManagementAccount: isManagement(model, account),
      },
    },
    policies: {
      identity: sources.flatMap(source => [
        ...source.inlinePolicies.map((own): Policy => ({ id: own.name, document: own.text })),
        ...source.attachedPolicies.flatMap(textOf),
      ]),
      ...(boundary && { permissionsBoundary: textOf(boundary)[0] ?? { id: boundary, document: '' } }),
      ...(text !== undefined && { resource: { id: 'resource', document: text } }),
      ...levels(model, 'service-control', principal.account),
      ...levels(model, 'resource-control', account ?? principal.account),
    },
  }
}

const arnOf = ({ kind, account, path, name }: User | Role) => `arn:aws:iam::${account}:${kind}${path}${name}`

const tags = (prefix: string, of: User | Role | Resource | undefined) =>
  Object.fromEntries((of?.tags ?? []).map(({ key, value }) => [prefix + key, value]))

/** Known to be absent where the model has no organization; an account outside of it may be in another one. */
function organizationKeys(model: Model, side: string, account: string | undefined) {
  if (!model.organization) return { [`aws:${side}OrgID`]: [] }
  const inside = Object.values(model.accounts).some(one => one.account === account && one.ou)
  return inside ? { [`aws:${side}OrgID`]: model.organization.id } : {}
}

const isManagement = (model: Model, account: string | undefined): boolean =>
  Object.values(model.accounts).some(one => one.account === account && one.management)

function keyPolicy(action: string, arn: string, account: string | undefined): string | undefined {
  const delegates = { AWS: account }
  return account !== undefined && /^kms:/i.test(action) && arn.includes(':key/')
    ? JSON.stringify({ Statement: { Effect: 'Allow', Principal: delegates, Action: 'kms:*', Resource: '*' } })
    : undefined
}

function levels(model: Model, purpose: Exclude<PolicyPurpose, 'identity'>, account: string) {
  const { organization } = model
  const scp = purpose === 'service-control'
  const on = scp ? organization?.serviceControlPolicies : organization?.resourceControlPolicies
  const record = Object.values(model.accounts).find(one => one.account === account)
  if (!on || !record?.ou) return {}
  const all: PolicyLevel[] = []
  for (let level: { ou?: string; parent?: string } = record, at = 0; at < 20; at++) {
    const { id, attachedPolicies } = level as typeof record
    const own = attachedPolicies.flatMap(policy => model.policies[policy] ?? [])
    const bound = own.filter(policy => policy.purpose === purpose && policy.text !== undefined)
    all.push({ level: id, policies: bound.map(policy => ({ id: policy.id, document: policy.text ?? '' })) })
    const above = Object.values(model.ous).find(ou => ou.id === (level.ou ?? level.parent))
    if (!above) break
    level = above
  }
  return scp ? { serviceControl: all } : { resourceControl: all }
}
