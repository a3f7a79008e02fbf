import { contextKeysOf, documentsOf, type Model, parsedPolicy } from '@iam-canvas/core'
import { remembered } from '../workspace/remembered.ts'
import { formByOperators, type KeyForm } from './key-forms.ts'

/** A context key that can be settled, with what people call it and values worth offering. */
export interface KnownKey {
  readonly key: string
  readonly label: string
  readonly form: KeyForm
  /** It holds several values at once. */
  readonly many: boolean
  readonly suggestions: readonly string[]
  /** A policy of the model asks about it. */
  readonly asked: boolean
  /** Offered only to those who look for it. */
  readonly rare: boolean
}

interface Everyday {
  readonly key: string
  readonly label: string
  readonly form?: KeyForm
  readonly many?: true
  readonly rare?: true
  readonly suggestions?: readonly string[]
}

const yesNo = ['true', 'false']
const services = ['cloudformation.amazonaws.com', 'athena.amazonaws.com', 'dynamodb.amazonaws.com']

const everyday: readonly Everyday[] = [
  { key: 'aws:MultiFactorAuthPresent', label: 'MFA', form: 'bool', suggestions: yesNo },
  {
    key: 'aws:MultiFactorAuthAge',
    label: 'MFA since, in seconds',
    form: 'number',
    suggestions: ['300', '3600', '43200'],
  },
  {
    key: 'aws:SourceIp',
    label: 'Source address',
    form: 'ip',
    suggestions: ['203.0.113.10', '198.51.100.7', '2001:db8::1'],
  },
  { key: 'aws:SourceVpce', label: 'VPC endpoint', suggestions: ['vpce-0123456789abcdef0'] },
  { key: 'aws:RequestedRegion', label: 'Region', suggestions: ['eu-west-1', 'us-east-1'] },
  {
    key: 'aws:CurrentTime',
    label: 'Time',
    form: 'moment',
    suggestions: ['2026-01-15T10:00:00Z', '2026-01-15T02:00:00Z'],
  },
  { key: 'aws:SecureTransport', label: 'TLS', form: 'bool', suggestions: yesNo },
  { key: 'aws:PrincipalOrgID', label: 'Organization', suggestions: ['o-exampleorgid'] },
  { key: 'aws:CalledVia', label: 'Called via', many: true, suggestions: services },
  { key: 'aws:ViaAWSService', label: 'Made by an AWS service', form: 'bool', suggestions: yesNo },
  { key: 'aws:SourceVpc', label: 'VPC', rare: true },
  { key: 'aws:VpcSourceIp', label: 'Address inside the VPC', form: 'ip', rare: true },
  { key: 'aws:EpochTime', label: 'Time in seconds since 1970', form: 'date', rare: true },
  { key: 'aws:TokenIssueTime', label: 'Credentials issued at', form: 'moment', rare: true },
  { key: 'aws:SourceArn', label: 'On behalf of', form: 'arn', rare: true },
  { key: 'aws:SourceAccount', label: 'On behalf of account', rare: true },
  { key: 'aws:SourceIdentity', label: 'Source identity', rare: true },
  { key: 'aws:FederatedProvider', label: 'Identity provider', rare: true },
  { key: 'aws:UserAgent', label: 'User agent', rare: true },
  { key: 'aws:Referer', label: 'Referer', rare: true },
  { key: 'aws:TagKeys', label: 'Tag keys of the request', many: true, rare: true },
  { key: 'aws:PrincipalOrgPaths', label: 'Path in the organization', many: true, rare: true },
]

const byName = new Map(everyday.map(one => [one.key.toLowerCase(), one]))

interface Asked {
  readonly key: string
  readonly values: Set<string>
  readonly operators: Set<string>
}

/**
 * Every key that the model's policies ask about, then the everyday ones, then those of its tags, each once. The same
 * texts and tags give the same list again.
 */
export const knownKeys = remembered((model: Model): readonly KnownKey[] => {
  const asked = askedKeys(model)
  const tags = tagKeys(model)
  const keys = [
    ...[...asked.values()].map(({ key }) => byName.get(key.toLowerCase())?.key ?? key),
    ...everyday.map(({ key }) => key),
    ...tags.keys(),
  ]
  const once = new Map<string, string>()
  for (const key of keys) if (!once.has(key.toLowerCase())) once.set(key.toLowerCase(), key)
  return [...once.values()].map(key => keyNamed(key, asked.get(key.toLowerCase()), tags.get(key)))
})

/** A key by its name, whether anyone has heard of it or not. */
export function keyNamed(key: string, asked?: Asked, tagValues: Iterable<string> = []): KnownKey {
  const known = byName.get(key.toLowerCase())
  const operators = [...(asked?.operators ?? [])]
  const values = [...(asked?.values ?? []), ...tagValues, ...(known?.suggestions ?? [])]
  const form = known ? (known.form ?? 'text') : formByOperators(operators)
  return {
    key,
    label: known?.label ?? tagLabel(key) ?? key,
    form,
    many: known?.many ?? operators.some(operator => /^for(?:all|any)values?:/i.test(operator)),
    // A pattern of a policy is not a value that a request could have.
    suggestions:
      form === 'bool' ? yesNo : [...new Set(values)].filter(value => !/[*?]|\$\{|\/\d+$/.test(value)),
    asked: asked !== undefined,
    rare: asked === undefined && (known === undefined || known.rare === true),
  }
}

function askedKeys(model: Model): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>()
  for (const { text } of documentsOf(model)) {
    const parsed = parsedPolicy(text)
    for (const key of contextKeysOf(parsed)) {
      if (!asked.has(key.toLowerCase()))
        asked.set(key.toLowerCase(), { key, values: new Set(), operators: new Set() })
    }
    for (const { conditions } of parsed.document.statements) {
      for (const { key, operator, values } of conditions) {
        const entry = asked.get(key.toLowerCase())
        entry?.operators.add(operator)
        if (!/^null/i.test(operator)) for (const value of values) entry?.values.add(value.text)
      }
    }
  }
  return asked
}

/** The tags that stand in the model, as keys with their values. */
function tagKeys({ users, roles, resources }: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [prefix, holders] of [
    ['aws:PrincipalTag/', [...Object.values(users), ...Object.values(roles)]],
    ['aws:ResourceTag/', Object.values(resources)],
  ] as const) {
    for (const { tags } of holders) {
      for (const { key, value } of tags) {
        const values = found.get(prefix + key)
        if (values) values.add(value)
        else found.set(prefix + key, new Set([value]))
      }
    }
  }
  return found
}

function tagLabel(key: string): string | undefined {
  const [, whose = '', tag] = /^aws:(principal|resource|request)tag\/(.+)$/i.exec(key) ?? []
  return tag && `Tag ${tag} of the ${whose.toLowerCase()}`
}

/** What people call a key: "MFA" for `aws:MultiFactorAuthPresent`. */
export const keyLabel = (key: string): string => keyNamed(key).label

/** Whether this could be the name of a key: a service or `aws`, a colon, and more. */
export const isKeyName = (text: string): boolean => /^[a-z][a-z0-9-]*:[^\s:][^\p{Cc}]*$/iu.test(text)
