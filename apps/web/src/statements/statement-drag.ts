import type { Command, EntityId } from '@iam-canvas/core'
import { canvasPoint, shownBoxes } from '../canvas/canvas-view.ts'
import { noDrag, useDrag } from '../canvas/drag-state.ts'
import { type Hit, hitAt } from '../canvas/hit-test.ts'
import { withPositions } from '../canvas/layout-changes.ts'
import { card } from '../canvas/sizes.ts'
import { askFirst } from '../connect/ask-first.ts'
import { warn } from '../ui/messages.ts'
import type { Point } from '../workspace/document.ts'
import { perform } from '../workspace/perform.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { type StatementSource, type StatementVerdict, statementVerdict } from './statement-drop.ts'
import { capitalized } from '../ui/capitalized.ts'

const threshold = 4

/** Follows the pointer from a press on a statement's grip on: says what a drop would do, and does it. Escape cancels. */
export function followStatement(source: StatementSource, start: Point, dragged: () => void) {
  let moving = false

  const look = (event: PointerEvent) => {
    const pointer = { x: event.clientX, y: event.clientY }
    const hit = hitUnder(pointer)
    const manner = { copy: event.ctrlKey || event.metaKey, body: hit?.body ?? false }
    const { model } = useWorkspace.getState().document
    const verdict = hit && statementVerdict(model, source, hit.id, manner)
    return { pointer, hit, verdict }
  }
  const move = (event: PointerEvent) => {
    if (!moving && Math.hypot(event.clientX - start.x, event.clientY - start.y) < threshold) return
    if (!moving) dragged()
    moving = true
    const { pointer, hit, verdict } = look(event)
    useDrag.setState({ target: hit?.id, verdict, pointer })
  }
  const up = (event: PointerEvent) => {
    end()
    if (!moving) return
    const { pointer, verdict } = look(event)
    if (verdict) dropStatement(verdict, canvasPoint(pointer))
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end()
  }
  const end = () => {
    useDrag.setState(noDrag)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('keydown', key, true)
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', end)
  window.addEventListener('keydown', key, true)
}

/** What of the canvas is under a point of the screen: `undefined` outside of it, no id where it is open. */
function hitUnder(pointer: Point): (Partial<Pick<Hit, 'id'>> & Pick<Hit, 'body'>) | undefined {
  const over = document.elementFromPoint(pointer.x, pointer.y)?.closest('[data-region="canvas"]')
  if (!over) return undefined
  return hitAt(shownBoxes(), canvasPoint(pointer), new Set()) ?? { body: false }
}

/** Does what the verdict promised, as one undo step. `at` is where a new policy goes. */
export function dropStatement(verdict: StatementVerdict, at?: Point) {
  if (!verdict.ok) {
    warn(capitalized(verdict.reason))
    return
  }
  const { made, ask, label } = verdict
  const carryOut = (command: Command) => {
    const { layout } = useWorkspace.getState().document
    const corner = at && { x: at.x - card.width / 2, y: at.y - card.height / 2 }
    const done = perform({
      command,
      layout: made && corner ? withPositions(layout, new Map([[made, corner]])) : layout,
      ...(label !== undefined && command === verdict.command && { label }),
    })
    if (done.ok && made) select({ kind: 'entities', ids: [made satisfies EntityId] })
  }
  if (ask) askFirst({ ...ask, carryOut })
  else carryOut(verdict.command)
}
