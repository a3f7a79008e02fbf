import { useReactFlow } from '@xyflow/react'
import { useRef } from 'react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { noDrag, useDrag } from '../canvas/drag-state.ts'
import { boxesOf, hitAt } from '../canvas/hit-test.ts'
import { card } from '../canvas/sizes.ts'
import { type AddKind, addThing, verdictForNew } from './add-thing.ts'

const threshold = 4

type Add = typeof addThing

/**
 * Dragging out of the palette, by pointer events so that it works with mouse, pen and touch. A press that does not
 * move is a click; the button's own click then adds in free space.
 */
export function usePaletteDrag(
  kind: AddKind,
  { add = addThing, click = add }: { readonly add?: Add; readonly click?: Add } = {},
) {
  const flow = useReactFlow()
  const start = useRef<{ readonly x: number; readonly y: number; moved: boolean }>(undefined)
  const dropped = useRef(false)

  const under = (event: ReactPointerEvent) => {
    const overCanvas = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest('[data-region="canvas"]')
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    // The canvas holds our own nodes only.
    const hit = overCanvas ? hitAt(boxesOf(flow.getNodes()), point, new Set()) : undefined
    return { overCanvas, point, hit }
  }

  const end = () => {
    start.current = undefined
    useDrag.setState(noDrag)
  }

  return {
    onPointerDown: (event: ReactPointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return
      start.current = { x: event.clientX, y: event.clientY, moved: false }
      dropped.current = false
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: ReactPointerEvent) => {
      const from = start.current
      if (!from) return
      if (!from.moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < threshold) return
      from.moved = true
      const { hit, overCanvas } = under(event)
      const verdict = hit && verdictForNew(kind, hit.id)
      useDrag.setState({
        target: hit?.id,
        verdict:
          verdict ??
          (overCanvas
            ? { ok: true, verb: `Add ${kind.label.toLowerCase()} here`, command: nothingYet }
            : undefined),
        pointer: { x: event.clientX, y: event.clientY },
      })
    },
    onPointerUp: (event: ReactPointerEvent) => {
      const moved = start.current?.moved
      end()
      if (!moved) return
      dropped.current = true
      const { overCanvas, point, hit } = under(event)
      if (!overCanvas) return
      const corner = { x: point.x - card.width / 2, y: point.y - card.height / 2 }
      add(kind, { point: corner, onto: hit?.id })
    },
    onPointerCancel: end,
    onClick: () => {
      // A drag that ends over the button's own capture is followed by a click, which is not one.
      if (!dropped.current) click(kind)
      dropped.current = false
    },
  }
}

/** The hint only shows the verb; what the drop does is made when it happens. */
const nothingYet = { type: 'Batch', commands: [] } as const
