import type { ParsedPolicy, Statement } from '../policy/document.ts'
import { type CompiledAction, compileAction } from './match-action.ts'
import { type CompiledCondition, compileCondition } from './match-condition.ts'
import { type CompiledResource, compileResource } from './match-resource.ts'
import type { PolicyKind } from './policy-kind.ts'

export interface CompiledStatement {
  readonly statement: Statement
  /** False when it cannot be read, or has a Principal where AWS takes none. It then never matches. */
  readonly evaluable: boolean
  readonly actions: readonly CompiledAction[]
  readonly resources: readonly CompiledResource[]
  readonly conditions: readonly CompiledCondition[]
}

/** A policy compiled once: for every principal, every resource, every keystroke elsewhere. */
export interface CompiledPolicy {
  readonly parsed: ParsedPolicy
  readonly kind: PolicyKind
  readonly statements: readonly CompiledStatement[]
}

const cache = new WeakMap<ParsedPolicy, Map<PolicyKind, CompiledPolicy>>()

/** Compiles a parsed policy for the set it is in. The same parse gives the same result again. */
export function compilePolicy(parsed: ParsedPolicy, kind: PolicyKind): CompiledPolicy {
  let byKind = cache.get(parsed)
  if (!byKind) cache.set(parsed, (byKind = new Map()))
  let compiled = byKind.get(kind)
  if (!compiled) byKind.set(kind, (compiled = compile(parsed, kind)))
  return compiled
}

function compile(parsed: ParsedPolicy, kind: PolicyKind): CompiledPolicy {
  // Variables exist since 2012-10-17; without a Version, or with the older one, `${aws:username}` is plain text. [V1]
  const variables = parsed.document.version === '2012-10-17'
  return {
    parsed,
    kind,
    statements: parsed.document.statements.map(statement => ({
      statement,
      evaluable: statement.evaluable && !misplacedPrincipal(statement, kind) && !hasEmptyList(statement),
      actions: (statement.action?.values ?? []).map(compileAction),
      resources: (statement.resource?.values ?? []).map(value => compileResource(value, kind, variables)),
      conditions: statement.conditions.map(entry => compileCondition(entry, variables)),
    })),
  }
}

/** AWS takes no empty list; as NotAction it would be everything. */
const hasEmptyList = ({ principal, action, resource }: Statement): boolean =>
  [principal, action, resource].some(element => element?.values.length === 0)

/**
 * Whether the statement has a Principal where AWS takes none: in what is attached to a principal, it is that principal
 * who is meant. Trust policies take a Principal, but no NotPrincipal. [P6]
 */
export function misplacedPrincipal({ principal }: Statement, kind: PolicyKind): boolean {
  if (!principal) return false
  return kind === 'trust' ? principal.not : WITHOUT_PRINCIPAL.has(kind)
}

const WITHOUT_PRINCIPAL: ReadonlySet<PolicyKind> = new Set([
  'identity',
  'boundary',
  'session',
  'service-control',
])
