import { type ParsedPolicy, type PolicyKind, parsedPolicy } from '@iam-canvas/core'
import { lint, type LintFinding } from '@iam-canvas/core/lint'
import { loadedReference } from '../lint/loaded-reference.ts'

/** Beside what is an error: what AWS takes back when the policy is saved, since it looks every principal up. */
const REFUSED: ReadonlySet<string> = new Set([
  'group-principal',
  'unknown-principal',
  'wildcard-in-principal',
])

/** Why a change of a policy is not made: what it would bring that AWS refuses. `undefined` when it brings nothing. */
export function refusalOf(before: ParsedPolicy, after: string, kind: PolicyKind): string | undefined {
  const found = refused(parsedPolicy(after), kind)
  if (found.length === 0) return undefined
  const known = new Set(refused(before, kind).map(({ code, message }) => `${code} ${message}`))
  return found.find(({ code, message }) => !known.has(`${code} ${message}`))?.message
}

const refused = (parsed: ParsedPolicy, kind: PolicyKind): readonly LintFinding[] =>
  lint(parsed, { kind, reference: loadedReference }).filter(
    ({ severity, code }) => severity === 'error' || REFUSED.has(code),
  )
