import { parseArn } from '../arn.ts'
import { hasWildcard, type Wildcard, wildcard } from '../wildcard.ts'
import { type Caller, callerOf } from './caller.ts'
import { type ContextValues, createContext, type RequestContext } from './context.ts'

/** Facts about the service that the policies do not tell. Absent means not known. */
export interface ServiceFacts {
  /** The action has no resource types: it is asked of `*`. [S6] */
  readonly wildcardOnlyAction?: boolean
  /** The service supports RCPs. [D12] */
  readonly resourceControlApplies?: boolean
  /** The caller's account is the management account. [D10] */
  readonly managementAccount?: boolean
  /** The bucket's RestrictPublicBuckets setting. [S7] */
  readonly restrictPublicBuckets?: boolean
  /** The resource's account is the management account, whose resources no RCP binds. [D12] */
  readonly resourceInManagementAccount?: boolean
}

export interface RequestInput {
  /** ARN of a user, role, session or root; a service principal; or `anonymous`. */
  readonly principal: string
  readonly action: string
  /** An ARN, a pattern [M9], or `*`. */
  readonly resource: string
  /** Twelve digits; needed where the ARN carries none. */
  readonly resourceAccount?: string
  readonly context?: ContextValues
  readonly missingKeys?: 'absent' | 'unknown'
  readonly facts?: ServiceFacts
}

/** A request, read once. */
export interface Request {
  readonly input: RequestInput
  readonly caller: Caller
  readonly service: string
  /** Lower case: names of actions are compared without case. [M1] */
  readonly actionName: string
  readonly resource: AskedResource
  /** The account of the resource; `undefined` when neither the ARN nor the request says. */
  readonly resourceAccount: string | undefined
  readonly context: RequestContext
  readonly facts: ServiceFacts
}

export type AskedResource =
  /** An action without resource types: only `*` covers it. [S6] */
  | { readonly kind: 'none' }
  /** `parts` are the six of the ARN; `pattern` says that it stands for many. [M9] */
  | {
      readonly kind: 'arn'
      readonly text: string
      readonly parts: readonly string[]
      /** Components 1 to 5 in lower case, for they are compared without case. [X5] */
      readonly front: readonly string[]
      readonly pattern: AskedPattern | undefined
    }

/** The components of a pattern, ready to be held against others. */
export interface AskedPattern {
  readonly front: readonly Wildcard[]
  readonly end: Wildcard
}

/** `contextOf` makes the context where the input does not hold all of it. */
export function readRequest(
  input: RequestInput,
  contextOf: (caller: Caller, resourceAccount: string | undefined) => RequestContext = (caller, account) =>
    createContext(input, caller, account),
): Request {
  const caller = callerOf(input.principal)
  const colon = input.action.indexOf(':')
  const resource = askedResource(input)
  const resourceAccount = accountOfResource(input)
  return {
    input,
    caller,
    service: input.action.slice(0, Math.max(0, colon)).toLowerCase(),
    actionName: input.action.slice(colon + 1).toLowerCase(),
    resource,
    resourceAccount,
    context: contextOf(caller, resourceAccount),
    facts: input.facts ?? {},
  }
}

function askedResource({ resource, facts }: RequestInput): AskedResource {
  if (facts?.wildcardOnlyAction === true) return { kind: 'none' }
  if (resource === '*') {
    return facts?.wildcardOnlyAction === false
      ? asked('*', ['arn', '*', '*', '*', '*', '*'])
      : { kind: 'none' }
  }
  const arn = parseArn(resource)
  return asked(
    resource,
    arn ? ['arn', arn.partition, arn.service, arn.region, arn.account, arn.resource] : [resource],
  )
}

function asked(text: string, parts: readonly string[]): AskedResource {
  const front = parts.slice(0, 5).map(part => part.toLowerCase())
  const pattern = hasWildcard(text)
    ? { front: front.map(part => wildcard(part)), end: wildcard(parts[5] ?? '') }
    : undefined
  return { kind: 'arn', text, parts, front, pattern }
}

function accountOfResource({ resource, resourceAccount }: RequestInput): string | undefined {
  const account = parseArn(resource)?.account
  return account && /^\d{12}$/.test(account) ? account : resourceAccount
}
