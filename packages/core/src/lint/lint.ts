import type { PolicyKind } from '../access/policy-kind.ts'
import type { ParsedPolicy } from '../policy/document.ts'
import { CHECKS } from './checks.ts'
import type { Check, Hit, LintFinding } from './finding.ts'
import type { ServiceReference } from './service-reference.ts'
import { lintSubject, type Standing } from './subject.ts'

export interface LintOptions {
  readonly kind: PolicyKind
  /** What is known of AWS's services; where absent, checks that need it keep silent. */
  readonly reference?: ServiceReference
  /** What a model knows about where the policy stands. */
  readonly standing?: Standing
}

/**
 * Everything there is to say about a policy text, in its order: what the parser and the compiler say, and all other
 * checks. Never throws, whatever the text; the same input gives the same findings.
 */
export function lint(parsed: ParsedPolicy, options: LintOptions): LintFinding[] {
  const steps = lintInSteps(parsed, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** `lint`, check by check: for a long text, so that who calls it can let others in between. */
export function* lintInSteps(
  parsed: ParsedPolicy,
  { kind, reference, standing }: LintOptions,
): Generator<undefined, LintFinding[]> {
  const subject = lintSubject(parsed, kind, reference, standing)
  const findings: LintFinding[] = []
  for (const check of CHECKS) {
    for (const hit of check.find(subject)) findings.push(placed(parsed, check, hit))
    yield undefined
  }
  return findings.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to)
}

function placed(
  { text, rangeOf, keyRangeOf }: ParsedPolicy,
  { code, severity, title, why, page }: Check,
  { at, onName, range, message, fix }: Hit,
): LintFinding {
  const place = range ?? (onName ? keyRangeOf(at) : undefined) ?? rangeOf(at) ?? { from: 0, to: text.length }
  return { code, severity, title, why, page, message, at, range: place, ...(fix && { fix }) }
}
