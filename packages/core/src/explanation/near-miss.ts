import { type Arn, parseArn } from '../arn.ts'
import { remembered } from '../model/remembered.ts'
import type { Evaluation } from '../access/evaluate.ts'
import type {
  AskedRequest,
  ConditionTrace,
  ElementTrace,
  GateName,
  NearMiss,
  PatternTrace,
  StatementTrace,
} from '../access/trace.ts'

const MOST = 8

interface Candidate {
  readonly failure: Failure
  /** Smaller is nearer; counts only among statements that fail in equally many elements. */
  readonly distance: number
}

/**
 * The Allow statements that almost allowed what was denied implicitly, at most eight. Only gates that kept silent are
 * looked at: where a gate allowed already, another Allow changes nothing. Fewest failed elements first, then by how
 * near the failed ones are (same service, same kind of resource, common beginning), then in the order of the gates.
 * Every other decision has none.
 */
export function nearMisses({ decision, gates, request }: Evaluation): readonly NearMiss[] {
  if (decision !== 'ImplicitDeny') return []
  // byFailures[n]: statements that fail in n elements. What fails in more is only looked at while there is room.
  const byFailures: Failure[][] = []
  for (const { gate, verdict, policies } of gates) {
    if (verdict !== 'silent' || gate === 'explicit-deny') continue
    for (const { statements } of policies) {
      for (const statement of statements) {
        if (statement.effect !== 'Allow' || statement.outcome !== 'failed') continue
        const failed = statement.elements.filter(isFailed)
        ;(byFailures[failed.length] ??= []).push({ gate, statement, failed })
      }
    }
  }
  const asked = { ...request, arn: parseArn(request.resource), principalArn: parseArn(request.principal) }
  const misses: NearMiss[] = []
  for (const failures of byFailures) {
    if (!failures || misses.length >= MOST) continue
    const candidates = failures.flatMap(failure => candidateOf(failure, asked) ?? [])
    candidates.sort((a, b) => a.distance - b.distance)
    for (const { failure } of candidates.slice(0, MOST - misses.length)) misses.push(missOf(failure, request))
  }
  return misses
}

interface Failure {
  readonly gate: GateName
  readonly statement: StatementTrace
  readonly failed: readonly ElementTrace[]
}

interface Asked extends AskedRequest {
  readonly arn: Arn | undefined
  readonly principalArn: Arn | undefined
}

const isFailed = ({ outcome }: ElementTrace): boolean => outcome === 'failed' || outcome === 'unevaluated'

function candidateOf(failure: Failure, asked: Asked): Candidate | undefined {
  const { failed } = failure
  let distance = 0
  for (const element of failed) {
    const own = distanceOf(element, asked)
    // About another service and another resource: that is no miss, it is another subject.
    if (own >= 1 && failed.length > 1 && isAction(element)) return undefined
    distance += own
  }
  return { failure, distance }
}

function missOf({ gate, statement, failed }: Failure, asked: AskedRequest): NearMiss {
  const { policyId, at, sid } = statement
  return {
    policyId,
    at,
    gate,
    ...(sid !== undefined && { sid }),
    failed: failed.map(({ element }) => element),
    wanted: failed.flatMap(element => wantedOf(element, asked)),
  }
}

const isAction = ({ element }: ElementTrace): boolean => element === 'Action' || element === 'NotAction'

function wantedOf(
  { element, at, patterns, conditions }: ElementTrace,
  request: AskedRequest,
): NearMiss['wanted'] {
  if (element === 'Action') return [{ element, at, value: request.action }]
  if (element === 'Resource') return [{ element, at, value: request.resource }]
  if (element === 'Principal') return [{ element, at, value: request.principal }]
  if (element === 'Condition') {
    return conditions
      .filter(unmet)
      .map(condition => ({ element, at: condition.at, value: asWritten(condition) }))
  }
  // NotAction, NotResource and NotPrincipal fail by what they list.
  return patterns
    .filter(({ outcome }) => outcome === 'matched')
    .map(pattern => ({ element, at: pattern.at, value: pattern.text }))
}

const unmet = ({ outcome }: ConditionTrace): boolean => outcome === 'failed' || outcome === 'unevaluated'

const asWritten = ({ operator, key, values }: ConditionTrace): string =>
  `${operator} ${key}: ${values.map(({ text }) => text).join(', ')}`

/** From 0, almost there, to 1 for each failed element, nothing in common. */
function distanceOf({ element, patterns, conditions }: ElementTrace, asked: Asked): number {
  if (element === 'Action') return nearest(patterns, ({ text }) => actionDistance(text, asked.action))
  if (element === 'Resource') return nearest(patterns, pattern => arnDistance(pattern, asked.arn))
  if (element === 'Principal') return nearest(patterns, pattern => arnDistance(pattern, asked.principalArn))
  if (element === 'Condition') return 1 - 1 / (1 + conditions.filter(unmet).length)
  return 0.5
}

function nearest(patterns: readonly PatternTrace[], distance: (pattern: PatternTrace) => number): number {
  let least = 1
  for (const pattern of patterns) least = Math.min(least, distance(pattern))
  return least
}

function actionDistance(pattern: string, action: string): number {
  const [service, name = ''] = split(pattern.toLowerCase())
  const [asked, askedName = ''] = split(action.toLowerCase())
  return service === asked ? 0.9 * (1 - likeness(name, askedName)) : 1
}

const split = (action: string): readonly string[] => {
  const colon = action.indexOf(':')
  return [action.slice(0, colon), action.slice(colon + 1)]
}

/** Traces of a value that did not match are the same object from question to question. */
const arnIn = remembered(({ text }: PatternTrace) => parseArn(text))

function arnDistance(pattern: PatternTrace, right: Arn | undefined): number {
  const left = arnIn(pattern)
  if (!left || !right || left.service.toLowerCase() !== right.service.toLowerCase()) return 1
  const place = left.region === right.region && left.account === right.account ? 0 : 0.1
  return Math.min(1, 0.9 * (1 - likeness(left.resource, right.resource)) + place)
}

/** How much of the longer text the two have in common at their beginning, from 0 to 1. */
function likeness(left: string, right: string): number {
  const longer = Math.max(left.length, right.length)
  let same = 0
  while (same < longer && left[same] === right[same]) same++
  return longer === 0 ? 1 : same / longer
}
