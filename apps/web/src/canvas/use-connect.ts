import type { EntityId } from '@iam-canvas/core'
import { type OnConnectEnd, type OnConnectStart, useReactFlow } from '@xyflow/react'
import { useCallback, useMemo, useRef } from 'react'
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

export function useConnect(scene: readonly SceneNode[]) {
  const flow = useReactFlow()
  const boxes = useMemo(() => boxesOf(scene), [scene])
  const stop = useRef<() => void>(undefined)

  const targetAt = useCallback(
    (event: MouseEvent | TouchEvent, from: EntityId) => {
      const hit = hitAt(boxes, flow.screenToFlowPosition(pointerOf(event)), new Set([from]))
      // Inside an account is as good as the open canvas; its title bar is the account.
      return hit?.body ? undefined : hit?.id
    },
    [boxes, flow],
  )

  const onConnectStart: OnConnectStart = useCallback(
    (_event, { nodeId }) => {
      const from = nodeId as EntityId
      const follow = (event: MouseEvent | TouchEvent) => {
        const target = targetAt(event, from)
        const verdict = target && connectVerdict(from, target)?.verdict
        useDrag.setState({ dragged: from, target, verdict, pointer: pointerOf(event) })
      }
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
    },
    [targetAt],
  )

  return { onConnectStart, onConnectEnd }
}
