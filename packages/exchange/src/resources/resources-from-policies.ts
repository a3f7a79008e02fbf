import type { Account, AccountNumber, Model, Resource, ResourceId } from '@iam-canvas/core'
import { type ArnParts, arnParts } from '../arn-parts.ts'
import { counted, Findings, fits, type ReportLine, type Sentence } from '../report-line.ts'
import { resourceValuesOf } from './named-arns.ts'
import { type NamedResource, resourceOfArn } from './resource-of-arn.ts'

const LEFT_OUT = {
  'every-resource': n =>
    `${counted(n, 'Resource value')} ${fits(n, 'is', 'are')} \`*\`, which names no resource to draw.`,
  'whole-service': n =>
    `${counted(n, 'ARN')} ${fits(n, 'covers', 'cover')} everything of a service, and ${fits(n, 'was', 'were')} not drawn.`,
  'iam-entity': n =>
    `${counted(n, 'ARN')} of IAM or STS ${fits(n, 'was', 'were')} not drawn as ${fits(n, 'a resource', 'resources')}: users, groups, roles and policies have their own place.`,
  'not-an-arn': n =>
    `${counted(n, 'Resource value')} ${fits(n, 'is no complete ARN', 'are no complete ARNs')}, and ${fits(n, 'was', 'were')} not drawn.`,
  'too-many-parts': n =>
    `${counted(n, 'part')} of resources (prefixes, indexes, versions) ${fits(n, 'was', 'were')} not drawn: a resource shows ${MOST_PARTS} at most.`,
  'too-many-resources': n =>
    `${counted(n, 'resource')} ${fits(n, 'was', 'were')} not drawn, because the policies name so many; those named most often were.`,
} satisfies Record<string, Sentence>

/** A resource with more parts than this cannot be read on a drawing. */
const MOST_PARTS = 12
/** Beyond this a drawing helps nobody. */
const MOST_RESOURCES = 1000
/** AWS takes no longer ones; a longer text would only cost time. */
const LONGEST_ARN = 2048

export interface DrawnResources {
  readonly model: Model
  readonly leftOut: readonly ReportLine[]
}

/** What is known of a resource while the values are gone through. */
interface Seen extends NamedResource {
  readonly parts: string[]
  readonly account: AccountNumber
  readonly partition: string
  /** How many Resource values name it. */
  times: number
}

/**
 * The model with a resource for each ARN that its identity-based policies name (customer managed and inline). ARNs of
 * one thing become one resource: a bucket with its objects and prefixes, a table with its indexes, a function with its
 * versions. Policy variables become `*`; so does nothing else: a region that is a pattern stays one. What the model
 * draws already is left alone.
 */
export function resourcesFromPolicies(model: Model, mostResources = MOST_RESOURCES): DrawnResources {
  const leftOut = new Findings(LEFT_OUT)
  const accounts = Object.values(model.accounts)
  const drawn = new Set(Object.values(model.resources).map(resource => resource.arn))
  const seen = new Map<string, Seen>()
  for (const value of resourceValuesOf(model)) {
    const arn = drawableArn(value, accounts, leftOut)
    if (!arn) continue
    const resource = resourceOfArn(arn)
    const known = seen.get(resource.arn)
    if (known) {
      known.times += 1
      for (const part of resource.parts) addPart(known, part, leftOut)
    } else if (!drawn.has(resource.arn)) {
      const account = /^\d{12}$/.test(arn.account) ? arn.account : (accounts[0]?.account ?? '')
      seen.set(resource.arn, {
        ...resource,
        parts: [...resource.parts],
        account,
        partition: arn.partition,
        times: 1,
      })
    }
  }
  const kept = mostNamed([...seen.values()], mostResources, leftOut)
  return { model: withResources(model, kept), leftOut: leftOut.lines() }
}

type LeftOut = Findings<keyof typeof LEFT_OUT>

