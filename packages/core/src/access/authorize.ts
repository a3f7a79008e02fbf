import { parsePolicy } from '../policy/parse.ts'
import type { Diagnostic, ParsedPolicy } from '../policy/document.ts'
import { asksForTrust } from './applies.ts'
import { compilePolicy, type PolicyKind } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { PolicySets } from './policy-sets.ts'
import { readRequest, type RequestInput } from './request.ts'
import type { Decision, GateTrace, KeyDependency, Place } from './trace.ts'
import type { PolicyInSet } from './trace-statement.ts'

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
  /** What is wrong with a policy's text. A statement that cannot be read never counts as an allow. */
  readonly diagnostics: readonly (Diagnostic & { readonly policyId: string })[]
}

/**
 * The flat entry: one request and the policies that bear on it, with no account model around them. Never throws on
 * what a user can write: a policy that cannot be read is reported and takes no part.
 */
export function authorize({ request: input, policies }: AuthorizeInput): AuthorizeResult {
  const request = readRequest(input)
  const diagnostics: (Diagnostic & { readonly policyId: string })[] = []
  const as = (kind: PolicyKind) => (policy: Policy) => {
    const parsed = parsedDocument(policy.document)
    for (const diagnostic of parsed.diagnostics) diagnostics.push({ ...diagnostic, policyId: policy.id })
    return inSet(policy.id, parsed, kind)
  }
  const levels = (kind: PolicyKind, all: readonly PolicyLevel[]) =>
    all.map(({ level, policies: own }) => ({ level, policies: own.map(as(kind)) }))
  const sets: PolicySets = {
    identity: (policies.identity ?? []).map(as('identity')),
    ...(policies.permissionsBoundary && { boundary: as('boundary')(policies.permissionsBoundary) }),
    ...(policies.session && { session: policies.session.map(as('session')) }),
    ...(policies.resource && {
      resource: as(asksForTrust(request) ? 'trust' : 'resource')(policies.resource),
    }),
    ...(policies.endpoint && { endpoint: policies.endpoint.map(as('endpoint')) }),
    ...(policies.serviceControl && { serviceControl: levels('service-control', policies.serviceControl) }),
    ...(policies.resourceControl && {
      resourceControl: levels('resource-control', policies.resourceControl),
    }),
  }
  const { decision, determining, gates, partial, dependsOn } = evaluate(request, sets)
  return { decision, determining, gates, ...(partial && { partial }), dependsOn, diagnostics }
}

export const inSet = (
  id: string,
  parsed: ParsedPolicy,
  kind: PolicyKind,
  via: readonly string[] = [],
): PolicyInSet => ({
  id,
  compiled: compilePolicy(parsed, kind),
  via,
})

// A policy that is asked about again and again is the same object again and again.
const parsedObjects = new WeakMap<object, ParsedPolicy>()

function parsedDocument(document: string | object): ParsedPolicy {
  if (typeof document === 'string') return parsePolicy(document)
  const known = parsedObjects.get(document)
  if (known) return known
  const parsed = parsePolicy(jsonOf(document))
  parsedObjects.set(document, parsed)
  return parsed
}

/** What is no JSON, such as a circle, is a broken policy and not an exception. */
function jsonOf(document: object): string {
  try {
    return JSON.stringify(document) ?? ''
  } catch {
    return ''
  }
}
