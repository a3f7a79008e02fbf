import { checkPolicy } from '../access/check-policy.ts'
import type { PolicyKind } from '../access/policy-kind.ts'
import { nearestName } from '../policy/element-names.ts'
import type { Diagnostic, ParsedPolicy, Statement } from '../policy/document.ts'
import { noReference, type ServiceReference } from './service-reference.ts'

/** What a model knows about where a policy stands. All of it may be missing: the checks that need it keep silent. */
export interface Standing {
  /** The account that it belongs to. */
  readonly account?: string | undefined
  /** For an inline policy, the kind of its owner. */
  readonly inlineOf?: 'user' | 'group' | 'role' | undefined
  /** The kinds of what it is attached to. */
  readonly heldBy?: ReadonlySet<'user' | 'group' | 'role'> | undefined
  /** The service of the resource whose policy it is. */
  readonly service?: string | undefined
}

/** A policy as the checks see it. */
export interface LintSubject {
  readonly parsed: ParsedPolicy
  readonly text: string
  readonly kind: PolicyKind
  readonly standing: Standing
  readonly reference: ServiceReference
  /** Those that can be understood: what is half typed is not judged. */
  readonly statements: readonly Statement[]
  /** The names that statements have. */
  readonly sids: ReadonlySet<string>
  /** What reading the text and compiling it said already, by code. */
  readonly said: (code: string) => readonly Diagnostic[]
  /** The name that was probably meant. Gives up in a text with very many mistakes: comparing letter by letter is slow. */
  readonly nearest: (name: string, known: readonly string[]) => string | undefined
}

const MOST_NEAREST = 40

export function lintSubject(
  parsed: ParsedPolicy,
  kind: PolicyKind,
  reference: ServiceReference = noReference,
  standing: Standing = {},
): LintSubject {
  const byCode = new Map<string, Diagnostic[]>()
  for (const diagnostic of [...parsed.diagnostics, ...checkPolicy(parsed, kind)]) {
    const known = byCode.get(diagnostic.code)
    if (known) known.push(diagnostic)
    else byCode.set(diagnostic.code, [diagnostic])
  }
  let left = MOST_NEAREST
  return {
    parsed,
    text: parsed.text,
    kind,
    standing,
    reference,
    statements: parsed.document.statements.filter(({ evaluable }) => evaluable),
    sids: new Set(parsed.document.statements.flatMap(({ sid }) => sid ?? [])),
    said: code => byCode.get(code) ?? [],
    nearest: (name, known) => (name.length < 100 && left-- > 0 ? nearestName(name, known) : undefined),
  }
}
