import { applyDiff, type Model } from '@iam-canvas/core'
import type { Step } from '../workspace/history.ts'

/** The model as it would be with these undone steps done again. */
export const redoModel = (model: Model, steps: readonly Step[]): Model =>
  steps.reduce((now, { diff }) => (diff.length === 0 ? now : applyDiff(now, diff)), model)
