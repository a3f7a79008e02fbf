import type { Caller } from './caller.ts'
import { sameList } from './same-list.ts'

/** A string is a single-valued key, a list a multivalued one. */
export type ContextValues = Readonly<Record<string, string | readonly string[]>>

/** What a request has for a key: values, nothing, or something nobody has told. [C3, C16] */
export type KeyValue =
  | { readonly state: 'present'; readonly values: readonly string[]; readonly many: boolean }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }

export const sameKeyValue = (one: KeyValue, other: KeyValue): boolean =>
  one.state === 'present' && other.state === 'present'
    ? one.many === other.many && sameList(one.values, other.values)
    : one.state === other.state

export interface RequestContext {
  /** Key names are compared without case, tag names inside them too. [C2] */
  readonly valueOf: (key: string) => KeyValue
}

interface ContextInput {
  readonly principal: string
  readonly context?: ContextValues
  readonly missingKeys?: 'absent' | 'unknown'
  readonly absentPrefixes?: readonly string[]
}

/** The context of a request: what was given, what follows from the caller and the resource, and for the rest the default. */
export function createContext(
  input: ContextInput,
  caller: Caller,
  resourceAccount: string | undefined,
): RequestContext {
  const missing: KeyValue = { state: input.missingKeys ?? 'absent' }
  let known: Map<string, KeyValue> | undefined
  return {
    valueOf(key) {
      known ??= knownValues(input, caller, resourceAccount)
      const name = key.toLowerCase()
      return (
        known.get(name) ?? (input.absentPrefixes?.some(prefix => name.startsWith(prefix)) ? absent : missing)
      )
    },
  }
}

const one = (value: string): KeyValue => ({ state: 'present', values: [value], many: false })
const absent: KeyValue = { state: 'absent' }

function knownValues(
  input: ContextInput,
  caller: Caller,
  resourceAccount: string | undefined,
): Map<string, KeyValue> {
  const known = new Map<string, KeyValue>(callerKeys(caller))
  if (resourceAccount) known.set('aws:resourceaccount', one(resourceAccount))
  tell(known, input.context)
  return known
}

/** Puts told values over what is known. An empty list tells that there is no such key. */
export function tell(known: Map<string, KeyValue>, told: ContextValues = {}): Map<string, KeyValue> {
  for (const [key, value] of Object.entries(told)) {
    const values: readonly string[] = typeof value === 'string' ? [value] : value
    known.set(
      key.toLowerCase(),
      values.length === 0 ? absent : { state: 'present', values, many: typeof value !== 'string' },
    )
  }
  return known
}

/** Section 8 of the rules: what AWS puts into every request by itself, as far as the caller tells it. */
function callerKeys(caller: Caller): [string, KeyValue][] {
  switch (caller.kind) {
    case 'user':
      return [
        ...inAccount(caller.account),
        ['aws:principalarn', one(caller.arn)],
        ['aws:principaltype', one('User')],
        ['aws:username', one(caller.name)],
      ]
    case 'role':
      return [
        ...inAccount(caller.account),
        ['aws:principalarn', one(roleArn(caller))],
        ['aws:principaltype', one('AssumedRole')],
        ['aws:username', absent],
      ]
    case 'federated-user':
      return [
        ...inAccount(caller.account),
        ['aws:principalarn', one(caller.arn)],
        ['aws:principaltype', one('FederatedUser')],
        ['aws:username', absent],
      ]
    case 'root':
      return [
        ...inAccount(caller.account),
        ['aws:principalarn', one(caller.arn)],
        ['aws:principaltype', one('Account')],
        ['aws:username', absent],
      ]
    case 'service':
      return [
        ['aws:principalisawsservice', one('true')],
        ['aws:principalservicename', one(caller.name)],
        ['aws:username', absent],
      ]
    case 'anonymous':
      return [
        ['aws:principaltype', one('Anonymous')],
        ['aws:principalisawsservice', one('false')],
        ['aws:principalarn', absent],
        ['aws:principalaccount', absent],
        ['aws:username', absent],
      ]
    case 'federated':
      return [
        ['aws:federatedprovider', one(caller.provider)],
        ['aws:principalisawsservice', one('false')],
        ['aws:username', absent],
      ]
  }
}

const inAccount = (account: string): [string, KeyValue][] => [
  ['aws:principalaccount', one(account)],
  ['aws:principalisawsservice', one('false')],
  ['aws:principalservicename', absent],
]

/** For a session the key holds the role's ARN, not the session's. A session's ARN does not tell the role's path. */
function roleArn(caller: Extract<Caller, { kind: 'role' }>): string {
  return caller.session === undefined
    ? caller.arn
    : `arn:${caller.partition}:iam::${caller.account}:role${caller.path}${caller.name}`
}
