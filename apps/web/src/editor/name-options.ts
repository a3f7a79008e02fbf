import type { PolicyKind, Statement } from '@iam-canvas/core'
import {
  CONDITION_OPERATORS,
  globalKeyFacts,
  matchingActions,
  type ServiceEntry,
} from '@iam-canvas/core/lint'
import type { Completion } from '@codemirror/autocomplete'
import { infoWithPage } from './page-link.ts'
import type { DocPages } from './vocabulary.ts'

/** A name to offer, with the value that is put in behind it; `|` is where the cursor goes. */
interface Named {
  readonly name: string
  readonly value: string
  readonly info: string
}

const DOCUMENT: readonly Named[] = [
  { name: 'Version', value: '"2012-10-17"|', info: 'The version of the policy language: 2012-10-17.' },
  { name: 'Id', value: '"|"', info: 'A name of the policy, for some services.' },
  { name: 'Statement', value: '[{|}]', info: 'What is allowed and denied.' },
]

const STATEMENT: readonly Named[] = [
  { name: 'Sid', value: '"|"', info: 'A name of the statement: letters and digits.' },
  { name: 'Effect', value: '"Allow|"', info: 'Allow or Deny. An explicit deny overrides every allow.' },
  { name: 'Principal', value: '{|}', info: 'Who is meant: in resource-based and trust policies.' },
  { name: 'NotPrincipal', value: '{|}', info: 'Everyone but these. Rarely what is meant.' },
  {
    name: 'Action',
    value: '"|"',
    info: 'What may be done: service, colon, name. Wildcards may stand in the name.',
  },
  { name: 'NotAction', value: '"|"', info: 'Every action but these.' },
  { name: 'Resource', value: '"|"', info: 'On what: ARNs, or * for everything.' },
  { name: 'NotResource', value: '"|"', info: 'Everything but these.' },
  { name: 'Condition', value: '{|}', info: 'Under which conditions: operator, key, values.' },
]

const PRINCIPAL: readonly Named[] = [
  { name: 'AWS', value: '"|"', info: 'Accounts, users and roles.' },
  { name: 'Service', value: '"|"', info: 'An AWS service, such as lambda.amazonaws.com.' },
  { name: 'Federated', value: '"|"', info: 'An identity provider.' },
  { name: 'CanonicalUser', value: '"|"', info: 'The canonical id of an account, for S3.' },
]

/** Elements that a kind of policy has no place for. */
const WITHOUT: Readonly<Partial<Record<PolicyKind, readonly string[]>>> = {
  identity: ['Principal', 'NotPrincipal'],
  boundary: ['Principal', 'NotPrincipal'],
  session: ['Principal', 'NotPrincipal'],
  'service-control': ['Principal', 'NotPrincipal'],
  trust: ['Resource', 'NotResource', 'NotPrincipal'],
}

/** Whether a kind of policy has a place for an element. */
export const takes = (kind: PolicyKind | undefined, element: string): boolean =>
  !(kind && WITHOUT[kind]?.includes(element))

const completionOf = ({ name, value, info }: Named): Completion & { readonly value: string } => ({
  label: name,
  type: 'property',
  info,
  value,
})

export type NameCompletion = ReturnType<typeof completionOf>

export const documentNames = (): readonly NameCompletion[] => DOCUMENT.map(completionOf)

export const statementNames = (kind: PolicyKind | undefined): readonly NameCompletion[] =>
  STATEMENT.filter(({ name }) => takes(kind, name)).map(completionOf)

export const principalNames = (): readonly NameCompletion[] => PRINCIPAL.map(completionOf)

export const operatorNames = (): readonly NameCompletion[] =>
  [
    ...CONDITION_OPERATORS,
    ...CONDITION_OPERATORS.filter(name => name !== 'Null').map(name => `${name}IfExists`),
    ...['ForAnyValue', 'ForAllValues'].flatMap(set =>
      ['StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike', 'ArnLike'].map(
        name => `${set}:${name}`,
      ),
    ),
  ].map(name => completionOf({ name, value: '{|}', info: operatorWords(name) }))

/** What an operator does, in a sentence. */
export function operatorWords(name: string): string {
  const [set, rest] = name.includes(':') ? [name.split(':')[0], name.split(':')[1] ?? ''] : [undefined, name]
  const optional = rest.endsWith('IfExists')
  const base = optional ? rest.slice(0, -'IfExists'.length) : rest
  const parts = [
    set === 'ForAnyValue'
      ? 'At least one value of the request:'
      : set === 'ForAllValues'
        ? 'Every value of the request (also when there is none):'
        : '',
    BASE_WORDS[base] ?? 'compares the key with the values',
    optional ? '; holds as well when the request does not carry the key' : '',
  ]
  const sentence = parts.filter(Boolean).join(' ').replace(' ;', ';')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

const BASE_WORDS: Readonly<Record<string, string>> = {
  StringEquals: 'equals one of the values, with case; no wildcards',
  StringNotEquals: 'equals none of the values; holds when the key is missing',
  StringEqualsIgnoreCase: 'equals one of the values, without case',
  StringNotEqualsIgnoreCase: 'equals none of the values, without case',
  StringLike: 'matches one of the values, in which * and ? are wildcards',
  StringNotLike: 'matches none of the values, in which * and ? are wildcards',
  Bool: 'is true, or is false',
  Null: '"true" asks that the key is missing, "false" that it is there',
  IpAddress: 'lies in one of the address ranges',
  NotIpAddress: 'lies in none of the address ranges',
  ArnEquals: 'is an ARN that matches one of the values, part by part',
  ArnLike: 'is an ARN that matches one of the values, part by part',
  ArnNotEquals: 'is no ARN that matches one of the values',
  ArnNotLike: 'is no ARN that matches one of the values',
  BinaryEquals: 'has the bytes of one of the values, in base64',
  DateLessThan: 'is before the date',
  DateGreaterThan: 'is after the date',
  NumericLessThan: 'is less than the number',
  NumericGreaterThan: 'is greater than the number',
}

/** The keys that the statement's actions carry first, then those that every request carries. */
export function keyNames(
  statement: Statement | undefined,
  services: readonly ServiceEntry[],
  pages?: DocPages,
): readonly NameCompletion[] {
  const reference = {
    prefixes: undefined,
    service: (prefix: string) => services.find(entry => entry.prefix === prefix),
  }
  const carried = new Set<string>()
  for (const { text } of statement?.action?.not ? [] : (statement?.action?.values ?? [])) {
    for (const action of matchingActions(reference, text)?.actions ?? []) {
      for (const key of action.conditionKeys) carried.add(key)
    }
  }
  const own = [...carried].map(key => {
    const service = services.find(entry => entry.conditionKeys.has(key.toLowerCase()))
    const facts = service?.conditionKeys.get(key.toLowerCase())
    const page = pages?.key(service?.name ?? '', key)
    return { ...keyCompletion(key, page, facts?.type, facts?.description), boost: 10 }
  })
  const known = new Set(own.map(({ label }) => label))
  const global = globalKeyFacts().flatMap(({ key, type }) => {
    const found = keyCompletion(key, pages?.key('', key), type)
    return known.has(found.label) ? [] : [found]
  })
  return [...own, ...global]
}

function keyCompletion(
  key: string,
  page: string | undefined,
  type = '',
  description = '',
): Completion & { readonly value: string } {
  const name = key.replace(/\$\{[^}]*\}/, '')
  const words = description || key
  const info = page === undefined ? words : infoWithPage(words, { href: page, label: 'AWS’s page' })
  return { label: name, type: 'property', detail: type, info, value: '"|"' }
}
