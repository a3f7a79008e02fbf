import type { Diagnostic, ParsedPolicy, Statement } from '../policy/document.ts'
import type { Finding } from './finding.ts'
import { checkConditions } from './check-conditions.ts'
import { checkPrincipal } from './check-principal.ts'
import { checkActions, checkResources } from './check-patterns.ts'
import { compilePolicy, misplacedPrincipal } from './compile.ts'
import type { PolicyKind } from './policy-kind.ts'

/**
 * What a policy text says that AWS would read otherwise than its writer means, or not at all: patterns that match
 * nothing, values of the wrong type, unknown operators [C14], short ARNs [M5], variables where they do not count
 * [V1, V2], elements that have no place in this kind of policy. To be shown beside `parsed.diagnostics`; each has a
 * code of its own, and the same text and kind give the same findings in the order of the text.
 */
export function checkPolicy(parsed: ParsedPolicy, kind: PolicyKind): readonly Diagnostic[] {
  const byKind = remembered.get(parsed) ?? new Map<PolicyKind, readonly Diagnostic[]>()
  remembered.set(parsed, byKind)
  const known = byKind.get(kind)
  if (known) return known
  const findings = check(parsed, kind)
  byKind.set(kind, findings)
  return findings
}

const remembered = new WeakMap<ParsedPolicy, Map<PolicyKind, readonly Diagnostic[]>>()

function check(parsed: ParsedPolicy, kind: PolicyKind): readonly Diagnostic[] {
  const { document, rangeOf, text } = parsed
  const compiled = compilePolicy(parsed, kind).statements
  const findings = [
    ...compiled.flatMap(statement => [
      ...checkPlace(statement.statement, kind),
      ...checkPrincipal(statement.statement),
      ...checkActions(statement),
      ...checkResources(statement, document.version),
      ...checkConditions(statement, document.version),
    ]),
    ...repeatedSids(document.statements),
  ]
  return findings
    .map(
      (finding): Diagnostic => ({ ...finding, range: rangeOf(finding.at) ?? { from: 0, to: text.length } }),
    )
    .sort((a, b) => a.range.from - b.range.from)
}

/** Elements that this kind of policy does not take, or cannot do without. [P6, P8, M7] */
function checkPlace(statement: Statement, kind: PolicyKind): Finding[] {
  const { principal, resource, at } = statement
  const found: Finding[] = []
  const error = (code: string, message: string, where = at) =>
    found.push({ code, severity: 'error', message, at: where })
  if (principal && misplacedPrincipal(statement, kind)) {
    const message =
      kind === 'trust'
        ? 'a trust policy has no `NotPrincipal`: name who may assume the role'
        : 'there is no `Principal` here: whoever has the policy is meant'
    error('misplaced-principal', message, principal.at)
  }
  if (!principal && NEEDS_PRINCIPAL.has(kind)) {
    error('missing-principal', 'without a `Principal` the statement never matches: say whom it is about')
  }
  if (!resource && NEEDS_RESOURCE.has(kind)) {
    error('missing-resource', 'a statement needs `Resource` or `NotResource`')
  }
  if (resource && kind === 'trust') {
    error('misplaced-resource', 'a trust policy has no `Resource`: the role itself is meant', resource.at)
  }
  return found
}

const NEEDS_PRINCIPAL: ReadonlySet<PolicyKind> = new Set(['resource', 'trust', 'resource-control'])
const NEEDS_RESOURCE: ReadonlySet<PolicyKind> = new Set([
  'identity',
  'boundary',
  'session',
  'endpoint',
  'service-control',
  'resource-control',
])

function repeatedSids(statements: readonly Statement[]): Finding[] {
  const seen = new Set<string>()
  return statements.flatMap(({ sid, at }): Finding[] => {
    if (sid === undefined || sid === '') return []
    const repeated = seen.has(sid)
    seen.add(sid)
    const message = `another statement is called \`${sid}\` already: a Sid stands once in a policy`
    return repeated ? [{ code: 'repeated-sid', severity: 'error', message, at: `${at}/Sid` }] : []
  })
}
