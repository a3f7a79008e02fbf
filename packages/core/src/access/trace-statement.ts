import type { Effect, ElementOf, Located, PrincipalValue } from '../policy/document.ts'
import type { CompiledPolicy, CompiledStatement } from './compile.ts'
import type { PolicyKind } from './policy-kind.ts'
import { actionMatches } from './match-action.ts'
import { traceCondition } from './match-condition.ts'
import { type GrantForm, matchPrincipal } from './match-principal.ts'
import { type Coverage, coverageOf } from './match-resource.ts'
import { all, any, not, outcomeOf } from './outcome.ts'
import type { Request } from './request.ts'
import type {
  ElementName,
  ElementTrace,
  Outcome,
  PatternTrace,
  PolicyTrace,
  StatementTrace,
} from './trace.ts'

/** A statement held against a request: the trace, and in which forms its Principal names the caller. */
export interface TracedStatement extends StatementTrace {
  readonly grants: readonly (GrantForm | 'not-principal')[]
}

export interface TracedPolicy extends PolicyTrace {
  readonly statements: readonly TracedStatement[]
}

/** A policy in one of the sets that bear on a request. `via` tells who lent it: a group, an OU. */
export interface PolicyInSet {
  readonly id: string
  readonly compiled: CompiledPolicy
  readonly via: readonly string[]
}

export function tracePolicy(
  { id, compiled, via }: PolicyInSet,
  request: Request,
  hasBoundary: boolean,
): TracedPolicy {
  return {
    policyId: id,
    via,
    statements: compiled.statements.map(statement =>
      traceStatement(id, statement, compiled.kind, request, hasBoundary),
    ),
  }
}

const principalKinds: ReadonlySet<PolicyKind> = new Set(['resource', 'trust', 'resource-control'])

function traceStatement(
  policyId: string,
  compiled: CompiledStatement,
  kind: PolicyKind,
  request: Request,
  hasBoundary: boolean,
): TracedStatement {
  const { statement } = compiled
  const principal = tracePrincipal(policyId, compiled, kind, request, hasBoundary)
  const elements = [
    ...(principal ? [principal.element] : []),
    ...traceAction(policyId, compiled, request),
    ...traceResource(policyId, compiled, kind, request),
    ...traceConditions(policyId, compiled, request),
  ]
  const partial = elements.some(element => element.partial)
  return {
    policyId,
    at: statement.at,
    ...(statement.sid !== undefined && { sid: statement.sid }),
    effect: statement.effect,
    outcome: compiled.evaluable ? all(elements.map(({ outcome }) => outcome)) : 'unevaluated',
    ...(partial && { partial }),
    elements,
    grants: principal?.grants ?? [],
  }
}

function traceAction(
  policyId: string,
  { statement, actions }: CompiledStatement,
  request: Request,
): ElementTrace[] {
  const { action } = statement
  if (!action) return []
  const patterns = actions.map(
    (value): PatternTrace => ({
      policyId,
      at: value.at,
      text: value.text,
      outcome: outcomeOf(actionMatches(value, request)),
      ...(value.note !== undefined && { note: value.note }),
    }),
  )
  const found = any(patterns.map(({ outcome }) => outcome))
  return [element(policyId, action, 'Action', action.not ? not(found) : found, patterns)]
}

function traceResource(
  policyId: string,
  { statement, resources }: CompiledStatement,
  kind: PolicyKind,
  request: Request,
): ElementTrace[] {
  const { resource, effect } = statement
  // Trust policies have no Resource, and other resource policies may leave it out: then it matches. [M7]
  if (!resource) {
    if (kind === 'trust' || kind === 'resource') return []
    return [
      {
        policyId,
        at: statement.at,
        element: 'Resource',
        outcome: 'failed',
        patterns: [],
        conditions: [],
        note: 'no-resource',
      },
    ]
  }
  const coverages = resources.map(value => coverageOf(value, request.resource, request.context))
  const patterns = resources.map((value, index): PatternTrace => {
    const coverage = coverages[index] ?? 'none'
    return {
      policyId,
      at: value.at,
      text: value.text,
      outcome: outcomeOfCoverage(coverage),
      ...(coverage === 'part' && { partial: true }),
      ...(noteOf(coverage, value.note) !== undefined && { note: noteOf(coverage, value.note) ?? '' }),
    }
  })
  const { outcome, partial } = resource.not ? outside(coverages) : inside(coverages, effect)
  // A Deny that covers only a part of what was asked does not deny it; the answer says that a part is denied. [M9]
  const traced = element(policyId, resource, 'Resource', outcome, patterns)
  return [partial && (outcome === 'matched' || effect === 'Deny') ? { ...traced, partial } : traced]
}