/** The ARN behind a Resource value, if it is one to draw. */
function drawableArn(value: string, accounts: readonly Account[], leftOut: LeftOut): ArnParts | undefined {
  const pattern = value.length <= LONGEST_ARN ? withoutVariables(value) : ''
  if (/^\*+$/.test(pattern)) {
    leftOut.add('every-resource')
    return undefined
  }
  const parts = arnParts(pattern)
  if (!parts || parts.resource === '' || /[*?]/.test(parts.service) || parts.service === '') {
    leftOut.add('not-an-arn', value)
    return undefined
  }
  if (parts.service === 'iam' || parts.service === 'sts') {
    leftOut.add('iam-entity', value)
    return undefined
  }
  // `*`, `*/*`, and for a bucket also `*/prefix/*`: of whichever bucket.
  const bucket = parts.service === 's3' && parts.account === '' ? parts.resource.split('/', 1)[0] : undefined
  if (/^[*:/]*$/.test(bucket ?? parts.resource)) {
    leftOut.add('whole-service', value)
    return undefined
  }
  const [only] = accounts
  return parts.account === '*' && only && accounts.length === 1 ? { ...parts, account: only.account } : parts
}

/** A policy variable stands for a value that only the request knows: for a drawing, a pattern. */
const withoutVariables = (value: string): string => value.replace(/\$\{[^}]*\}/g, '*').replace(/\*{2,}/g, '*')

function addPart(resource: Seen, part: string, leftOut: LeftOut): void {
  if (resource.parts.includes(part)) return
  if (resource.parts.length < MOST_PARTS) resource.parts.push(part)
  else leftOut.add('too-many-parts', part)
}

/** The most often named ones, in the order in which they were first named. */
function mostNamed(seen: readonly Seen[], most: number, leftOut: LeftOut): readonly Seen[] {
  if (seen.length <= most) return seen
  const ranked = seen.toSorted((left, right) => right.times - left.times)
  const kept = new Set(ranked.slice(0, most))
  for (const resource of ranked.slice(most)) leftOut.add('too-many-resources', resource.arn)
  return seen.filter(resource => kept.has(resource))
}

function withResources(model: Model, seen: readonly Seen[]): Model {
  if (seen.length === 0) return model
  const resources: Record<ResourceId, Resource> = { ...model.resources }
  const accounts: Record<Account['id'], Account> = { ...model.accounts }
  const numbers = new Set(Object.values(accounts).map(account => account.account))
  const names = new Set(Object.values(resources).map(resource => resource.name))
  for (const resource of seen) {
    const { arn, parts, service, type, account } = resource
    const name = freshName(resource, names)
    const id = freshId(resource, resources)
    resources[id] = { kind: 'resource', id, name, arn, parts, account, service, type, tags: [] }
    if (!numbers.has(account)) {
      numbers.add(account)
      accounts[`account:${account}`] = foreignAccount(account, resource.partition)
    }
  }
  return { ...model, accounts, resources }
}

/** The owner of a resource that a policy names across accounts. */
const foreignAccount = (account: AccountNumber, partition: string): Account => ({
  kind: 'account',
  id: `account:${account}`,
  account,
  name: `Account ${account}`,
  ...(partition !== 'aws' && { partition }),
  attachedPolicies: [],
})

const LONGEST_NAME = 128

function freshName({ name, service, arn }: NamedResource, names: Set<string>): string {
  const region = arnParts(arn)?.region
  const candidates = [name, ...(region ? [`${name} (${region})`] : []), `${name} (${service})`]
  let fresh = candidates.map(shortened).find(candidate => !names.has(candidate))
  for (let count = 2; fresh === undefined; count += 1) {
    const candidate = `${shortened(name)} ${count}`
    if (!names.has(candidate)) fresh = candidate
  }
  names.add(fresh)
  return fresh
}

const shortened = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`

function freshId({ name, service }: NamedResource, taken: Readonly<Record<string, unknown>>): ResourceId {
  const plain = `resource:${name}` as const
  if (!Object.hasOwn(taken, plain)) return plain
  const stem = `resource:${service}/${name}` as const
  if (!Object.hasOwn(taken, stem)) return stem
  for (let count = 2; ; count += 1) {
    const id = `${stem}-${count}` as const
    if (!Object.hasOwn(taken, id)) return id
  }
}
