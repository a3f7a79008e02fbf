import {
  apply,
  type AskedTarget,
  type Command,
  emptyModel,
  type Model,
  type PrincipalId,
} from '@iam-canvas/core'

/** How large an account is made. The same size and seed give the same account. */
export interface Size {
  readonly principals: number
  readonly resources: number
  readonly actions: number
}

export interface Scenario {
  readonly model: Model
  readonly targets: readonly AskedTarget[]
  readonly principals: readonly PrincipalId[]
}

const account = '111122223333'

/** A small generator with a seed: mulberry32. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const verbs = ['Get', 'Put', 'List', 'Delete', 'Update', 'Describe', 'Create', 'Tag', 'Query', 'Scan']
const services = ['dynamodb', 's3', 'sqs', 'lambda', 'secretsmanager']
const teams = Array.from({ length: 20 }, (_, index) => `team-${index}`)

const actionNames = (service: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${service}:${verbs[index % verbs.length]}Thing${Math.floor(index / verbs.length) || ''}`,
  )

/** The conditions that one meets most: only from the office, only with MFA, only what belongs to one's own team. */
const conditions = [
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
] as const

/** The request that the matrix is asked about: the keys that the conditions read are told. */
export const OFFICE = { 'aws:SourceIp': '10.1.2.3', 'aws:MultiFactorAuthPresent': 'true' }

/** An enterprise account, as README.md describes it. The same size and seed give the same account. */
export function scenario({ principals, resources, actions }: Size, seed = 1): Scenario {
  const random = seeded(seed)
  const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T
  const many = <T>(least: number, most: number, make: () => T): readonly T[] =>
    Array.from({ length: least + random(most - least + 1) }, make)
  const percent = (share: number) => random(100) < share
  const commands: Command[] = []
  const lists = new Map(services.map(service => [service, actionNames(service, actions)]))
  const arns = Array.from({ length: resources }, (_, index) => {
    const service = services[index % services.length] ?? 's3'
    const team = teams[index % teams.length] ?? ''
    return { service, team, arn: `arn:aws:${service}:eu-west-1:${account}:${team}/thing-${index}` }
  })
  for (const [index, { service, team, arn }] of arns.entries()) {
    commands.push({
      type: 'AddResource',
      resource: `resource:${index}`,
      name: `thing-${index}`,
      arn,
      service,
      resourceType: 'thing',
      tags: [{ key: 'team', value: team }],
    })
  }

  const statement = (service: string) => {
    const own = arns.filter(one => one.service === service)
    const action = () =>
      percent(10)
        ? `${service}:*`
        : percent(50)
          ? `${service}:${pick(verbs)}*`
          : pick(lists.get(service) ?? [])
    const Resource = percent(20)
      ? ['*']
      : percent(60)
        ? [`arn:aws:${service}:*:*:${pick(teams)}/*`]
        : many(1, 3, () => pick(own).arn)
    return {
      Effect: percent(8) ? 'Deny' : 'Allow',
      Action: many(1, 4, action),
      Resource,
      ...(percent(15) && { Condition: pick(conditions) }),
    }
  }
  const policies = Math.max(10, Math.round(principals * 0.8))
  for (let index = 0; index < policies; index++) {
    const service = pick(services)
    const Statement = many(5, 10, () => statement(percent(80) ? service : pick(services)))
    const text = JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
    commands.push({ type: 'CreatePolicy', policy: `policy:${index}`, name: `Policy${index}`, text })
  }
  const somePolicies = (least: number, most: number) =>
    new Set(many(least, most, () => `policy:${random(policies)}` as const))
  const groups = Math.max(3, Math.round(principals / 10))
  for (let index = 0; index < groups; index++) {
    const group = `group:${index}` as const
    commands.push({ type: 'CreateGroup', group, name: `group-${index}` })
    for (const policy of somePolicies(2, 5)) commands.push({ type: 'AttachGroupPolicy', group, policy })
  }
  const ids: PrincipalId[] = []
  for (let index = 0; index < principals; index++) {
    const user = `user:${index}` as const
    ids.push(user)
    const tags = [{ key: 'team', value: pick(teams) }]
    commands.push({ type: 'CreateUser', user, name: `user-${index}`, tags })
    for (const group of new Set(many(2, 3, () => `group:${random(groups)}` as const)))
      commands.push({ type: 'AddUserToGroup', user, group })
    for (const policy of somePolicies(1, 3)) commands.push({ type: 'AttachUserPolicy', user, policy })
  }
  const model = changed(emptyModel('bench', account), { type: 'Batch', commands })
  const targets = arns.map(
    ({ service, arn }, index): AskedTarget => ({
      resource: `resource:${index}`,
      arn,
      actions: lists.get(service) ?? [],
    }),
  )
  return { model, targets, principals: ids }
}

export function changed(model: Model, command: Command): Model {
  const result = apply(model, command)
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}
