import { contextKeysOf, documentsOf, type Model, parsedPolicy } from '@iam-canvas/core'

/** A context key that can be settled, with what people call it and values worth offering. */
export interface KnownKey {
  readonly key: string
  readonly label: string
  readonly suggestions: readonly string[]
}

const everyday: readonly KnownKey[] = [
  { key: 'aws:MultiFactorAuthPresent', label: 'MFA', suggestions: ['true', 'false'] },
  {
    key: 'aws:SourceIp',
    label: 'Source address',
    suggestions: ['203.0.113.10', '198.51.100.7', '2001:db8::1'],
  },
  { key: 'aws:RequestedRegion', label: 'Region', suggestions: ['eu-west-1', 'us-east-1'] },
  { key: 'aws:CurrentTime', label: 'Time', suggestions: ['2026-01-15T10:00:00Z', '2026-01-15T02:00:00Z'] },
  { key: 'aws:SecureTransport', label: 'TLS', suggestions: ['true', 'false'] },
  { key: 'aws:SourceVpce', label: 'VPC endpoint', suggestions: ['vpce-0123456789abcdef0'] },
  { key: 'aws:PrincipalOrgID', label: 'Organization', suggestions: ['o-exampleorg1'] },
]

/** The everyday keys and every key that the model's policies ask about, each once; those that are asked about first. */
export function knownKeys(model: Model): readonly KnownKey[] {
  const asked = new Map<string, { readonly key: string; readonly values: Set<string> }>()
  for (const { text } of documentsOf(model)) {
    const parsed = parsedPolicy(text)
    for (const key of contextKeysOf(parsed)) {
      if (!asked.has(key.toLowerCase())) asked.set(key.toLowerCase(), { key, values: new Set() })
    }
    for (const { conditions } of parsed.document.statements) {
      for (const { key, values } of conditions) {
        for (const value of values) asked.get(key.toLowerCase())?.values.add(value.text)
      }
    }
  }
  const fromPolicies = [...asked.values()].map(({ key, values }): KnownKey => {
    const known = everyday.find(one => one.key.toLowerCase() === key.toLowerCase())
    return {
      key: known?.key ?? key,
      label: known?.label ?? key,
      suggestions: [...new Set([...values, ...(known?.suggestions ?? [])])].filter(
        value => !/[*?]|\$\{/.test(value),
      ),
    }
  })
  const others = everyday.filter(({ key }) => !asked.has(key.toLowerCase()))
  return [...fromPolicies, ...others]
}

/** What people call a key: "MFA" for `aws:MultiFactorAuthPresent`. */
export const keyLabel = (key: string): string => everyday.find(one => one.key === key)?.label ?? key
