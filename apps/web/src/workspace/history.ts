import { type AccessChange, applyDiff, type Command, type Diff, type Model } from '@iam-canvas/core'
import type { Layout, WorkspaceDocument } from './document.ts'

/** One undo step: core's diff with its inverse, and the parts of the document that core does not know. */
export interface Step {
  readonly label: string
  /** What was done, where the model changed; of a burst, the last one. */
  readonly command?: Command
  readonly diff: Diff
  readonly inverse: Diff
  readonly layout: { readonly before: Layout; readonly after: Layout }
  readonly drafts: {
    readonly before: WorkspaceDocument['drafts']
    readonly after: WorkspaceDocument['drafts']
  }
  /** What access it gave and took; absent while that is not known, and where only the picture changed. */
  readonly access?: AccessChange
  /** Steps in a row with the same key are one: a burst of typing, a burst of arrow keys. */
  readonly mergeKey?: string
  readonly at: number
}

export interface History {
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

export const emptyHistory: History = { past: [], future: [] }

const burstPause = 2_000
const longestHistory = 500

/** Adds a step, or lets it grow the last one when both belong to one burst. */
export function record(history: History, step: Step): History {
  const last = history.past.at(-1)
  const past =
    last && isOneBurst(last, step)
      ? [...history.past.slice(0, -1), merge(last, step)]
      : [...history.past, step].slice(-longestHistory)
  return { past, future: [] }
}

export const isOneBurst = (last: Step, step: Pick<Step, 'mergeKey' | 'at'>): boolean =>
  last.mergeKey !== undefined && last.mergeKey === step.mergeKey && step.at - last.at < burstPause

function merge(first: Step, second: Step): Step {
  const command = second.command ?? first.command
  // The second one tells what the whole burst did, unless it only typed on.
  const access = second.access ?? first.access
  return {
    ...second,
    label: first.label,
    ...(command && { command }),
    ...(access && { access }),
    // A burst touches the same records again and again, so playing both diffs in order is the whole change.
    diff: [...first.diff, ...second.diff],
    inverse: [...second.inverse, ...first.inverse],
    layout: { before: first.layout.before, after: second.layout.after },
    drafts: { before: first.drafts.before, after: second.drafts.after },
  }
}

export function undoStep(document: WorkspaceDocument, step: Step): WorkspaceDocument {
  return {
    ...document,
    model: played(document.model, step.inverse),
    layout: step.layout.before,
    drafts: step.drafts.before,
  }
}

export function redoStep(document: WorkspaceDocument, step: Step): WorkspaceDocument {
  return {
    ...document,
    model: played(document.model, step.diff),
    layout: step.layout.after,
    drafts: step.drafts.after,
  }
}

const played = (model: Model, diff: Diff) => (diff.length === 0 ? model : applyDiff(model, diff))
