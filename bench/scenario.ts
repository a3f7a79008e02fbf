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

const actionNames = (service: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${service}:${verbs[index % verbs.length]}Thing${Math.floor(index / verbs.length) || ''}`,
  )

/**
 * Users in groups and roles, with three policies each of four statements: names, prefixes, a few wide ones, a few
 * Denies. No conditions, as the row of the table has it; the bench of context keys adds one.
 */
export function scenario({ principals, resources, actions }: Size, seed = 1): Scenario {
  const random = seeded(seed)
  const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T
  const commands: Command[] = []
  const lists = new Map(services.map(service => [service, actionNames(service, actions)]))
  const arns = Array.from({ length: resources }, (_, index) => {
    const service = services[index % services.length] ?? 's3'
    return { service, arn: `arn:aws:${service}:eu-west-1:${account}:team-${index % 20}/thing-${index}` }
  })
  for (const [index, { service, arn }] of arns.entries()) {
    commands.push({
      type: 'AddResource',
      resource: `resource:${index}`,
      name: `thing-${index}`,
      arn,
      service,
      resourceType: 'thing',
    })
  }
  const policies = Math.max(10, Math.round(principals * 0.8))
  for (let index = 0; index < policies; index++) {
    const Statement = Array.from({ length: 4 }, () => {
      const service = pick(services)
      const Action =
        random(4) === 0
          ? `${service}:*`
          : random(2) === 0
            ? `${service}:${pick(verbs)}*`
            : pick(lists.get(service) ?? [])
      const Resource =
        random(6) === 0
          ? '*'
          : random(2) === 0
            ? `arn:aws:${service}:*:*:team-${random(20)}/*`
            : pick(arns).arn
      return { Effect: random(9) === 0 ? 'Deny' : 'Allow', Action, Resource }
    })
    const text = JSON.stringify({ Version: '2012-10-17', Statement })
    commands.push({ type: 'CreatePolicy', policy: `policy:${index}`, name: `Policy${index}`, text })
  }
  const groups = Math.max(2, Math.round(principals / 15))
  for (let index = 0; index < groups; index++) {
    commands.push({ type: 'CreateGroup', group: `group:${index}`, name: `group-${index}` })
    commands.push({
      type: 'AttachGroupPolicy',
      group: `group:${index}`,
      policy: `policy:${random(policies)}`,
    })
  }
  const ids: PrincipalId[] = []
  for (let index = 0; index < principals; index++) {
    const id: PrincipalId = `user:${index}`
    ids.push(id)
    commands.push({ type: 'CreateUser', user: id, name: `user-${index}` })
    commands.push({ type: 'AddUserToGroup', user: id, group: `group:${random(groups)}` })
    for (const policy of new Set([random(policies), random(policies)])) {
      commands.push({ type: 'AttachUserPolicy', user: id, policy: `policy:${policy}` })
    }
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
