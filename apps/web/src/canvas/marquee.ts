import type { EntityId } from '@iam-canvas/core'
import type { MouseEvent as ReactMouseEvent } from 'react'
import type { Point } from '../workspace/document.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { canvasPoint, shownBoxes } from './canvas-view.ts'

/** What holds other things: it is taken in by a marquee that goes all around it, not by one that begins inside. */
export const isFrameId = (id: string): boolean => /^(?:group|account|ou):/.test(id)

let began: Point = { x: 0, y: 0 }
let running = false

/** Whether what is being selected is taken in by a marquee. React Flow says so only from its second move on. */
export const isMarquee = () => running

/** A press begins anew, whatever became of the marquee before it. */
export const forgetMarquee = () => {
  running = false
}

const pointOf = ({ clientX, clientY }: ReactMouseEvent) => canvasPoint({ x: clientX, y: clientY })

export function beginMarquee(event: ReactMouseEvent) {
  running = true
  began = pointOf(event)
}

/** Takes in the frames that the marquee went around. */
export function endMarquee(event: ReactMouseEvent) {
  running = false
  const ended = pointOf(event)
  const left = Math.min(began.x, ended.x)
  const right = Math.max(began.x, ended.x)
  const top = Math.min(began.y, ended.y)
  const bottom = Math.max(began.y, ended.y)
  const around = shownBoxes().filter(
    ({ id, x, y, width, height }) =>
      isFrameId(id) && x >= left && y >= top && x + width <= right && y + height <= bottom,
  )
  const { selection } = useWorkspace.getState()
  const before = selection.kind === 'entities' ? selection : { kind: 'entities' as const, ids: [] }
  const ids = new Set<EntityId>([...before.ids, ...around.map(({ id }) => id)])
  if (ids.size > before.ids.length) select({ ...before, ids: [...ids] })
}
