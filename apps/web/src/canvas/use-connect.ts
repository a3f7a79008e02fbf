import type { EntityId } from '@iam-canvas/core'
import { type OnConnectEnd, type OnConnectStart, useReactFlow } from '@xyflow/react'
import { useCallback, useMemo, useRef } from 'react'
import { openQuickAdd } from '../quick-add/quick-add-state.ts'
import type { Point } from '../workspace/document.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { noDrag, useDrag } from './drag-state.ts'
import { type DropVerdict, dropVerdict } from './drop-rules.ts'
import { boxesOf, hitAt } from './hit-test.ts'
import type { SceneNode } from './scene-nodes.ts'
import { drop, pointerOf } from './use-drag-to-drop.ts'

/**
 * A line pulled out of a handle means the same as dragging one node onto the other, in whichever direction makes
 * sense, and never moves a membership: pulling a line from a user to a group adds to it.
 */
export function connectVerdict(
  from: EntityId,
  to: EntityId,
): { verdict: DropVerdict; dragged: EntityId } | undefined {
  const { model } = useWorkspace.getState().document
  const forth = dropVerdict(model, from, to, { copy: true })
  if (forth?.ok) return { verdict: forth, dragged: from }
  const back = dropVerdict(model, to, from, { copy: true })
  if (back?.ok) return { verdict: back, dragged: to }
  const refusal = forth ?? back
  return refusal && { verdict: refusal, dragged: from }
}

const shortestLine = 24

export function useConnect(scene: readonly SceneNode[]) {
  const flow = useReactFlow()
  const boxes = useMemo(() => boxesOf(scene), [scene])
  const stop = useRef<() => void>(undefined)
  const began = useRef<Point>({ x: 0, y: 0 })

  const targetAt = useCallback(
    (event: MouseEvent | TouchEvent, from: EntityId) => {
      const hit = hitAt(boxes, flow.screenToFlowPosition(pointerOf(event)), new Set([from]))
      // Inside an account is as good as the open canvas; its title bar is the account.
      return hit?.body ? undefined : hit?.id
    },
    [boxes, flow],
  )

  const onConnectStart: OnConnectStart = useCallback(
    (startEvent, { nodeId }) => {
      const from = nodeId as EntityId
      const follow = (event: MouseEvent | TouchEvent) => {
        const target = targetAt(event, from)
        const verdict = target && connectVerdict(from, target)?.verdict
        useDrag.setState({ dragged: from, target, verdict, pointer: pointerOf(event) })
      }
      began.current = pointerOf(startEvent)
      window.addEventListener('pointermove', follow)
      stop.current = () => window.removeEventListener('pointermove', follow)
    },
    [targetAt],
  )

  const onConnectEnd: OnConnectEnd = useCallback(
    (event, { fromNode }) => {
      stop.current?.()
      useDrag.setState(noDrag)
      const from = fromNode?.id as EntityId | undefined
      const target = from && targetAt(event, from)
      const found = from && target ? connectVerdict(from, target) : undefined
      if (found) drop(found.verdict, [found.dragged])
      else if (from && !target) {
        const at = pointerOf(event)
        // A press on the handle that goes nowhere is no line.
        if (Math.hypot(at.x - began.current.x, at.y - began.current.y) < shortestLine) return
        openQuickAdd(from, at, flow.screenToFlowPosition({ ...at }))
      }
    },
    [targetAt, flow],
  )

  return { onConnectStart, onConnectEnd }
}