const noteOf = (coverage: Coverage, note: string | undefined) =>
  coverage === 'unresolved' ? 'variable-unresolved' : note

function outcomeOfCoverage(coverage: Coverage): Outcome {
  switch (coverage) {
    case 'all':
    case 'part':
      return 'matched'
    case 'unknown':
      return 'depends'
    case 'none':
    case 'unresolved':
    case 'invalid':
    case 'unknown-miss':
      return 'failed'
  }
}

interface Reach {
  readonly outcome: Outcome
  readonly partial: boolean
}

function inside(coverages: readonly Coverage[], effect: Effect): Reach {
  // A Deny over a part, with a value beside it that may turn out to cover all: that may still deny.
  if (effect === 'Deny' && !coverages.includes('all') && coverages.includes('unknown')) {
    return { outcome: 'depends', partial: false }
  }
  const outcome = any(coverages.map(outcomeOfCoverage))
  return { outcome, partial: outcome === 'matched' && !coverages.includes('all') }
}

/** NotResource: what is left of the request when these are taken out. What has no meaning must not turn into a match. [M6] */
function outside(coverages: readonly Coverage[]): Reach {
  if (coverages.some(coverage => coverage === 'all' || coverage === 'unresolved' || coverage === 'invalid')) {
    return { outcome: 'failed', partial: false }
  }
  if (coverages.some(coverage => coverage === 'unknown' || coverage === 'unknown-miss')) {
    return { outcome: 'depends', partial: false }
  }
  return { outcome: 'matched', partial: coverages.includes('part') }
}

function traceConditions(
  policyId: string,
  { statement, conditions }: CompiledStatement,
  request: Request,
): ElementTrace[] {
  if (conditions.length === 0) return []
  const traced = conditions.map(condition => traceCondition(condition, request.context, policyId))
  return [
    {
      policyId,
      at: `${statement.at}/Condition`,
      element: 'Condition',
      outcome: all(traced.map(({ outcome }) => outcome)),
      patterns: [],
      conditions: traced,
    },
  ]
}

interface PrincipalResult {
  readonly element: ElementTrace
  readonly grants: readonly (GrantForm | 'not-principal')[]
}

function tracePrincipal(
  policyId: string,
  { statement }: CompiledStatement,
  kind: PolicyKind,
  { caller }: Request,
  hasBoundary: boolean,
): PrincipalResult | undefined {
  const { principal } = statement
  if (!principal) {
    // A resource policy's statement without a Principal never matches. [P8]
    return principalKinds.has(kind)
      ? { element: missingPrincipal(policyId, statement.at), grants: [] }
      : undefined
  }
  const { matched, grants, forms, despiteListing } = matchPrincipal(statement, caller, hasBoundary)
  const patterns = principal.values.map(
    (value, index): PatternTrace => ({
      policyId,
      at: value.at,
      text: value.text,
      outcome: outcomeOf(forms[index] !== undefined),
    }),
  )
  const traced = element(policyId, principal, 'Principal', outcomeOf(matched), patterns)
  return { element: despiteListing ? { ...traced, note: 'not-principal-with-boundary' } : traced, grants }
}

const missingPrincipal = (policyId: string, at: string): ElementTrace => ({
  policyId,
  at,
  element: 'Principal',
  outcome: 'failed',
  patterns: [],
  conditions: [],
  note: 'no-principal',
})

function element(
  policyId: string,
  { at, not: negated }: ElementOf<Located | PrincipalValue>,
  name: 'Action' | 'Resource' | 'Principal',
  outcome: Outcome,
  patterns: readonly PatternTrace[],
): ElementTrace {
  const element: ElementName = negated ? `Not${name}` : name
  return { policyId, at, element, outcome, patterns, conditions: [] }
}
