import {
  type AccessChange,
  type AccessMatrix,
  apply,
  applyDiff,
  type Command,
  compareAccess,
  type Diff,
  type EntityId,
  entityById,
  invertDiff,
  type Model,
  type Problem,
} from '@iam-canvas/core'
import { completeLayout } from '../canvas/complete-layout.ts'
import { rememberChange } from './access-change.ts'
import type { Pins } from './asked-context.ts'
import { commandText } from './command-text.ts'
import './deciding/deciding.ts'
import type { Layout, WorkspaceDocument } from './document.ts'
import { isOneBurst, record, redoStep, undoStep } from './history.ts'
import { decided, stillThere, useWorkspace, type Workspace } from './workspace.ts'

const { getState: get, setState: set } = useWorkspace

export interface Change {
  readonly command?: Command
  /** For what no command does: the whole model becomes another one. */
  readonly diff?: Diff
  readonly layout?: Layout
  readonly drafts?: WorkspaceDocument['drafts']
  /** For the history; where absent, the command tells it. */
  readonly label?: string
  readonly mergeKey?: string
}

export type Committed =
  | { readonly ok: true; readonly label: string; readonly before: Workspace; readonly after: Workspace }
  | { readonly ok: false; readonly problem: Problem }

/** The one way to change the document: a command, a new picture, or both, as one undo step. */
export function commit(change: Change): Committed {
  const before = get()
  let model = before.document.model
  let diff: Diff = []
  let inverse: Diff = []
  if (change.command) {
    const result = apply(model, change.command)
    if (!result.ok) return result
    const kept = keptIn(before, result.diff)
    if (kept) return { ok: false, problem: kept }
    ;({ model, diff, inverse } = result)
  } else if (change.diff) {
    diff = change.diff
    inverse = invertDiff(diff)
    model = applyDiff(model, diff)
  }
  const label =
    change.label ?? (change.command ? commandText(change.command, before.document.model) : 'Moved')
  const changed = {
    ...before.document,
    model,
    layout: change.layout ?? before.document.layout,
    drafts: change.drafts ?? before.document.drafts,
  }
  const untouched = model === before.document.model && changed.layout === before.document.layout
  const document = untouched ? changed : { ...changed, layout: completeLayout(changed, before.document) }
  const next = withAccess(before, document)
  const at = Date.now()
  const access = accessChangeOf(before, next, { mergeKey: change.mergeKey, at })
  const history = record(before.history, {
    label,
    ...(change.command && { command: change.command }),
    diff,
    inverse,
    layout: { before: before.document.layout, after: document.layout },
    drafts: { before: before.document.drafts, after: document.drafts },
    ...(access && { access }),
    ...(change.mergeKey && { mergeKey: change.mergeKey }),
    at,
  })
  set({ history, ...next })
  return { ok: true, label, before, after: get() }
}

/** What stands in the way of a change, if it touches something that is kept as it is. */
function keptIn({ kept, document }: Workspace, diff: Diff): Problem | undefined {
  const id = kept.find(candidate => diff.some(change => 'id' in change && change.id === candidate))
  return id && { code: 'kept', message: keptText(document.model, id), at: id }
}

/** Why something cannot be changed now. */
export const keptText = (model: Model, id: EntityId) =>
  `this lesson keeps \`${entityById(model, id)?.name ?? id}\` as it is: try it another way`

/** The answers before the burst that the last step is; a burst gives and takes what it does as a whole. */
let burstBegan: AccessMatrix | undefined

function accessChangeOf(
  before: Workspace,
  next: Partial<Workspace>,
  step: { readonly mergeKey: string | undefined; readonly at: number },
): AccessChange | undefined {
  const last = before.history.past.at(-1)
  const { mergeKey, at } = step
  const goesOn = last !== undefined && mergeKey !== undefined && isOneBurst(last, { mergeKey, at })
  if (!goesOn || !burstBegan) burstBegan = before.access
  if (!next.access || next.deciding || before.deciding) return undefined
  const change = compareAccess(burstBegan, next.access)
  if (burstBegan === before.access) rememberChange(before.access, next.access, change)
  return change
}

function withAccess(before: Workspace, document: WorkspaceDocument): Partial<Workspace> {
  const selection = stillThere(before.selection, document)
  return document.model === before.document.model
    ? { document, selection }
    : { document, selection, ...decided({ ...before, document }) }
}

/** Undoes the last step and says which it was. */
export function undo(): string | undefined {
  const before = get()
  const step = before.history.past.at(-1)
  if (!step) return undefined
  const history = { past: before.history.past.slice(0, -1), future: [step, ...before.history.future] }
  set({ history, ...withAccess(before, undoStep(before.document, step)) })
  return step.label
}

export function redo(): string | undefined {
  const before = get()
  const [step, ...future] = before.history.future
  if (!step) return undefined
  const history = { past: [...before.history.past, step], future }
  set({ history, ...withAccess(before, redoStep(before.document, step)) })
  return step.label
}

/** Goes to the state after so many steps, back or forth; one change of the document, however far it is. */
export function travel(steps: number) {
  const before = get()
  const all = [...before.history.past, ...before.history.future]
  const to = Math.max(0, Math.min(all.length, steps))
  let { document } = before
  for (let at = before.history.past.length; at > to; at--) document = undoStep(document, all[at - 1]!)
  for (let at = before.history.past.length; at < to; at++) document = redoStep(document, all[at]!)
  if (document === before.document) return
  set({ history: { past: all.slice(0, to), future: all.slice(to) }, ...withAccess(before, document) })
}

/** Asks about another request: every line follows. It is saved with the document, and is no step to undo. */
export function pin(request: Pins) {
  const before = get()
  const document = { ...before.document, request }
  set({ document, ...decided({ ...before, document }) })
}
