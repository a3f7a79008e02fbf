import type {
  ConditionTrace,
  ElementTrace,
  Explanation,
  Outcome,
  PatternTrace,
  Place,
  StatementTrace,
} from '../access/trace.ts'
import type { Effect, ParsedPolicy, TextRange } from '../policy/document.ts'

/** Characters of a policy text to light up, and why. Offsets are UTF-16 units, end exclusive. */
export interface Mark extends TextRange {
  readonly kind: 'statement' | 'element' | 'pattern' | 'condition'
  readonly effect: Effect
  /** What the marked text did: made the statement match, kept it from matching, or left it open. */
  readonly outcome: Outcome
  /** It is part of a statement that the decision rests on. */
  readonly determining: boolean
}

/**
 * The marks of one policy in an explanation, sorted by where they begin, the wider first. `parsed` must be the parse of
 * the text that was explained: ranges come from it, and a pointer that it lacks gives no mark. Every statement has a
 * mark. Inside it, what made it match; in a near miss also what kept it from matching.
 */
export function highlightsFor(
  explanation: Explanation,
  parsed: ParsedPolicy,
  policyId: string,
): readonly Mark[] {
  const marks = new Map<string, Mark>()
  const add = (mark: Mark): void => {
    const key = `${mark.kind} ${mark.from} ${mark.to}`
    const known = marks.get(key)
    // A policy may stand in several gates, as a boundary too: what it did most strongly is what shows.
    if (!known || strength(mark) > strength(known)) marks.set(key, mark)
  }
  const determining = pointersOf(explanation.determining, policyId)
  const missed = pointersOf(explanation.nearMisses, policyId)
  for (const { policies } of explanation.gates) {
    for (const policy of policies) {
      if (policy.policyId !== policyId) continue
      for (const statement of policy.statements) {
        const common = { effect: statement.effect, determining: determining.has(statement.at) }
        for (const piece of piecesOf(statement, missed.has(statement.at))) {
          const range = rangeOf(piece, parsed)
          if (range) add({ ...range, ...common, kind: piece.kind, outcome: piece.outcome })
        }
      }
    }
  }
  return [...marks.values()].sort((a, b) => a.from - b.from || b.to - a.to)
}

const RANK: Readonly<Record<Outcome, number>> = { matched: 3, depends: 2, unevaluated: 1, failed: 0 }

const strength = ({ determining, outcome }: Mark): number => (determining ? 10 : 0) + RANK[outcome]

const pointersOf = (places: readonly Place[], policyId: string): ReadonlySet<string> =>
  new Set(places.filter(place => place.policyId === policyId).map(({ at }) => at))

interface Piece {
  readonly kind: Mark['kind']
  readonly at: string
  readonly outcome: Outcome
}

function piecesOf(statement: StatementTrace, missed: boolean): readonly Piece[] {
  const { at, outcome } = statement
  const itself: Piece = { kind: 'statement', at, outcome }
  if (outcome === 'unevaluated' || (outcome === 'failed' && !missed)) return [itself]
  return [itself, ...statement.elements.flatMap(element => (element.at === at ? [] : elementPieces(element)))]
}

function elementPieces(element: ElementTrace): readonly Piece[] {
  if (element.element === 'Condition') return element.conditions.flatMap(conditionPieces)
  const { outcome } = element
  if (element.element.startsWith('Not')) {
    // NotAction matches by what is not listed, so the whole list made it match; it fails by the one that is listed.
    const listed = element.patterns.filter(({ outcome: found }) => found !== 'failed')
    return outcome === 'matched' || listed.length === 0
      ? [{ kind: 'element', at: element.at, outcome }]
      : listed.map(({ at }) => ({ kind: 'pattern', at, outcome }))
  }
  return element.patterns.filter(pattern => pattern.outcome === outcome).map(patternPiece)
}

const patternPiece = ({ at, outcome }: PatternTrace): Piece => ({ kind: 'pattern', at, outcome })

function conditionPieces(condition: ConditionTrace): readonly Piece[] {
  const { at, outcome, values } = condition
  return [
    { kind: 'condition', at, outcome },
    ...values.filter(value => value.outcome === outcome && outcome !== 'failed').map(patternPiece),
  ]
}

/** A condition is marked from its key to its last value, everything else by its value. */
function rangeOf(
  { kind, at }: Piece,
  { rangeOf: valueAt, keyRangeOf: keyAt }: ParsedPolicy,
): TextRange | undefined {
  const value = valueAt(at)
  const key = kind === 'condition' ? keyAt(at) : undefined
  return value && key ? { from: key.from, to: value.to } : value
}
