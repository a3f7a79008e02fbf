import type { Outcome } from './trace.ts'

/** Every part must match. A failure decides alone; what cannot be evaluated never counts as a match. */
export function all(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('failed')) return 'failed'
  if (outcomes.includes('unevaluated')) return 'unevaluated'
  return outcomes.includes('depends') ? 'depends' : 'matched'
}

/** One of them is enough. */
export function any(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('matched')) return 'matched'
  if (outcomes.includes('depends')) return 'depends'
  return outcomes.includes('unevaluated') ? 'unevaluated' : 'failed'
}

export function not(outcome: Outcome): Outcome {
  switch (outcome) {
    case 'matched':
      return 'failed'
    case 'failed':
      return 'matched'
    case 'depends':
    case 'unevaluated':
      return outcome
  }
}

export const outcomeOf = (matched: boolean): Outcome => (matched ? 'matched' : 'failed')
