import type { Diagnostic, ParsedPolicy } from '../policy/document.ts'
import { parsedPolicy } from '../policy/parsed-policy.ts'
import { asksForTrust } from './applies.ts'
import { checkPolicy } from './check-policy.ts'
import { compilePolicy } from './compile.ts'
import type { PolicyKind } from './policy-kind.ts'
import { evaluate } from './evaluate.ts'
import { asContext, asList, asText, isObject, isUnchanged } from './flat-input.ts'
import type { ControlLevel, PolicyInSet } from './policy-sets.ts'
import { readRequest, type RequestInput } from './request.ts'
import type { Decision, GateTrace, KeyDependency, Place } from './trace.ts'

/** A policy of the flat entry: text, or JSON already parsed. */
export interface Policy {
  readonly id: string
  readonly document: string | object
}

export interface PolicyLevel {
  readonly level: string
  readonly policies: readonly Policy[]
}

export interface AuthorizeInput {
  readonly request: RequestInput
  readonly policies: {
    readonly identity?: readonly Policy[]
    readonly permissionsBoundary?: Policy
    readonly session?: readonly Policy[]
    readonly resource?: Policy
    readonly endpoint?: readonly Policy[]
    readonly serviceControl?: readonly PolicyLevel[]
    /** `RCPFullAWSAccess` is implied at every level. [D12] */
    readonly resourceControl?: readonly PolicyLevel[]
  }
}

export interface AuthorizeResult {
  readonly decision: Decision
  readonly determining: readonly Place[]
  readonly gates: readonly GateTrace[]
  readonly partial?: true
  readonly dependsOn: readonly KeyDependency[]
  /** What is wrong with a policy: its text, and what in it AWS reads otherwise than it seems (`checkPolicy`). [C14] */
  readonly diagnostics: readonly PolicyDiagnostic[]
  /** A rule that decided by itself: `always-allowed`, `owned-by-aws`, … [D11, D14, S7, S8] */
  readonly because?: string
}

/** A diagnostic, and the policy it is about. */
export interface PolicyDiagnostic extends Diagnostic {
  readonly policyId: string
}

/**
 * The flat entry: one request and the policies that bear on it, with no account model around them. Never throws, for
 * any JSON: a policy that AWS would not take is reported in `diagnostics`, and none of its statements allows anything;
 * what its Deny statements deny stays denied. An empty list of session or endpoint policies is as good as none.
 */
export function authorize(input: AuthorizeInput): AuthorizeResult {
  const { request: asked, policies } = isObject(input) ? input : noInput
  const request = readRequest(readInput(asked))
  const sets = isObject(policies) ? policies : {}
  const diagnostics: PolicyDiagnostic[] = []
  const as =
    (kind: PolicyKind) =>
    (policy: Policy): PolicyInSet => {
      const { id, document } = isObject(policy) ? policy : { id: '', document: '' }
      const parsed = parsedDocument(document)
      for (const diagnostic of [...parsed.diagnostics, ...checkPolicy(parsed, kind)]) {
        diagnostics.push({ ...diagnostic, policyId: asText(id) })
      }
      return { id: asText(id), compiled: compilePolicy(withoutAllowsIfBroken(parsed), kind), via: [] }
    }
  const levels = (kind: PolicyKind, all: readonly PolicyLevel[] | undefined): ControlLevel[] =>
    asList(all).map(({ level, policies: own }) => ({
      level: asText(level),
      policies: asList(own).map(as(kind)),
    }))
  const session = asList(sets.session).map(as('session'))
  const endpoint = asList(sets.endpoint).map(as('endpoint'))
  const evaluation = evaluate(request, {
    identity: asList(sets.identity).map(as('identity')),
    ...(sets.permissionsBoundary && { boundary: as('boundary')(sets.permissionsBoundary) }),
    ...(session.length > 0 && { session }),
    ...(sets.resource && { resource: as(asksForTrust(request) ? 'trust' : 'resource')(sets.resource) }),
    ...(endpoint.length > 0 && { endpoint }),
    ...(sets.serviceControl && { serviceControl: levels('service-control', sets.serviceControl) }),
    ...(sets.resourceControl && { resourceControl: levels('resource-control', sets.resourceControl) }),
  })
  const { request: _, ...answer } = evaluation
  return { ...answer, diagnostics }
}

const noInput: AuthorizeInput = { request: { principal: '', action: '', resource: '' }, policies: {} }

function readInput(asked: RequestInput): RequestInput {
  const { principal, action, resource, resourceAccount, context, missingKeys, facts } = isObject(asked)
    ? asked
    : noInput.request
  return {
    principal: asText(principal),
    action: asText(action),
    resource: asText(resource),
    ...(resourceAccount && { resourceAccount: asText(resourceAccount) }),
    context: asContext(context),
    missingKeys: missingKeys === 'unknown' ? 'unknown' : 'absent',
    ...(isObject(facts) && { facts }),
  }
}

const readBefore = new WeakMap<object, { readonly copy: unknown; readonly parsed: ParsedPolicy }>()

/** An object given again is held against what it was: it may have changed, and that is cheaper than printing it. */
function parsedDocument(document: unknown): ParsedPolicy {
  const before = isObject(document) ? readBefore.get(document) : undefined
  if (before && isUnchanged(document, before.copy)) return before.parsed
  const text = textOf(document)
  const parsed = parsedPolicy(text)
  if (isObject(document) && parsed.complete) readBefore.set(document, { copy: JSON.parse(text), parsed })
  return parsed
}

/** What is no JSON, such as a circle, is a broken policy and not an exception. */
function textOf(document: unknown): string {
  if (typeof document === 'string') return document
  try {
    return asText(JSON.stringify(document))
  } catch {
    return ''
  }
}

/** AWS takes a policy as a whole or not at all. A duplicate key is the one error that still has a meaning. [X7] */
const isBroken = ({ diagnostics }: ParsedPolicy): boolean =>
  diagnostics.some(({ code, severity }) => severity === 'error' && code !== 'duplicate-key')

const withoutAllows = new WeakMap<ParsedPolicy, ParsedPolicy>()

function withoutAllowsIfBroken(parsed: ParsedPolicy): ParsedPolicy {
  if (!isBroken(parsed)) return parsed
  const known = withoutAllows.get(parsed)
  if (known) return known
  const statements = parsed.document.statements.map(statement =>
    statement.effect === 'Allow' ? { ...statement, evaluable: false } : statement,
  )
  const denying = { ...parsed, document: { ...parsed.document, statements } }
  withoutAllows.set(parsed, denying)
  return denying
}
