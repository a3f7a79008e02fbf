import type { Applies } from './applies.ts'
import { any } from './outcome.ts'
import type { ControlLevel, PolicyInSet } from './policy-sets.ts'
import type { GateName, GateTrace, GateVerdict, Outcome, PolicyTrace } from './trace.ts'
import type { TracedPolicy, TracedStatement } from './trace-statement.ts'

/** A gate with what the fold needs of it. */
export interface OpenGate {
  readonly trace: GateTrace
  readonly policies: readonly TracedPolicy[]
  readonly skipped: boolean
  /** Whether some Deny in it applies to all of what was asked. [D1] */
  readonly denies: Outcome
  readonly allows: Outcome
  readonly allowStatements: readonly TracedStatement[]
}

/** What cannot be read does not take part: it never allows, and it denies nothing either. */
const counted = (outcome: Outcome): Outcome => (outcome === 'unevaluated' ? 'failed' : outcome)

export function gateOf(gate: GateName, policies: readonly TracedPolicy[], level?: string): OpenGate {
  const allowStatements: TracedStatement[] = []
  const denying: Outcome[] = []
  for (const { statements } of policies) {
    for (const statement of statements) {
      if (statement.effect === 'Allow') allowStatements.push(statement)
      else denying.push(statement.partial ? 'failed' : counted(statement.outcome))
    }
  }
  const denies = any(denying)
  const allows = any(allowStatements.map(({ outcome }) => counted(outcome)))
  const verdict = verdictOf(denies, allows)
  return {
    trace: { gate, ...(level !== undefined && { level }), verdict, reason: `${gate}-${verdict}`, policies },
    policies,
    skipped: false,
    denies,
    allows,
    allowStatements,
  }
}

function verdictOf(denies: Outcome, allows: Outcome): GateVerdict {
  if (denies === 'matched') return 'denies'
  if (denies === 'depends' || allows === 'depends')
    return allows === 'matched' && denies !== 'depends' ? 'allows' : 'depends'
  return allows === 'matched' ? 'allows' : 'silent'
}

/** A gate that is not asked. The reason is a code of the message catalogue. */
export function skippedGate(gate: GateName, reason: string): OpenGate {
  return {
    trace: { gate, verdict: 'skipped', reason, policies: [] },
    policies: [],
    skipped: true,
    denies: 'failed',
    allows: 'failed',
    allowStatements: [],
  }
}

/** One gate for each level of SCPs or RCPs; every one of them has to allow. [D2, D10, D12] */
export function controlGates(
  gate: 'service-control' | 'resource-control',
  levels: readonly ControlLevel[] | undefined,
  applies: Applies,
  trace: (policies: readonly PolicyInSet[]) => TracedPolicy[],
): OpenGate[] {
  if (!levels) return [skippedGate(gate, 'not-in-organization')]
  if (applies !== true) return [skippedGate(gate, applies.skipped)]
  return levels.map(({ level, policies }) => {
    const open = gateOf(gate, trace(policies), level)
    // RCPFullAWSAccess stands at every level and cannot be removed. [D12]
    return gate === 'resource-control' ? impliedAllow(open) : open
  })
}

function impliedAllow(open: OpenGate): OpenGate {
  const verdict = verdictOf(open.denies, 'matched')
  return {
    ...open,
    allows: 'matched',
    trace: { ...open.trace, verdict, reason: `resource-control-${verdict}` },
  }
}

/** The gate of a request that may or may not pass it: its Deny may not count, and neither may its silence. */
export function perhaps(open: OpenGate): OpenGate {
  const denies = open.denies === 'matched' ? 'depends' : open.denies
  const allows = open.allows === 'matched' ? 'matched' : 'depends'
  const verdict = verdictOf(denies, allows)
  return {
    ...open,
    denies,
    allows,
    trace: { ...open.trace, verdict, reason: `${open.trace.gate}-${verdict}` },
  }
}

/** The first rung of the ladder: is there a Deny anywhere that applies? */
export function denyGate(gates: readonly OpenGate[]): GateTrace {
  const denies = any(gates.map(gate => gate.denies))
  const denying: PolicyTrace[] = []
  for (const gate of gates) {
    for (const policy of gate.policies) {
      const statements = policy.statements.filter(
        ({ effect, outcome }) => effect === 'Deny' && (outcome === 'matched' || outcome === 'depends'),
      )
      if (statements.length > 0) denying.push({ ...policy, statements })
    }
  }
  const verdict: GateVerdict = denies === 'matched' ? 'denies' : denies === 'depends' ? 'depends' : 'silent'
  return { gate: 'explicit-deny', verdict, reason: `explicit-deny-${verdict}`, policies: denying }
}
