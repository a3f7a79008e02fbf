import type { AccessQuestion } from '../access/question.ts'
import type { Decision, Explanation } from '../access/trace.ts'
import { apply } from '../model/apply.ts'
import type { Command } from '../model/commands.ts'
import type { Model, Role, User } from '../model/records.ts'
import { explain } from './explain.ts'
import { exactGrant, grantsAtHand, holderOf, nearMissEdits, withoutBoundary } from './granting-changes.ts'
import { withdrawals } from './withdrawing-changes.ts'

/** A change that was carried out and asked again: `decision` is what the answer is then. */
export interface ProvenChange {
  /** One command, or a `Batch` of several that are needed together. */
  readonly command: Command
  readonly decision: Decision
}

const MOST = 6
/** Pairs are tried only where nothing alone helps, and only so many. */
const MOST_PAIRS = 200

/**
 * Changes of the model that flip the answer: towards `Allow` where it is anything else, away from it where it is
 * `Allow`. Each one was proven by carrying it out and asking again. Single commands first, the narrower before the
 * wider; at most six. None for what no policy of the model can change, such as a control policy's silence.
 */
export function minimalChanges(model: Model, question: AccessQuestion): readonly ProvenChange[] {
  const explanation = explain(model, question)
  const holder = holderOf(model, question)
  const prove = proverOf(model, question, explanation.decision !== 'Allow')
  const alternatives =
    explanation.decision === 'Allow'
      ? withdrawals(model, explanation, holder)
      : openings(model, question, explanation, holder)
  const alone = provenAmong(
    alternatives.flat().map(command => [command]),
    prove,
  )
  return alone.length > 0 ? alone : provenAmong(together(alternatives), prove)
}

/** Lists of alternatives: where one command is not enough, one of each of several lists may be. */
function openings(
  model: Model,
  question: AccessQuestion,
  explanation: Explanation,
  holder: User | Role | undefined,
): readonly (readonly Command[])[] {
  const denied = explanation.decision === 'ExplicitDeny'
  const obstacles = denied ? withdrawals(model, explanation, holder) : []
  const grants = [
    ...nearMissEdits(model, explanation.nearMisses),
    ...(holder ? [exactGrant(holder, question), ...grantsAtHand(model, holder)] : []),
  ]
  return [...obstacles, grants, holder && !denied ? withoutBoundary(holder) : []].filter(
    list => list.length > 0,
  )
}

/** First everything that stands in the way at once; then pairs out of different lists. */
function* together(alternatives: readonly (readonly Command[])[]): Generator<readonly Command[]> {
  const [first] = [alternatives.flatMap(list => list.slice(0, 1))]
  if (first.length > 1) yield first
  let pairs = 0
  for (const [index, list] of alternatives.entries()) {
    for (const other of alternatives.slice(index + 1)) {
      for (const one of list) {
        for (const two of other) {
          if (pairs++ >= MOST_PAIRS) return
          yield [one, two]
        }
      }
    }
  }
}

type Prover = (commands: readonly Command[]) => ProvenChange | undefined

function proverOf(model: Model, question: AccessQuestion, towardsAllow: boolean): Prover {
  return commands => {
    const [only] = commands
    if (!only) return undefined
    const command: Command = commands.length === 1 ? only : { type: 'Batch', commands }
    const applied = apply(model, command)
    if (!applied.ok) return undefined
    const { decision } = explain(applied.model, question)
    const flipped = towardsAllow
      ? decision === 'Allow'
      : decision === 'ImplicitDeny' || decision === 'ExplicitDeny'
    return flipped ? { command, decision } : undefined
  }
}

function provenAmong(candidates: Iterable<readonly Command[]>, prove: Prover): readonly ProvenChange[] {
  const found = new Map<string, ProvenChange>()
  for (const commands of candidates) {
    const proven = prove(commands)
    if (proven) found.set(JSON.stringify(proven.command), proven)
    if (found.size >= MOST) break
  }
  return [...found.values()]
}
