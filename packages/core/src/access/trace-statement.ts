import type { Effect, ElementOf, Located, PrincipalValue } from '../policy/document.ts'
import type { CompiledPolicy, CompiledStatement } from './compile.ts'
import type { KeyValue } from './context.ts'
import type { PolicyKind } from './policy-kind.ts'
import { actionMatches } from './match-action.ts'
import { traceCondition } from './match-condition.ts'
import { type GrantForm, matchPrincipal } from './match-principal.ts'
import { type Coverage, coverageOf } from './match-resource.ts'
import { all, any, outcomeOf } from './outcome.ts'
import type { PolicyInSet } from './policy-sets.ts'
import type { Request } from './request.ts'
import type {
  ConditionTrace,
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

export function tracePolicy(
  { id, compiled, via }: PolicyInSet,
  request: Request,
  hasBoundary: boolean,
): TracedPolicy {
  const parts = partsOf(compiled, id)
  return {
    policyId: id,
    via,
    statements: compiled.statements.map((statement, index) =>
      traceStatement(id, statement, compiled.kind, request, hasBoundary, (parts[index] ??= newParts())),
    ),
  }
}

/**
 * Traces that many requests have in common, since they only tell which one value matched, or that none did: by that
 * value's index, one further on. Most statements fail, and most fail in the same way.
 */
interface Parts {
  readonly action: (ElementTrace | undefined)[]
  readonly resource: (ElementTrace | undefined)[]
  /** Conditions without variables, by the values they were held against. */
  readonly conditions: Map<string, ConditionTrace>[]
  /** Statements of nothing but Action and Resource, by these two. */
  readonly whole: Map<ElementTrace | undefined, Map<ElementTrace | undefined, TracedStatement>>
}

const newParts = (): Parts => ({ action: [], resource: [], conditions: [], whole: new Map() })

const known = new WeakMap<CompiledPolicy, Map<string, Parts[]>>()
/** The same text may stand in many policies; a caller of the flat entry may also make up an id each time. */
const mostIds = 50

function partsOf(compiled: CompiledPolicy, id: string): Parts[] {
  let byId = known.get(compiled)
  if (!byId) known.set(compiled, (byId = new Map()))
  let parts = byId.get(id)
  if (!parts) {
    if (byId.size >= mostIds) byId.clear()
    byId.set(id, (parts = []))
  }
  return parts
}

const principalKinds: ReadonlySet<PolicyKind> = new Set(['resource', 'trust', 'resource-control'])

function traceStatement(
  policyId: string,
  compiled: CompiledStatement,
  kind: PolicyKind,
  request: Request,
  hasBoundary: boolean,
  parts: Parts,
): TracedStatement {
  const principal = tracePrincipal(policyId, compiled, kind, request, hasBoundary)
  const action = compiled.statement.action && traceAction(policyId, compiled, request, parts.action)
  const resource = traceResource(policyId, compiled, kind, request, parts.resource)
  const simple = !principal && compiled.conditions.length === 0
  const before = simple && parts.whole.get(action)?.get(resource)
  if (before) return before
  const elements: ElementTrace[] = []
  if (principal) elements.push(principal.element)
  if (action) elements.push(action)
  if (resource) elements.push(resource)
  if (compiled.conditions.length > 0)
    elements.push(traceConditions(policyId, compiled, request, parts.conditions))
  const traced = statementOf(policyId, compiled, elements, principal?.grants ?? [])
  if (simple && isKnown(parts.action, action) && isKnown(parts.resource, resource)) {
    const byResource = parts.whole.get(action) ?? new Map<ElementTrace | undefined, TracedStatement>()
    parts.whole.set(action, byResource.set(resource, traced))
  }
  return traced
}

const isKnown = (known: readonly (ElementTrace | undefined)[], element: ElementTrace | undefined) =>
  element === undefined || known.includes(element)

function statementOf(
  policyId: string,
  { statement, evaluable }: CompiledStatement,
  elements: readonly ElementTrace[],
  grants: TracedStatement['grants'],
): TracedStatement {
  const { at, sid, effect } = statement
  const partial = elements.some(element => element.partial)
  return {
    policyId,
    at,
    ...(sid !== undefined && { sid }),
    effect,
    outcome: evaluable ? all(elements.map(({ outcome }) => outcome)) : 'unevaluated',
    ...(partial && { partial }),
    elements,
    grants,
  }
}

function traceAction(
  policyId: string,
  compiled: CompiledStatement,
  request: Request,
  known: (ElementTrace | undefined)[],
): ElementTrace {
  const { actions } = compiled
  const matched = actions.map(value => actionMatches(value, request))
  const first = matched.indexOf(true)
  return first === matched.lastIndexOf(true)
    ? (known[first + 1] ??= actionElement(policyId, compiled, matched))
    : actionElement(policyId, compiled, matched)
}

function actionElement(
  policyId: string,
  { statement: { action }, actions }: CompiledStatement,
  matched: readonly boolean[],
): ElementTrace {
  const patterns = actions.map(
    ({ at, text, note }, index): PatternTrace => ({
      policyId,
      at,
      text,
      outcome: outcomeOf(matched[index] === true),
      ...(note !== undefined && { note }),
    }),
  )
  const not = action?.not === true
  return element(policyId, action ?? nowhere, 'Action', outcomeOf(matched.includes(true) !== not), patterns)
}

function traceResource(
  policyId: string,
  compiled: CompiledStatement,
  kind: PolicyKind,
  request: Request,
  known: (ElementTrace | undefined)[],
): ElementTrace | undefined {
  const { statement, resources } = compiled
  if (!statement.resource) {
    // Trust policies have no Resource, and other resource policies may leave it out: then it matches. [M7]
    if (kind === 'trust' || kind === 'resource') return undefined
    return (known[0] ??= {
      ...element(policyId, { ...nowhere, at: statement.at }, 'Resource', 'failed', []),
      note: 'no-resource',
    })
  }
  const coverages = resources.map(value => coverageOf(value, request.resource, request.context))
  const first = coverages.findIndex(coverage => coverage !== 'none')
  const others = first >= 0 && coverages.some((one, at) => at > first && one !== 'none')
  return first < 0 || (coverages[first] === 'all' && !others)
    ? (known[first + 1] ??= resourceElement(policyId, compiled, coverages))
    : resourceElement(policyId, compiled, coverages)
}

function resourceElement(
  policyId: string,
  { statement: { resource, effect }, resources }: CompiledStatement,
  coverages: readonly Coverage[],
): ElementTrace {
  const patterns = resources.map(({ at, text, note }, index): PatternTrace => {
    const coverage = coverages[index] ?? 'none'
    const said = noteOf(coverage, note)
    return {
      policyId,
      at,
      text,
      outcome: outcomeOfCoverage(coverage),
      ...(coverage === 'part' && { partial: true }),
      ...(said !== undefined && { note: said }),
    }
  })
  const { outcome, partial } = resource?.not ? outside(coverages) : inside(coverages, effect)
  // A Deny that covers only a part of what was asked does not deny it; the answer says that a part is denied. [M9]
  const traced = element(policyId, resource ?? nowhere, 'Resource', outcome, patterns)
  return partial && (outcome === 'matched' || effect === 'Deny') ? { ...traced, partial } : traced
}

const nowhere: ElementOf<Located> = { at: '', not: false, values: [] }

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

const mostValues = 32

const asText = (value: KeyValue): string => {
  if (value.state !== 'present') return value.state
  return value.many ? JSON.stringify(value.values) : `=${value.values[0] ?? ''}`
}

function traceConditions(
  policyId: string,
  { statement, conditions }: CompiledStatement,
  { context }: Request,
  known: Parts['conditions'],
): ElementTrace {
  const traced = conditions.map((condition, index) => {
    if (condition.values.some(({ template: { plain } }) => !plain))
      return traceCondition(condition, context, policyId)
    const traces = (known[index] ??= new Map<string, ConditionTrace>())
    const value = asText(context.valueOf(condition.entry.key))
    let trace = traces.get(value)
    if (trace) return trace
    if (traces.size >= mostValues) traces.clear()
    traces.set(value, (trace = traceCondition(condition, context, policyId)))
    return trace
  })
  return {
    policyId,
    at: `${statement.at}/Condition`,
    element: 'Condition',
    outcome: all(traced.map(({ outcome }) => outcome)),
    patterns: [],
    conditions: traced,
  }
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
