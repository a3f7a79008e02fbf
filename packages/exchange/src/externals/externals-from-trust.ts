import type { ExternalId, ExternalPrincipal, Model } from '@iam-canvas/core'
import { arnParts } from '../arn-parts.ts'
import { fieldOf, isObject, listed, parsedJson } from '../json-shape.ts'
import { counted, Findings, fits, type ReportLine, type Sentence } from '../report-line.ts'

const LEFT_OUT = {
  'too-many-externals': n =>
    `${counted(n, 'principal')} outside the account that trust policies name ${fits(n, 'was', 'were')} not drawn; those named most often were.`,
  'dead-principal': n =>
    `${counted(n, 'principal')} in trust policies ${fits(n, 'is', 'are')} the id of a user or role that was deleted: ${fits(n, 'it', 'they')} can no longer assume anything.`,
} satisfies Record<string, Sentence>

const MOST_EXTERNALS = 200

/**
 * The model with an external principal for everyone outside it whom a role's trust policy lets in: services, identity
 * providers, other accounts and their users and roles, everyone. Those of the model's own accounts are not external.
 * Who is drawn already is left alone.
 */
export function externalsFromTrust(model: Model): {
  readonly model: Model
  readonly leftOut: readonly ReportLine[]
} {
  const leftOut = new Findings(LEFT_OUT)
  const own = new Set(Object.values(model.accounts).map(({ account }) => account))
  const drawn = new Set(Object.values(model.externals).map(keyOf))
  const times = new Map<string, { readonly found: Found; times: number }>()
  for (const role of Object.values(model.roles)) {
    for (const found of trustedIn(role.trustPolicy)) {
      if (/^A(?:IDA|ROA)[A-Z0-9]{12,}$/.test(found.principal))
        leftOut.add('dead-principal', `${role.name}: ${found.principal}`)
      else if (!isOwn(found, own) && !drawn.has(keyOf(found))) {
        const known = times.get(keyOf(found))
        if (known) known.times += 1
        else times.set(keyOf(found), { found, times: 1 })
      }
    }
  }
  if (times.size === 0) return { model, leftOut: leftOut.lines() }
  const ranked = [...times.values()].toSorted((left, right) => right.times - left.times)
  for (const { found } of ranked.slice(MOST_EXTERNALS)) leftOut.add('too-many-externals', found.principal)
  const externals: Record<ExternalId, ExternalPrincipal> = { ...model.externals }
  for (const { found } of ranked.slice(0, MOST_EXTERNALS)) {
    const id = freshId(found.principal, externals)
    externals[id] = { kind: 'external', id, name: nameFor(found), ...found }
  }
  return { model: { ...model, externals }, leftOut: leftOut.lines() }
}

type Found = Pick<ExternalPrincipal, 'type' | 'principal'>

const keyOf = ({ type, principal }: Found): string => `${type} ${principal}`

/** Whom the Allow statements of a trust policy name. Reads what `JSON.parse` reads, and nothing of a half-typed text. */
function trustedIn(text: string): readonly Found[] {
  const document = parsedJson(text)
  if (!isObject(document)) return []
  return listed(fieldOf(document, 'Statement')).flatMap(statement =>
    isObject(statement) && fieldOf(statement, 'Effect') === 'Allow'
      ? principalsOf(fieldOf(statement, 'Principal'))
      : [],
  )
}

function principalsOf(principal: unknown): readonly Found[] {
  if (principal === '*') return [{ type: 'Anonymous', principal: '*' }]
  if (!isObject(principal)) return []
  return (['AWS', 'Service', 'Federated'] as const).flatMap(type =>
    listed(fieldOf(principal, type))
      .filter((value): value is string => typeof value === 'string' && value !== '')
      .map(value => (value === '*' ? { type: 'Anonymous', principal: '*' } : { type, principal: value })),
  )
}

function isOwn({ type, principal }: Found, own: ReadonlySet<string>): boolean {
  // An identity provider has an ARN in the account that trusts it, but whoever comes through it is from outside.
  return type === 'AWS' && own.has(arnParts(principal)?.account ?? principal)
}

function nameFor({ type, principal }: Found): string {
  if (type === 'Anonymous') return 'Anyone'
  if (type === 'Service') return shortened(principal)
  const arn = arnParts(principal)
  if (!arn) return shortened(type === 'AWS' ? `Account ${principal}` : principal)
  if (arn.resource === 'root') return `Account ${arn.account}`
  const name = arn.resource.slice(arn.resource.indexOf('/') + 1)
  return shortened(type === 'AWS' ? `${name} of ${arn.account}` : name)
}

const shortened = (name: string): string => (name.length <= 128 ? name : `${name.slice(0, 127)}…`)

function freshId(principal: string, taken: Readonly<Record<string, unknown>>): ExternalId {
  const plain = `external:${principal}` as const
  if (!Object.hasOwn(taken, plain)) return plain
  for (let count = 2; ; count += 1) {
    const id = `${plain}-${count}` as const
    if (!Object.hasOwn(taken, id)) return id
  }
}
