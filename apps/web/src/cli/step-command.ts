import { applyDiff, type Command, type Model } from '@iam-canvas/core'
import type { History } from '../workspace/history.ts'

export interface StepCommand {
  readonly command: Command
  /** The model as it was before the step. */
  readonly before: Model
}

/**
 * The command of a step of the past, and the model it was given to: found by playing back what came after it.
 * `undefined` for a step that only moved things or only typed a draft.
 */
export function commandOfStep(model: Model, past: History['past'], index: number): StepCommand | undefined {
  const command = past[index]?.command
  if (!command) return undefined
  let before = model
  for (let at = past.length - 1; at >= index; at--) {
    const inverse = past[at]?.inverse ?? []
    if (inverse.length > 0) before = applyDiff(before, inverse)
  }
  return { command, before }
}
