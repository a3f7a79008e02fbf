import { useReactFlow } from '@xyflow/react'
import { type MouseEvent as ReactMouseEvent, useCallback, useRef } from 'react'
import type { Point } from '../workspace/document.ts'
import { nothing } from '../workspace/selection.ts'
import { select, useWorkspace } from '../workspace/workspace.ts'
import { framesOf } from './frames.ts'
import type { Rect } from '../layout/graph.ts'

/**
 * A marquee that begins inside an account is about what is in it, so it takes in the account itself only when it goes
 * all the way around it. Otherwise Delete would remove the account for two of its users.
 */
export function useMarquee() {
  const flow = useReactFlow()
  const from = useRef<Point>(undefined)
  const at = useCallback(
    (event: ReactMouseEvent) => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }),
    [flow],
  )
  const onSelectionStart = useCallback(
    (event: ReactMouseEvent) => {
      from.current = at(event)
    },
    [at],
  )
  const onSelectionEnd = useCallback(
    (event: ReactMouseEvent) => {
      if (from.current) leaveFrames(from.current, at(event))
      from.current = undefined
    },
    [at],
  )
  return { onSelectionStart, onSelectionEnd }
}

function leaveFrames(a: Point, b: Point) {
  const { selection, document } = useWorkspace.getState()
  if (selection.kind !== 'entities') return
  const frames = framesOf(document)
  const ids = selection.ids.filter(id => {
    const frame = frames.get(id)
    return !frame || encloses(a, b, frame)
  })
  if (ids.length === selection.ids.length) return
  const { notes = [] } = selection
  select(ids.length + notes.length > 0 ? { ...selection, ids } : nothing)
}

/** Whether the rectangle between two corners goes all around the frame. */
const encloses = (a: Point, b: Point, { x, y, width, height }: Rect): boolean =>
  Math.min(a.x, b.x) <= x &&
  Math.min(a.y, b.y) <= y &&
  Math.max(a.x, b.x) >= x + width &&
  Math.max(a.y, b.y) >= y + height
