import type {
  AccountNumber,
  Command,
  GroupId,
  Model,
  PolicyId,
  PolicyPurpose,
  ResourceId,
  RoleId,
  Tag,
  UserId,
} from '@iam-canvas/core'
import { apply, emptyModel } from '@iam-canvas/core'
import { bucketArn, objectsArn, policyText, type StatementJson } from './statements.ts'

/** The account of the lessons and examples; the number is one that AWS's documentation uses for examples. */
export const ACCOUNT: AccountNumber = '111122223333'
export const REGION = 'eu-west-1'

interface Place {
  readonly account?: AccountNumber
  readonly tags?: readonly Tag[]
}

export const user = (name: string, place: Place = {}): Command => ({
  type: 'CreateUser',
  user: `user:${name}`,
  name,
  ...place,
})

export const group = (name: string, { account }: Place = {}): Command => ({
  type: 'CreateGroup',
  group: `group:${name}`,
  name,
  ...(account && { account }),
})

export const role = (name: string, trustPolicy: string, place: Place = {}): Command => ({
  type: 'CreateRole',
  role: `role:${name}`,
  name,
  trustPolicy,
  ...place,
})

export const policy = (name: string, ...statements: readonly StatementJson[]): Command => ({
  type: 'CreatePolicy',
  policy: `policy:${name}`,
  name,
  text: policyText(...statements),
})

/** A policy of an account other than the first, or for an organization. */
export const policyOf = (
  place: { readonly account?: AccountNumber; readonly purpose?: PolicyPurpose },
  name: string,
  ...statements: readonly StatementJson[]
): Command => ({ ...policy(name, ...statements), ...place }) as Command

/** Writes a policy anew. */
export const rewrite = (name: string, ...statements: readonly StatementJson[]): Command => ({
  type: 'CreatePolicyVersion',
  policy: `policy:${name}`,
  text: policyText(...statements),
})

export function attach(policyName: string, ...holders: readonly (UserId | GroupId | RoleId)[]): Command {
  const id: PolicyId = `policy:${policyName}`
  return batch(
    ...holders.map((holder): Command => {
      if (holder.startsWith('user:')) return { type: 'AttachUserPolicy', user: holder as UserId, policy: id }
      if (holder.startsWith('group:'))
        return { type: 'AttachGroupPolicy', group: holder as GroupId, policy: id }
      return { type: 'AttachRolePolicy', role: holder as RoleId, policy: id }
    }),
  )
}

export function detach(policyName: string, holder: UserId | GroupId | RoleId): Command {
  const id: PolicyId = `policy:${policyName}`
  if (holder.startsWith('user:')) return { type: 'DetachUserPolicy', user: holder as UserId, policy: id }
  if (holder.startsWith('group:')) return { type: 'DetachGroupPolicy', group: holder as GroupId, policy: id }
  return { type: 'DetachRolePolicy', role: holder as RoleId, policy: id }
}

export const join = (groupName: string, ...users: readonly string[]): Command =>
  batch(
    ...users.map(
      (name): Command => ({ type: 'AddUserToGroup', user: `user:${name}`, group: `group:${groupName}` }),
    ),
  )

export const bucket = (name: string, place: Place & { readonly resourcePolicy?: string } = {}): Command => ({
  type: 'AddResource',
  resource: `resource:${name}`,
  name,
  arn: bucketArn(name),
  parts: [objectsArn(name)],
  service: 's3',
  resourceType: 'bucket',
  ...place,
})

export const tableArn = (name: string, region = REGION, account = ACCOUNT): string =>
  `arn:aws:dynamodb:${region}:${account}:table/${name}`

/** A DynamoDB table. Give the id where two of them have one name. */
export const table = (name: string, arn = tableArn(name), id: ResourceId = `resource:${name}`): Command => ({
  type: 'AddResource',
  resource: id,
  name,
  arn,
  service: 'dynamodb',
  resourceType: 'table',
})

export const functionArn = (name: string, account = ACCOUNT): string =>
  `arn:aws:lambda:${REGION}:${account}:function:${name}`

export const lambda = (name: string, account = ACCOUNT): Command => ({
  type: 'AddResource',
  resource: `resource:${name}`,
  name,
  arn: functionArn(name, account),
  service: 'lambda',
  resourceType: 'function',
})

/** Any other resource, by its ARN. */
export const thing = (name: string, arn: string, service: string, resourceType: string): Command => ({
  type: 'AddResource',
  resource: `resource:${name}`,
  name,
  arn,
  service,
  resourceType,
})

export const runsAs = (resource: string, roleName: string): Command => ({
  type: 'SetRunsAs',
  resource: `resource:${resource}`,
  role: `role:${roleName}`,
})

export const batch = (...commands: readonly Command[]): Command => {
  const [only] = commands
  return only && commands.length === 1 ? only : { type: 'Batch', commands }
}

/** The account with everything that these commands put into it. Throws where one is refused: then the data is wrong. */
export function draw(name: string, commands: readonly Command[], account = ACCOUNT): Model {
  return play(emptyModel(name, account), commands)
}

/** Carries out commands one after the other; throws where one is refused. */
export function play(model: Model, commands: readonly Command[]): Model {
  return commands.reduce((before, command) => {
    const result = apply(before, command)
    if (!result.ok) throw new Error(`${command.type}: ${result.problem.message}`)
    return result.model
  }, model)
}
