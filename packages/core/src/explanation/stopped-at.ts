import type { Explanation, GateTrace } from '../access/trace.ts'

/**
 * The gates that kept an implicitly denied request from being allowed, the first to name first. Read from the verdicts
 * alone: guardrails always have to allow; the caller's own side comes next; and where all of that allows, it was the
 * resource-based policy that had to let the caller in and did not. [D2–D6]
 */
export function stoppedAt({ decision, gates }: Explanation): readonly GateTrace[] {
  if (decision !== 'ImplicitDeny') return []
  const silent = gates.filter(({ verdict }) => verdict === 'silent')
  const named = (...names: readonly GateTrace['gate'][]) => silent.filter(({ gate }) => names.includes(gate))
  const guardrails = named('resource-control', 'service-control', 'endpoint')
  const own = named('identity', 'boundary', 'session')
  if (guardrails.length + own.length > 0) return [...guardrails, ...own]
  return gates.filter(({ gate }) => gate === 'resource-policy')
}
