import type { Command, EntityId } from '@iam-canvas/core'
import { withPositions } from '../canvas/layout-changes.ts'
import { askFirst } from '../connect/ask-first.ts'
import { warn } from '../ui/messages.ts'
import type { Point } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { type PolicyText, type TextVerdict, textVerdict } from './text-drop.ts'

export interface TextPlace {
  readonly target?: EntityId | undefined
  /** Below the title bar of a frame. */
  readonly body?: boolean
  /** Where on the canvas. */
  readonly at?: Point | undefined
}

/** Puts a policy text where it was dropped, as one undo step; asks before it writes over another. */
export function dropPolicyText(given: PolicyText, { target, body, at }: TextPlace) {
  const { model } = useWorkspace.getState().document
  carryOut(textVerdict(model, given, target, body), at)
}

function carryOut(verdict: TextVerdict, at: Point | undefined) {
  if (!verdict.ok) {
    warn(`${verdict.reason.charAt(0).toUpperCase()}${verdict.reason.slice(1)}. The model is unchanged`)
    return
  }
  const { made, loose, ask, label } = verdict
  const run = (command: Command) => {
    const { layout } = useWorkspace.getState().document
    const done = perform({
      command,
      layout: made && loose && at ? withPositions(layout, new Map([[made, at]])) : layout,
      ...(label !== undefined && command === verdict.command && { label }),
    })
    if (done.ok && made) select({ kind: 'entities', ids: [made] })
  }
  if (ask) askFirst({ ...ask, carryOut: run })
  else run(verdict.command)
}
